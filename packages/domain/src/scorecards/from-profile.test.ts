import { describe, expect, test } from 'vitest'
import type { Catalogue } from '../attributes/attribute.ts'
import { predefinedAttributes } from '../attributes/predefined.ts'
import { emptyContent, type ProfileContent, type Trait } from '../profiles/profile.ts'
import { checkScorecard } from './check.ts'
import { type ProfileSource, proposeScorecard } from './from-profile.ts'
import { scorecardTemplates } from './scorecard-templates.ts'

const catalogue: Catalogue = {
  attributes: new Map(predefinedAttributes.map((attribute) => [attribute.key, attribute])),
  metrics: new Map(),
}

const trait = (key: string, attribute: string, words = {}): Trait => ({
  key,
  label: { en: key },
  words,
  rule: { kind: 'atLeast', field: { kind: 'attribute', key: attribute }, value: 20 },
})

function profile(slug: string, kind: ProfileSource['kind'], parts: Partial<ProfileContent>): ProfileSource {
  return { slug, kind, content: { ...emptyContent, name: { en: slug }, ...parts } }
}

const ideal = profile('growing', 'idealCustomerProfile', {
  traits: [trait('size', 'employees'), trait('need', 'employees'), trait('odd', 'nothingOfTheKind')],
})
const small = profile('small-seasonal-places', 'antiProfile', {
  summary: { en: 'They leave after a summer.' },
  traits: [trait('size', 'employees', { en: 'Few people' }), trait('age', 'employees')],
})

describe('a scorecard proposed for a profile', () => {
  const { content, leftOut } = proposeScorecard(ideal, [small], 'allTraits', catalogue)

  test('asks for need, timeline, budget and authority, and measures the traits', () => {
    expect(content.criteria.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      'timeline answer',
      'budget answer',
      'authority answer',
      'size rule',
      'need rule',
    ])
    expect(content.threshold).toBe(5)
    expect(checkScorecard(content, catalogue).ok).toBe(true)
  })

  test('says which traits nothing was made of, and why', () => {
    expect(leftOut).toEqual([
      {
        path: expect.arrayContaining(['growing', 'odd']),
        message: expect.stringMatching(/nothingOfTheKind/),
      },
    ])
  })

  test('disqualifies whom the anti-profile describes, by all of its traits together', () => {
    expect(content.disqualifiers).toEqual([
      {
        key: 'smallSeasonalPlaces',
        reason: { en: 'small-seasonal-places: They leave after a summer.' },
        rule: { kind: 'all', rules: small.content.traits.map(({ rule }) => rule) },
      },
    ])
  })

  test('or by any one of them, with the words of the trait as the reason', () => {
    const { disqualifiers } = proposeScorecard(ideal, [small, small], 'anyTrait', catalogue).content
    expect(disqualifiers.map(({ key, reason }) => [key, reason.en])).toEqual([
      ['size', 'Few people'],
      ['age', 'age'],
      ['size2', 'Few people'],
      ['age2', 'age'],
    ])
  })

  test('leaves an anti-profile out whose traits cannot all be tested, rather than disqualify too many', () => {
    const untested = profile('odd', 'antiProfile', { traits: [trait('a', 'employees'), trait('b', 'gone')] })
    const proposal = proposeScorecard(ideal, [untested], 'allTraits', catalogue)
    expect(proposal.content.disqualifiers).toEqual([])
    expect(proposal.leftOut.map(({ path }) => path[0])).toEqual(['growing', 'odd'])
  })

  test('of an anti-profile itself only disqualifies', () => {
    const { criteria, disqualifiers } = proposeScorecard(small, [], 'allTraits', catalogue).content
    expect(criteria.map(({ key }) => key)).toEqual(['need', 'timeline', 'budget', 'authority'])
    expect(disqualifiers).toHaveLength(1)
  })
})

test('every template is a scorecard in four languages', () => {
  for (const { content } of scorecardTemplates) {
    expect(checkScorecard(content, catalogue)).toMatchObject({ ok: true })
    expect(Object.keys(content.name)).toEqual(['nb', 'sv', 'da', 'en'])
  }
})
