import * as fc from 'fast-check'
import { type Localized, locales } from '../../locales/locale.ts'
import type { Rule } from '../../rules/rule.ts'
import { testCatalogue } from '../../rules/testing/catalogue.ts'
import { ruleArbitrary } from '../../rules/testing/rules.ts'
import {
  type FieldValue,
  type PictureUse,
  type ProfileContent,
  type Trait,
  visibilities,
} from '../profile.ts'

/** Few, so that two contents have some in common; with what breaks careless cutting and comparing. */
const text = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('', ' ', 'Vekst', 'Sterk vekst', 'Sterk vekst, hvert år', 'å 👩‍👩‍👧\n'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
)
const line = fc.constantFrom('', 'Spare tid', 'Vokse', 'Sove', 'Lære')
/** One of them reads like a language, which is allowed. */
const key = fc.constantFrom('goals', 'size', 'face', 'site', 'nb')
const id = fc.constantFrom('a1', 'b2', 'c3', 'd4')
const ids = fc.uniqueArray(id, { maxLength: 4 })

function localized<Text>(texts: fc.Arbitrary<Text>): fc.Arbitrary<Localized<Text>> {
  return fc.dictionary(fc.constantFrom(...locales), texts, { noNullPrototype: true })
}

const picture: fc.Arbitrary<PictureUse> = fc.record({
  hash: fc.constantFrom('0'.repeat(64), 'f'.repeat(64)),
  alt: localized(text),
})

const fieldValue: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: localized(text) }),
  fc.record({ kind: fc.constant('list' as const), items: localized(fc.array(line, { maxLength: 5 })) }),
  fc.record({ kind: fc.constant('number' as const), number: fc.integer({ min: 0, max: 3 }) }),
  fc.record({
    kind: fc.constant('money' as const),
    amount: fc.integer({ min: 0, max: 2 }),
    currency: fc.constantFrom('NOK', 'SEK'),
  }),
  fc.record({ kind: fc.constant('choice' as const), options: ids }),
  fc.record({ kind: fc.constant('picture' as const), picture }),
  fc.record({
    kind: fc.constant('link' as const),
    url: fc.constantFrom('https://example.com', 'mailto:a@example.com'),
    label: localized(text),
  }),
)

const rule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Rule>({ kind: 'all', rules: [] }, { kind: 'any', rules: [] }) },
  { weight: 1, arbitrary: ruleArbitrary(testCatalogue) },
)

const trait: fc.Arbitrary<Trait> = fc.record({ key, label: localized(text), words: localized(text), rule })

/** Contents of every shape, empty texts and lists among them; alike enough that two of them meet in many parts. */
export const contentArbitrary: fc.Arbitrary<ProfileContent> = fc.record({
  name: localized(text),
  summary: localized(text),
  quote: localized(text),
  picture: fc.option(picture),
  fields: fc.dictionary(key, fieldValue, { noNullPrototype: true }),
  traits: fc.uniqueArray(trait, { selector: ({ key }) => key, maxLength: 5 }),
  links: fc.record({
    products: ids,
    personas: ids,
    contrasts: ids,
    segment: fc.option(id),
    scorecard: fc.option(id),
  }),
  visibility: fc.dictionary(key, fc.constantFrom(...visibilities), { noNullPrototype: true }),
})

/** A content as somebody left it who changed some of it: part is another content's. */
export function editedArbitrary(content: ProfileContent): fc.Arbitrary<ProfileContent> {
  return fc
    .tuple(contentArbitrary, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }))
    .map(([other, from]) => {
      const pick = (index: number) => (from[index] ? other : content)
      const isPicked = (_each: unknown, index: number) => from[8 + index] ?? false
      return {
        name: pick(0).name,
        summary: { ...content.summary, ...(from[1] ? other.summary : {}) },
        quote: pick(2).quote,
        picture: pick(3).picture,
        fields: {
          ...content.fields,
          ...Object.fromEntries(Object.entries(other.fields).filter(isPicked)),
        },
        traits: from[4] ? content.traits.filter((each, index) => isPicked(each, index)) : pick(5).traits,
        links: { ...content.links, personas: pick(6).links.personas },
        visibility: pick(7).visibility,
      }
    })
}

/** A content and what two people each made of it. */
export const editsArbitrary = contentArbitrary.chain((base) =>
  fc.record({ base: fc.constant(base), mine: editedArbitrary(base), theirs: editedArbitrary(base) }),
)
