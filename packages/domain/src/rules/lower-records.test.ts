import { expect, test } from 'vitest'
import type { CoreRule } from './core.ts'
import { evaluate } from './evaluate.ts'
import { lower } from './lower.ts'
import type { Rule } from './rule.ts'

const now = Date.UTC(2026, 10, 23, 12)
const day = 86_400_000
const count = { kind: 'interactions', figure: 'count', name: 'Order' } as const
const some = (from: number | undefined, until: number | undefined): CoreRule => ({
  kind: 'compare',
  field: { kind: 'interactions', figure: 'count', name: 'Order', span: { from, until } },
  op: '>=',
  value: 1,
  negated: false,
})

test('a window is a span of instants, counted from now', () => {
  const windowed = (window: object) =>
    lower({ kind: 'atLeast', field: { ...count, window } as typeof count, value: 1 }, now)
  expect(windowed({ kind: 'lastDays', days: 2 })).toEqual(some(now - 2 * day, now + 1))
  expect(windowed({ kind: 'during', period: 'lastMonth' })).toEqual(
    some(Date.UTC(2026, 9, 1), Date.UTC(2026, 10, 1)),
  )
  expect(windowed({ kind: 'between', from: '2026-01-01', to: '2026-01-01' })).toEqual(
    some(Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2)),
  )
  expect(windowed({ kind: 'between', to: '2026-01-01T00:00:00Z' })).toEqual(
    some(undefined, Date.UTC(2026, 0, 1) + 1),
  )
})

test('the last was lately where one was, and none since', () => {
  const last = { ...count, figure: 'last' } as const
  expect(lower({ kind: 'withinDays', field: last, days: 30 }, now)).toEqual({
    kind: 'all',
    rules: [some(now - 30 * day, now + 1), { ...some(now + 1, undefined), negated: true }],
  })
  expect(lower({ kind: 'olderThanDays', field: last, days: 30 }, now)).toEqual({
    kind: 'all',
    rules: [some(undefined, now - 30 * day), { ...some(now - 30 * day, undefined), negated: true }],
  })
  expect(lower({ kind: 'isUnknown', field: last }, now)).toEqual({
    ...some(undefined, undefined),
    negated: true,
  })
})

test('the first is told the other way round, within its window', () => {
  const window = { kind: 'between', from: '2026-01-01' } as const
  const first = { ...count, figure: 'first', window } as const
  const start = Date.UTC(2026, 0, 1)
  expect(lower({ kind: 'atLeast', field: first, value: '2026-03-01' }, now)).toEqual({
    kind: 'all',
    rules: [some(Date.UTC(2026, 2, 1), undefined), { ...some(start, Date.UTC(2026, 2, 1)), negated: true }],
  })
})

test('a segment is its rule, one that is gone has nobody, and without any a rule cannot name one', () => {
  const bought: Rule = { kind: 'atLeast', field: count, value: 1 }
  const rule: Rule = { kind: 'not', rule: { kind: 'inSegment', segment: 'buyers' } }
  expect(lower(rule, now, new Map([['buyers', { name: {}, rule: bought }]]))).toEqual(
    lower({ kind: 'not', rule: bought }, now),
  )
  expect(lower(rule, now, new Map())).toEqual({ kind: 'all', rules: [] })
  expect(() => lower(rule, now)).toThrow(/segments that were not read/)
})

test('records and people that were not read are no answer', () => {
  const known = { attributes: {}, metrics: {} }
  expect(() => evaluate(lower({ kind: 'atLeast', field: count, value: 1 }, now), known)).toThrow(/not read/)
  expect(() => evaluate(lower({ kind: 'company', rule: { kind: 'all', rules: [] } }, now), known)).toThrow(
    /not read/,
  )
})
