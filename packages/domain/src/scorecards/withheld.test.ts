import { describe, expect, test } from 'vitest'
import type { Attribute, Catalogue } from '../attributes/attribute.ts'
import type { Rule } from '../rules/rule.ts'
import { checkScorecard } from './check.ts'
import { explainCriterion, questionOf } from './explain.ts'
import { computeFit, type Fit, prepareScorecard } from './fit.ts'
import type { Criterion, Scorecard } from './scorecard.ts'
import { starterBands } from './starter.ts'

const faith: Attribute = {
  key: 'faith',
  subject: 'person',
  type: 'text',
  category: 'psychographic',
  label: { en: 'Faith', nb: 'Tro' },
  options: [],
  sensitive: true,
}
const catalogue: Catalogue = { attributes: new Map([['faith', faith]]), metrics: new Map() }
const enabled: Catalogue = { ...catalogue, usesSpecialCategories: true }
const isUnknown: Rule = { kind: 'isUnknown', field: { kind: 'attribute', key: 'faith' } }
const criterion: Criterion = { kind: 'rule', key: 'faith', label: { en: 'Faith' }, weight: 1, two: isUnknown }
const card: Scorecard = {
  name: { en: 'Card' },
  criteria: [criterion],
  threshold: 1,
  bands: starterBands,
  coverageFloor: 0,
  disqualifiers: [{ key: 'faithless', reason: { en: 'No faith' }, rule: isUnknown }],
}
const fitOf = (withheld: readonly string[]): Fit =>
  computeFit(prepareScorecard(card, 0), { attributes: {}, metrics: {} }, {}, new Set(withheld))

describe('special categories', () => {
  test('are refused in criteria and disqualifiers until the workspace has stated the ground', () => {
    const refused = checkScorecard(card, catalogue)
    expect(refused.ok ? [] : refused.problems.map(({ path }) => path.join('.'))).toEqual([
      'criteria.0.two',
      'disqualifiers.0.rule',
    ])
    expect(checkScorecard(card, enabled).ok).toBe(true)
  })

  test('that may not be used of a customer leave the criterion unknown and disqualify nobody, even by being missing', () => {
    expect(fitOf([])).toMatchObject({ points: 2, status: 'disqualified' })
    expect(fitOf(['faith'])).toMatchObject({
      points: 0,
      range: { low: 0, high: 2 },
      coverage: 0,
      status: 'scored',
      criteria: [{ points: undefined, withheld: ['faith'] }],
    })
  })

  test('say why: not used here, or not consented to', () => {
    const [judged] = fitOf(['faith']).criteria
    if (judged === undefined) throw new Error('one criterion gives one judgement')
    expect(explainCriterion(judged, catalogue, ['en'])).toMatch(/^Not used here: Faith/)
    expect(explainCriterion(judged, enabled, ['nb'])).toMatch(/^Uten samtykke: Tro/)
    expect(questionOf(criterion, enabled, ['en'])).toMatch(/^Only with consent .*Find out: Faith/)
  })
})
