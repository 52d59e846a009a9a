import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DecisionChange, type Joined, planAlias, planJoin, planPart, planUndo } from './changes.ts'
import { type Decision, type Identifier, type IdentityRecord, pairOf } from './identity.ts'
import { joinRecords } from './join.ts'

const email = (value: string): Identifier => ({ kind: 'email', value })
const person = (id: string, source: string, name: string | null, ...values: readonly string[]) => ({
  id,
  kind: 'person' as const,
  source,
  name,
  isMention: false,
  attachedTo: null,
  since: 0,
  identifiers: values.map(email),
})

function customersOf(
  records: readonly IdentityRecord[],
  decisions: readonly Decision[],
): readonly (Joined & { readonly names: string })[] {
  return joinRecords(records, { decisions }).map(({ head, members }) => {
    const kind = records.find(({ id }) => id === head)?.kind ?? 'person'
    return { id: head, kind, records: members, names: members.toSorted().join(' ') }
  })
}

const namesOf = (...given: Parameters<typeof customersOf>) =>
  customersOf(...given)
    .map(({ names }) => names)
    .toSorted()

function decide(decisions: readonly Decision[], changes: readonly DecisionChange[]): readonly Decision[] {
  const isChanged = ({ a, b }: Decision) => changes.some((each) => each.a === a && each.b === b)
  return [
    ...decisions.filter((each) => !isChanged(each)),
    ...changes.flatMap(({ a, b, after }) => (after === null ? [] : [{ a, b, verdict: after }])),
  ].toSorted((one, other) => (`${one.a} ${one.b}` < `${other.a} ${other.b}` ? -1 : 1))
}

/** Joins the customers of two records, as far as they are two of one kind. */
function join(
  records: readonly IdentityRecord[],
  decisions: readonly Decision[],
  ids: readonly string[],
): readonly DecisionChange[] {
  const customers = customersOf(records, decisions).filter((each) =>
    each.records.some((id) => ids.includes(id)),
  )
  const plan = planJoin(customers, decisions)
  return plan.ok ? plan.value : []
}

const bob = person('a', 'crm', 'Bob', 'bob@x.no')
const roberts = [person('b', 'erp', 'Robert', 'robert@x.no'), person('c', 'shop2', 'Robert', 'robert@x.no')]

describe('a join by hand', () => {
  test('keeps all records of both together, whatever they are called, and is undone', () => {
    const records = [bob, ...roberts]
    expect(namesOf(records, [])).toEqual(['a', 'b c'])
    const changes = join(records, [], ['a', 'b'])
    const decisions = decide([], changes)
    expect(namesOf(records, decisions)).toEqual(['a b c'])
    const undo = planUndo(changes, decisions)
    expect(decide(decisions, undo.ok ? undo.value : [])).toEqual([])
  })

  test('holds for who comes later by any of the names, and for nobody of another', () => {
    const decisions = decide([], join([bob, ...roberts], [], ['a', 'b']))
    const later = person('d', 'web', 'Robert Moe', 'robert@x.no')
    expect(namesOf([bob, ...roberts, later], decisions)).toEqual(['a b c d'])
    const namesake = person('d', 'web', 'Bob', 'robert@x.no')
    const wife = person('d', 'web', 'Kari Moe', 'bob@x.no')
    expect(namesOf([bob, ...roberts, wife], decisions)).toEqual(['a b c', 'd'])
    expect(namesOf([bob, ...roberts, { ...namesake, source: 'crm' }], decisions)).toEqual(['a b c', 'd'])
  })

  test('can be taken back before a later one, which stands', () => {
    const other = person('d', 'web', 'Per', 'per@x.no')
    const records = [bob, ...roberts, other]
    const first = join(records, [], ['a', 'b'])
    const both = decide([], first)
    const second = join(records, both, ['a', 'd'])
    const all = decide(both, second)
    expect(namesOf(records, all)).toEqual(['a b c d'])
    const undo = planUndo(first, all)
    const left = decide(all, undo.ok ? undo.value : [])
    expect(namesOf(records, left)).toEqual(['a d', 'b c'])
    const last = planUndo(second, left)
    expect(decide(left, last.ok ? last.value : [])).toEqual([])
  })
})

test('an alias joins two that nobody has decided about; taken back, they are two for good', () => {
  expect(planAlias('b', 'b', [])).toEqual([])
  const changes = planAlias('b', 'a', [])
  const decisions = decide([], changes)
  expect(decisions).toEqual([{ a: 'a', b: 'b', verdict: 'together' }])
  const undo = planUndo(changes, decisions)
  const left = decide(decisions, undo.ok ? undo.value : [])
  expect(left).toEqual([{ a: 'a', b: 'b', verdict: 'apart' }])
  expect(planAlias('a', 'b', left)).toEqual([])
  expect(namesOf([bob, ...roberts], decide(left, join([bob, ...roberts], left, ['a', 'b'])))).toEqual([
    'a b c',
  ])
})

const families = fc
  .array(
    fc.record({
      kind: fc.constantFrom('person' as const, 'person' as const, 'company' as const),
      source: fc.constantFrom('crm', 'web', 'shop', 'erp'),
      name: fc.constantFrom('Bob Moe', 'Robert Moe', 'R. Moe', 'Kari Moe', null),
      since: fc.nat(2),
      identifiers: fc.uniqueArray(fc.constantFrom('x@moe.no', 'y@moe.no', 'z@moe.no').map(email), {
        maxLength: 2,
        selector: ({ value }) => value,
      }),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((all) => all.map((each, index) => ({ ...person(`h${index}`, '', null), ...each })))

const step = fc.record({
  kind: fc.constantFrom('join' as const, 'join' as const, 'part' as const),
  one: fc.nat(7),
  other: fc.nat(7),
})

test('any joins give one customer with all records of both, in any order of the records; undone in turn, what was before', () => {
  fc.assert(
    fc.property(
      families.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      fc.array(step, { maxLength: 5 }),
      ([records, shuffled], steps) => {
        let decisions: readonly Decision[] = []
        const done: { readonly changes: readonly DecisionChange[]; readonly before: readonly Decision[] }[] =
          []
        for (const { kind, one, other } of steps) {
          const [a, b] = [`h${one % records.length}`, `h${other % records.length}`]
          const customers = customersOf(records, decisions)
          const [first, second] = [a, b].map((id) => customers.find((each) => each.records.includes(id)))
          if (first === undefined || second === undefined) throw new Error('A record is of no customer')
          const plan =
            kind === 'part'
              ? planPart(first, [a], decisions)
              : planJoin([...new Set([first, second])], decisions)
          if (!plan.ok) continue
          done.push({ changes: plan.value, before: decisions })
          decisions = decide(decisions, plan.value)
          const after = customersOf(records, decisions)
          if (kind === 'join') {
            const both = after.find(({ records: members }) => members.includes(a))?.records ?? []
            expect(both).toEqual(expect.arrayContaining([...first.records, ...second.records]))
          }
          expect(namesOf(shuffled, decisions.toReversed())).toEqual(
            after.map(({ names }) => names).toSorted(),
          )
        }
        for (const { changes, before } of done.toReversed()) {
          const undo = planUndo(changes, decisions)
          decisions = decide(decisions, undo.ok ? undo.value : [])
          expect(decisions).toEqual(before)
        }
      },
    ),
    { numRuns: 2000 },
  )
})

test('joins of a family are undone in any order', () => {
  fc.assert(
    fc.property(
      families,
      fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 4 }),
      fc.infiniteStream(fc.nat(9)),
      (records, pairs, chances) => {
        let decisions: readonly Decision[] = []
        const done: (readonly DecisionChange[])[] = []
        for (const [one, other] of pairs) {
          const ids = [`h${one % records.length}`, `h${other % records.length}`]
          done.push(join(records, decisions, ids))
          decisions = decide(decisions, done.at(-1) ?? [])
        }
        while (done.length > 0) {
          const [changes = []] = done.splice((chances.next().value ?? 0) % done.length, 1)
          const undo = planUndo(changes, decisions)
          expect(undo.ok).toBe(true)
          decisions = decide(decisions, undo.ok ? undo.value : [])
        }
        expect(decisions).toEqual([])
      },
    ),
    { numRuns: 1000 },
  )
})

test('the two of a pair stand in their order', () => {
  expect(join([bob, ...roberts], [], ['c', 'a'])).toEqual(
    [
      ['a', 'b'],
      ['b', 'c'],
    ].map(([one = '', other = '']) => ({ ...pairOf(one, other), before: null, after: 'together' })),
  )
})
