import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedItems, changedWords, diffContents } from './diff.ts'
import { fromParts, partsOf } from './parts.ts'
import { emptyContent, type ProfileContent, type Trait } from './profile.ts'
import { contentArbitrary } from './testing/contents.ts'

function trait(key: string): Trait {
  return { key, label: { nb: key }, words: {}, rule: { kind: 'all', rules: [] } }
}

test('a change says what was and what is, within texts and lists too', () => {
  const before: ProfileContent = {
    ...emptyContent,
    name: { nb: 'Byrået', sv: 'Byrån' },
    summary: { nb: 'Vi vokser raskt' },
    fields: {
      goals: { kind: 'list', items: { nb: ['Spare tid', 'Vokse'] } },
      employees: { kind: 'number', number: 20 },
    },
  }
  const after: ProfileContent = {
    ...before,
    name: { nb: 'Byrået', da: 'Bureauet' },
    summary: { nb: 'Vi vokser sakte' },
    fields: {
      goals: { kind: 'list', items: { nb: ['Spare tid', 'Sove'] } },
      employees: { kind: 'number', number: 25 },
    },
    links: { ...before.links, personas: ['kari'] },
  }
  const changes = diffContents(before, after)
  expect(changes).toEqual([
    { path: 'name.sv', locale: 'sv', kind: 'removed', before: 'Byrån', after: null },
    { path: 'name.da', locale: 'da', kind: 'added', before: null, after: 'Bureauet' },
    {
      path: 'summary.nb',
      locale: 'nb',
      kind: 'changed',
      before: 'Vi vokser raskt',
      after: 'Vi vokser sakte',
    },
    {
      path: 'fields.goals.nb',
      locale: 'nb',
      kind: 'changed',
      before: ['Spare tid', 'Vokse'],
      after: ['Spare tid', 'Sove'],
    },
    { path: 'fields.employees', kind: 'changed', before: 20, after: 25 },
    { path: 'links.personas', kind: 'added', before: null, after: ['kari'] },
  ])
  const [same, removed, added] = ['same', 'removed', 'added']
  expect(changes.map(changedWords).filter((each) => each !== undefined)).toEqual([
    [
      { kind: same, text: 'Vi vokser ' },
      { kind: removed, text: 'raskt' },
      { kind: added, text: 'sakte' },
    ],
  ])
  expect(changes.map(changedItems).filter((each) => each !== undefined)).toEqual([
    [
      { kind: same, text: 'Spare tid' },
      { kind: removed, text: 'Vokse' },
      { kind: added, text: 'Sove' },
    ],
    [{ kind: added, text: 'kari' }],
  ])
})

test('the order of traits is a change when one was moved, not when one came or went', () => {
  const before = { ...emptyContent, traits: [trait('size'), trait('place')] }
  const paths = (traits: readonly Trait[]) =>
    diffContents(before, { ...emptyContent, traits }).map(({ path }) => path)
  expect(paths([trait('place'), trait('size')])).toEqual(['traits'])
  expect(paths([trait('place')])).toEqual(['traits.size', 'traits.size.label.nb', 'traits.size.rule'])
  expect(paths([trait('size'), trait('age'), trait('place')])).toEqual([
    'traits.age',
    'traits.age.label.nb',
    'traits.age.rule',
  ])
})

test('a content that came back from the database with its keys in another order is unchanged', () => {
  fc.assert(
    fc.property(contentArbitrary, (content) => {
      expect(diffContents(content, sorted(content) as ProfileContent)).toEqual([])
    }),
  )
})

test('contents without a change between them hold the same, and every change is told once', () => {
  fc.assert(
    fc.property(contentArbitrary, contentArbitrary, (before, after) => {
      const changes = diffContents(before, after)
      const isEqual = isDeepEqual(fromParts(partsOf(before)), fromParts(partsOf(after)))
      expect(changes.length === 0).toBe(isEqual)
      expect(new Set(changes.map(({ path }) => path)).size).toBe(changes.length)
      const back = diffContents(after, before)
      expect(new Set(back.map(({ path }) => path))).toEqual(new Set(changes.map(({ path }) => path)))
    }),
  )
})

function isDeepEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}
