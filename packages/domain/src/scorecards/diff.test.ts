import { describe, expect, test } from 'vitest'
import type { Catalogue } from '../attributes/attribute.ts'
import { predefinedAttributes } from '../attributes/predefined.ts'
import { locales } from '../locales/locale.ts'
import { describeChange } from './describe-change.ts'
import { diffScorecards } from './diff.ts'
import type { Criterion, Scorecard } from './scorecard.ts'
import { starterBands, starterCriteria } from './starter.ts'

const catalogue: Catalogue = {
  attributes: new Map(predefinedAttributes.map((attribute) => [attribute.key, attribute])),
  metrics: new Map(),
}
const size: Criterion = {
  kind: 'rule',
  key: 'size',
  label: { en: 'Size', nb: 'Størrelse' },
  weight: 2,
  two: { kind: 'atLeast', field: { kind: 'attribute', key: 'employees' }, value: 20 },
}
const card: Scorecard = {
  name: { en: 'Ideal', nb: 'Ideal' },
  criteria: [...starterCriteria, size],
  groups: [],
  threshold: 4,
  bands: starterBands,
  coverageFloor: 0.5,
  disqualifiers: [],
}
const say = (after: Scorecard, before = card, locale: (typeof locales)[number] = 'en') =>
  diffScorecards(before, after).map((change) => describeChange(change, catalogue, [locale]))
const without = (key: string) => card.criteria.filter((criterion) => criterion.key !== key)

describe('what differs between two revisions', () => {
  test('is nothing where they hold the same', () => {
    expect(diffScorecards(card, structuredClone(card))).toEqual([])
    const { groups: _groups, ...older } = card
    expect(diffScorecards(older, card)).toEqual([])
  })

  test('tells criteria that were added, removed and changed, in words', () => {
    expect(say({ ...card, criteria: without('need') })).toEqual(['Removed criterion: Need (weight 1).'])
    const [added] = say(card, { ...card, criteria: without('size') })
    expect(added).toMatch(/^New criterion: Size \(weight 2; 2 points when “.*20.*”\)\.$/)
    const changed: Criterion = {
      ...size,
      weight: 3,
      two: { kind: 'atLeast', field: { kind: 'attribute', key: 'employees' }, value: 50 },
    }
    const [line] = say({ ...card, criteria: [...without('size'), changed] })
    expect(line).toMatch(/^Changed criterion: Size \(weight 2 → 3; 2 points when “.*20.*” → “.*50.*”\)\.$/)
  })

  test('tells threshold and coverage, groups, bands, decay, disqualifiers and another order', () => {
    expect(say({ ...card, threshold: 6, coverageFloor: 0.25 })).toEqual([
      'Threshold 4 → 6; least coverage 50% → 25%.',
    ])
    const grouped = card.criteria.map((each) => (each.key === 'size' ? { ...each, group: 'firm' } : each))
    expect(
      say({ ...card, criteria: grouped, groups: [{ key: 'firm', label: { en: 'The firm' }, cap: 3 }] }),
    ).toEqual(['Changed criterion: Size (group none → firm).', 'New group: The firm (gives at most 3).'])
    expect(say({ ...card, criteria: card.criteria.toReversed() })).toEqual([
      'The criteria stand in another order.',
    ])
    const ageing = card.criteria.map((each) =>
      each.key === 'need' ? ({ ...each, decay: { freshDays: 30, staleDays: 90 } } as Criterion) : each,
    )
    expect(say({ ...card, criteria: ageing })).toEqual([
      'Changed criterion: Need (answers age none → after 30 days, unknown after 90).',
    ])
    const [low, ...bands] = starterBands
    expect(
      low && say({ ...card, bands: [low, ...bands.map((band) => ({ ...band, from: band.from + 5 }))] }),
    ).toEqual([
      'Changed band: Medium (begins at percent 40 → 45).',
      'Changed band: High (begins at percent 70 → 75).',
    ])
    const disqualifiers = [{ key: 'tooSmall', reason: { en: 'Too small' }, rule: size.two }]
    expect(say({ ...card, disqualifiers })[0]).toMatch(
      /^New disqualifier: Too small \(holds when “.*20.*”\)\.$/,
    )
  })

  test('in each language', () => {
    const lines = locales.map((locale) => say({ ...card, criteria: without('size') }, card, locale)[0])
    expect(lines[0]).toMatch(/^Fjernet kriterium: Størrelse \(vekt 2; 2 poeng når/)
    expect(new Set(lines).size).toBe(4)
  })
})
