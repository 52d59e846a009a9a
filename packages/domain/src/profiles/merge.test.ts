import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffContents } from './diff.ts'
import { mergeContents } from './merge.ts'
import { fromParts, partsOf } from './parts.ts'
import { emptyContent, type ProfileContent, type Trait } from './profile.ts'
import { isSame } from './same.ts'
import { contentArbitrary, editsArbitrary } from './testing/contents.ts'

function trait(key: string, words = ''): Trait {
  return { key, label: { nb: key }, words: { nb: words }, rule: { kind: 'all', rules: [] } }
}

function content(some: Partial<ProfileContent>): ProfileContent {
  return { ...emptyContent, ...some }
}

test('two people who write in different parts lose nothing', () => {
  const base = content({ name: { nb: 'Byrået' }, traits: [trait('size'), trait('place')] })
  const mine = content({
    name: { nb: 'Byrået', sv: 'Byrån' },
    traits: [trait('size', 'Over 20'), trait('place')],
  })
  const theirs = content({
    name: { nb: 'Regnskapsbyrået' },
    traits: [trait('size'), trait('place'), trait('age')],
    quote: { nb: 'Tid' },
  })
  expect(mergeContents(base, mine, theirs)).toEqual({
    merged: fromParts(
      partsOf(
        content({
          name: { nb: 'Regnskapsbyrået', sv: 'Byrån' },
          quote: { nb: 'Tid' },
          traits: [trait('size', 'Over 20'), trait('place'), trait('age')],
        }),
      ),
    ),
    conflicts: [],
  })
})

test('a text that both changed is a conflict with both sides; theirs stands', () => {
  const { merged, conflicts } = mergeContents(
    content({ name: { nb: 'A', sv: 'A' } }),
    content({ name: { nb: 'B', sv: 'C' } }),
    content({ name: { nb: 'D', sv: 'C' } }),
  )
  expect(conflicts).toEqual([{ path: 'name.nb', locale: 'nb', base: 'A', mine: 'B', theirs: 'D' }])
  expect(merged.name).toEqual({ nb: 'D', sv: 'C' })
})

test('lines and links are merged one by one, and a list in which both changed the same line is a conflict', () => {
  const goals = (...nb: string[]) => ({ goals: { kind: 'list' as const, items: { nb } } })
  const links = (...personas: string[]) => ({ ...emptyContent.links, personas })
  const base = content({ fields: goals('a', 'b', 'c'), links: links('kari', 'ola') })
  const { merged, conflicts } = mergeContents(
    base,
    content({ fields: goals('A', 'b', 'c'), links: links('ola', 'per') }),
    content({ fields: goals('a', 'b', 'c', 'd'), links: links('kari', 'ola', 'eva') }),
  )
  expect(conflicts).toEqual([])
  expect(merged.fields).toEqual(goals('A', 'b', 'c', 'd'))
  expect(merged.links.personas).toEqual(['ola', 'per', 'eva'])
  const clash = mergeContents(
    base,
    { ...base, fields: goals('X', 'b', 'c') },
    { ...base, fields: goals('Y', 'b', 'c') },
  )
  expect(clash.conflicts.map(({ path }) => path)).toEqual(['fields.goals.nb'])
  expect(clash.merged).toEqual({ ...base, fields: goals('Y', 'b', 'c') })
})

test('options, amounts and rules that both changed are conflicts, for half of each is neither', () => {
  const field = { kind: 'attribute', key: 'founded' } as const
  const made = (option: string, amount: number): ProfileContent =>
    content({
      fields: {
        channels: { kind: 'choice', options: [option] },
        budget: { kind: 'money', amount, currency: 'NOK' },
      },
      traits: [{ ...trait('size', 'Stor'), rule: { kind: 'withinDays', field, days: amount } }],
    })
  const { merged, conflicts } = mergeContents(made('email', 1), made('phone', 2), made('post', 3))
  expect(conflicts.map(({ path }) => path)).toEqual(['fields.channels', 'fields.budget', 'traits.size.rule'])
  expect(merged).toEqual(made('post', 3))
})

test('a trait, picture or link that one took out and the other changed is one conflict about the whole', () => {
  const link = (nb: string) => ({ kind: 'link' as const, url: 'https://example.com', label: { nb } })
  const face = (nb: string) => ({ hash: 'f'.repeat(64), alt: { nb } })
  const base = content({ picture: face('a'), traits: [trait('size', 'a')], fields: { site: link('a') } })
  const changed = content({ picture: face('b'), traits: [trait('size', 'b')], fields: { site: link('b') } })
  const kept = mergeContents(base, emptyContent, changed)
  expect(kept.merged).toEqual(changed)
  expect(kept.conflicts).toEqual([
    { path: 'picture', base: face('a'), mine: null, theirs: face('b') },
    { path: 'fields.site', base: link('a'), mine: null, theirs: link('b') },
    { path: 'traits.size', base: trait('size', 'a'), mine: null, theirs: trait('size', 'b') },
  ])
  expect(mergeContents(base, changed, emptyContent).merged).toEqual(emptyContent)
})

test('a field that one made a number of while the other wrote in it is a conflict, never half of each', () => {
  const base = content({ fields: { size: { kind: 'text', text: { nb: 'tjue', sv: 'tjugo' } } } })
  const theirs = content({ fields: { size: { kind: 'text', text: { nb: 'tretti', sv: 'tjugo' } } } })
  const mine = content({ fields: { size: { kind: 'number', number: 20 } } })
  const { merged, conflicts } = mergeContents(base, mine, theirs)
  expect(conflicts.map(({ path }) => path)).toEqual(['fields.size'])
  expect(merged).toEqual(theirs)
})

test('traits moved by one stay moved, with those the other added; moved by both is a conflict', () => {
  const traits = (...keys: string[]) => content({ traits: keys.map((key) => trait(key)) })
  const keysOf = ({ merged }: { readonly merged: ProfileContent }) => merged.traits.map(({ key }) => key)
  const base = traits('a', 'b', 'c')
  expect(keysOf(mergeContents(base, traits('c', 'a', 'b'), traits('a', 'n', 'b', 'c')))).toEqual([
    'c',
    'a',
    'n',
    'b',
  ])
  const both = mergeContents(base, traits('c', 'a', 'b'), traits('b', 'a', 'c'))
  expect(both.conflicts).toEqual([
    { path: 'traits', base: ['a', 'b', 'c'], mine: ['c', 'a', 'b'], theirs: ['b', 'a', 'c'] },
  ])
  expect(keysOf(both)).toEqual(['b', 'a', 'c'])
})

test('who alone changed something, gets it as it is', () => {
  fc.assert(
    fc.property(contentArbitrary, contentArbitrary, (base, changed) => {
      const alone = { merged: fromParts(partsOf(changed)), conflicts: [] }
      expect(mergeContents(base, changed, base)).toEqual(alone)
      expect(mergeContents(base, base, changed)).toEqual(alone)
      expect(mergeContents(base, changed, changed)).toEqual(alone)
    }),
  )
})

test('both sides see the same conflicts, and theirs stands in them', () => {
  fc.assert(
    fc.property(editsArbitrary, ({ base, mine, theirs }) => {
      const { merged, conflicts } = mergeContents(base, mine, theirs)
      const swapped = mergeContents(base, theirs, mine)
      const turned = swapped.conflicts.map(({ mine, theirs, ...rest }) => ({
        ...rest,
        mine: theirs,
        theirs: mine,
      }))
      expect(byPath(turned)).toEqual(byPath(conflicts))
      for (const { path } of conflicts.filter((each) => each.path !== 'traits')) {
        expect(partsIn(merged, path)).toEqual(partsIn(theirs, path))
      }
    }),
  )
})

test('a change of either side that is in no conflict is in what they make together', () => {
  fc.assert(
    fc.property(editsArbitrary, ({ base, mine, theirs }) => {
      const { merged, conflicts } = mergeContents(base, mine, theirs)
      const after = partsOf(merged)
      const isContested = (path: string) =>
        conflicts.some((conflict) => path === conflict.path || path.startsWith(`${conflict.path}.`))
      for (const { path, before, after: wanted } of [
        ...diffContents(base, mine),
        ...diffContents(base, theirs),
      ]) {
        if (isContested(path) || path === 'traits') continue
        const got = after.get(path)?.value ?? null
        if (Array.isArray(wanted ?? before) && !isSame(got, wanted)) {
          const [old, young, now] = [before, wanted, got].map((keys) => (keys ?? []) as readonly string[])
          for (const key of young ?? []) if (!old?.includes(key)) expect(now).toContain(key)
          if (path.startsWith('links.'))
            for (const key of old ?? []) if (!young?.includes(key)) expect(now).not.toContain(key)
        } else {
          expect(got).toEqual(wanted)
        }
      }
    }),
    { numRuns: 300 },
  )
})

function byPath(conflicts: readonly { readonly path: string }[]) {
  return conflicts.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function partsIn(content: ProfileContent, path: string) {
  const isWithin = (each: string) => each === path || each.startsWith(`${path}.`)
  return [...partsOf(content)].filter(([each]) => isWithin(each))
}
