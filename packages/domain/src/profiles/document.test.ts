import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locales } from '../locales/locale.ts'
import { basic } from '../templates/builtin/basic.ts'
import { diffContents } from './diff.ts'
import { keptIn, type PortableProfile, toDocument } from './document.ts'
import { fromParts, partsOf } from './parts.ts'
import { emptyContent, type ProfileContent, profileKinds } from './profile.ts'
import { fromDocument } from './read-document.ts'
import { contentArbitrary } from './testing/contents.ts'

// As the database keeps it: JSON knows no negative zero.
const kept = contentArbitrary.map((content) => JSON.parse(JSON.stringify(content)) as typeof content)

const portable: fc.Arbitrary<PortableProfile> = kept.chain((content) =>
  fc.record({
    slug: fc.constantFrom('retailers', 'a-1'),
    kind: fc.constantFrom(...profileKinds),
    template: fc.constantFrom('basic', 'ourOwn'),
    content: fc.constant(content),
    kept: fc.constant(keptIn(fromParts(partsOf(content)), basic)),
    published: fc.subarray([...locales]),
    isArchived: fc.boolean(),
  }),
)

/** Keys in another order, as the database keeps them. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, shuffled(inner)]),
  )
}

const written = (text: object) => {
  const content = { ...emptyContent, ...text }
  return toDocument(
    {
      slug: 'a',
      kind: 'persona',
      template: 'basic',
      content,
      kept: keptIn(content, basic),
      published: [],
      isArchived: false,
    },
    basic,
  )
}
const problemsOf = (input: unknown) =>
  fromDocument(input).problems.map(({ path, message }) => [path.join('.'), message])
const least = { profilkort: 1, slug: 'a', kind: 'persona', template: 'basic' }

describe('a document', () => {
  test('is read as what was written', () => {
    fc.assert(
      fc.property(portable, (profile) => {
        const read = fromDocument(JSON.parse(JSON.stringify(toDocument(profile, basic))))
        const content = fromParts(partsOf(profile.content))
        expect(read).toEqual({ value: { ...profile, content }, problems: [] })
        expect(diffContents(profile.content, read.value?.content as ProfileContent)).toEqual([])
      }),
    )
  })

  test('is the same text whatever order the database keeps things in', () => {
    fc.assert(
      fc.property(portable, (profile) => {
        const other = { ...profile, content: shuffled(profile.content) as typeof profile.content }
        expect(JSON.stringify(toDocument(other, basic))).toBe(JSON.stringify(toDocument(profile, basic)))
      }),
    )
  })

  test('has no more than what is written', () => {
    expect(written({ name: { en: 'A', nb: '' }, fields: { goals: { kind: 'list', items: {} } } })).toEqual({
      ...least,
      name: { en: 'A' },
    })
  })

  test('has its fields in the order of the template, and apart from them those it no longer takes', () => {
    const items = { kind: 'list', items: { nb: ['x'] } }
    const document = written({ fields: { omega: items, alpha: items, channels: items, goals: items } })
    expect(Object.keys(document.fields as object)).toEqual(['goals', 'channels'])
    expect(Object.keys(document.kept as object)).toEqual(['alpha', 'omega'])
  })
})

describe('a document edited by hand', () => {
  test.each<[string, object, string, RegExp]>([
    ['a misspelt key', { sumary: { en: 'x' } }, 'sumary', /means nothing here. Did you mean 'summary'/],
    ['a misspelt kind', { kind: 'Persona' }, 'kind', /Did you mean 'persona'/],
    ['a language nobody speaks here', { name: { no: 'x' } }, 'name.no', /means nothing here/],
    ['a number for a text', { name: { en: 2026 } }, 'name.en', /in quotes: "2026"/],
    [
      'a text for a list',
      { fields: { goals: { items: { nb: 'x' } } } },
      'fields.goals.items.nb',
      /A list is wanted/,
    ],
    [
      'two values in a field',
      { fields: { size: { number: 1, text: {} } } },
      'fields.size',
      /one value.*has 2/,
    ],
    ['no value in a field', { fields: { size: {} } }, 'fields.size', /one value.*has 0/],
    ['a trait without a rule', { traits: [{ key: 'size' }] }, 'traits.0.rule', /"rule" is missing/],
    ['a slug with a space', { slug: 'Our best' }, 'slug', /such as "our-best"/],
    ['a text with NUL', { quote: { nb: 'a\0' } }, 'quote.nb', /NUL/],
    [
      'a NUL in a rule',
      { traits: [{ key: 'a', rule: { kind: 'contains', text: 'a\0' } }] },
      'traits.0.rule.text',
      /NUL/,
    ],
    [
      'a rule without an end',
      { traits: [{ key: 'a', rule: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) }] },
      ['traits.0.rule', ...Array.from({ length: 58 }, () => '0')].join('.'),
      /nested more than 60/,
    ],
    ['half an emoji', { quote: { nb: '\ud83d' } }, 'quote.nb', /surrogate/],
    [
      'a visibility said twice',
      { traits: [{ key: 'a', rule: {}, visibility: 'public' }], visibility: { a: 'public' } },
      'visibility.a',
      /already/,
    ],
    [
      'a field twice',
      { fields: { a: { number: 1 } }, kept: { a: { number: 1 } } },
      'kept.a',
      /among the fields already/,
    ],
    ['a list of links for one', { links: { segment: ['a'] } }, 'links.segment', /a list/],
    ['an infinite number', { fields: { size: { number: Infinity } } }, 'fields.size.number', /Infinity/],
  ])('with %s says where and what to do', (_what, changes, path, message) => {
    expect(problemsOf({ ...least, ...changes })).toEqual([[path, expect.stringMatching(message)]])
  })

  test('tells all that is wrong, and takes a key with nothing after it as left out', () => {
    expect(problemsOf({ ...least, summary: null, fields: null })).toEqual([])
    expect(problemsOf({ slug: 1, kind: 'x', colour: 1 }).map(([path]) => path)).toEqual([
      'colour',
      'profilkort',
      'slug',
      'kind',
      'template',
    ])
  })

  test('never breaks the reader, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom(...Object.keys({ ...least, fields: 1, traits: 1, links: 1 })),
        (value, key) => {
          const read = fromDocument({ ...least, [key]: value })
          expect(read.value !== undefined || read.problems.length > 0).toBe(true)
        },
      ),
    )
  })
})
