import { expect, test } from 'vitest'
import { predefinedAttributes } from '../attributes/predefined.ts'
import { locales } from '../locales/locale.ts'
import { checkKind, kindRules } from './kinds.ts'
import {
  emptyContent,
  noLinks,
  type ProfileKind,
  type ProfileLinks,
  profileKinds,
  type Trait,
} from './profile.ts'

const catalogue = {
  attributes: new Map(predefinedAttributes.map((attribute) => [attribute.key, attribute])),
  metrics: new Map(),
}

const known = (key: string): Trait => ({
  key,
  label: {},
  words: {},
  rule: { kind: 'isKnown', field: { kind: 'attribute', key } },
})

const problemsOf = (kind: ProfileKind, traits: readonly Trait[], links: Partial<ProfileLinks> = {}) =>
  checkKind(kind, { ...emptyContent, traits, links: { ...noLinks, ...links } }, catalogue).map(({ path }) =>
    path.join('.'),
  )

test('a company is expected to have employees, a person a title, and an anti-profile may be either', () => {
  const traits = [known('employees'), known('title')]
  expect(Object.fromEntries(profileKinds.map((kind) => [kind, problemsOf(kind, traits)]))).toEqual({
    idealCustomerProfile: ['traits.1.rule'],
    persona: ['traits.0.rule'],
    targetMarket: ['traits.0.rule'],
    antiProfile: [],
  })
})

test('an attribute that the kind does not describe is told with where it belongs', () => {
  const [problem] = checkKind('persona', { ...emptyContent, traits: [known('employees')] }, catalogue)
  expect(problem?.message).toBe(
    '"employees" is known about a company, and this persona describes a person. Use an attribute of a person, or write the trait in a profile of another kind.',
  )
})

test('personas are linked from those they belong to, contrasts from those they are told apart from', () => {
  const all = { products: ['p'], personas: ['a'], contrasts: ['b'], segment: 's', scorecard: 'c' }
  expect(Object.fromEntries(profileKinds.map((kind) => [kind, problemsOf(kind, [], all)]))).toEqual({
    idealCustomerProfile: [],
    persona: ['links.personas'],
    targetMarket: [],
    antiProfile: ['links.personas', 'links.contrasts'],
  })
})

test('each kind is named and told apart in every language', () => {
  for (const locale of locales) {
    const texts = profileKinds.flatMap((kind) => [
      kindRules[kind].name[locale],
      kindRules[kind].explanation[locale],
    ])
    for (const text of texts) expect(text.trim()).not.toBe('')
    expect(new Set(texts).size).toBe(texts.length)
  }
})
