import { expect, test } from 'vitest'
import type { Standing } from '../consents/consent.ts'
import type { Ground } from '../consents/purpose.ts'
import type { CoreRule } from './core.ts'
import { evaluate } from './evaluate.ts'
import { lower } from './lower.ts'
import type { CustomerRecords } from './records.ts'
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

test('a segment is its rule among those who may be profiled, one that is gone has nobody, and without any a rule cannot name one', () => {
  const bought: Rule = { kind: 'atLeast', field: count, value: 1 }
  const rule: Rule = { kind: 'not', rule: { kind: 'inSegment', segment: 'buyers' } }
  const segments = new Map([['buyers', { name: {}, rule: bought }]])
  const profiled = { kind: 'profiled', now, negated: true } as const
  expect(lower(rule, now, { segments, purposes: new Map() })).toEqual({
    kind: 'any',
    rules: [lower({ kind: 'not', rule: bought }, now), { ...profiled, ground: 'consent' }],
  })
  const purposes = new Map([['profiling', { name: {}, ground: 'legitimateInterest' } as const]])
  expect(lower(rule, now, { segments, purposes })).toMatchObject({
    rules: [{}, { ...profiled, ground: 'legitimateInterest' }],
  })
  expect(lower(rule, now, { segments: new Map(), purposes })).toEqual({ kind: 'all', rules: [] })
  expect(() => lower(rule, now)).toThrow(/segments that were not read/)
})

test('who may be profiled, and so who has a fit, is decided by where they stand at the instant', () => {
  const fits = {
    kind: 'atLeast',
    field: { kind: 'fit', scorecard: 'leads', figure: 'points' },
    value: 1,
  } as const
  const inSegment = { kind: 'inSegment', segment: 'everybody' } as const
  const segments = new Map([['everybody', { name: {}, rule: { kind: 'all', rules: [] } as const }]])
  const holds = (
    kind: 'company' | 'person',
    ground: Ground,
    standing?: Standing['standing'],
    until = now + 1,
  ) => {
    const own = {
      purpose: 'profiling',
      standing: 'given',
      since: 0,
      expiresAt: until,
      consentId: 'c',
    } as const
    const records: CustomerRecords = {
      kind,
      interactions: [],
      deals: [],
      standings: standing === undefined ? [] : [{ ...own, standing }],
      lists: [],
      fits: [{ scorecard: 'leads', band: null, status: 'scored', threshold: 'yes', points: 2, percent: 100 }],
    }
    const by = { segments, purposes: new Map([['profiling', { name: {}, ground }]]) }
    const answers = [fits, inSegment].map((rule) =>
      evaluate(lower(rule, now, by), { attributes: {}, metrics: {}, records }),
    )
    expect(answers[0]).toBe(answers[1])
    return answers[0]
  }
  expect(holds('company', 'consent')).toBe(true)
  expect(holds('person', 'consent')).toBe(false)
  expect(holds('person', 'legitimateInterest')).toBe(true)
  expect(holds('person', 'consent', 'given')).toBe(true)
  expect(holds('person', 'consent', 'given', now)).toBe(false)
  expect(holds('person', 'consent', 'withdrawn')).toBe(false)
  expect(holds('person', 'legitimateInterest', 'denied')).toBe(false)
})

test('records and people that were not read are no answer', () => {
  const known = { attributes: {}, metrics: {} }
  expect(() => evaluate(lower({ kind: 'atLeast', field: count, value: 1 }, now), known)).toThrow(/not read/)
  expect(() => evaluate(lower({ kind: 'company', rule: { kind: 'all', rules: [] } }, now), known)).toThrow(
    /not read/,
  )
})
