import { expect, test } from 'vitest'
import { lower } from './lower.ts'
import type { Field, Rule } from './rule.ts'
import { testNow } from './testing/values.ts'

const field: Field = { kind: 'attribute', key: 'x' }
const day = 86_400_000
const march = Date.UTC(2026, 2, 1)
const leaf = (more: object, negated = false) => ({ field, negated, ...more })
const compare = (op: string, value: number, more: object = {}) =>
  leaf({ kind: 'compare', op, value, ...more })

test.each<[Rule, unknown]>([
  [{ kind: 'is', field, value: 'a' }, leaf({ kind: 'among', values: ['a'] })],
  [{ kind: 'is', field, value: 5 }, compare('=', 5)],
  [{ kind: 'is', field, value: false }, leaf({ kind: 'flag', value: false })],
  [{ kind: 'isNot', field, value: 'a' }, leaf({ kind: 'among', values: ['a'] }, true)],
  [{ kind: 'oneOf', field, values: [] }, leaf({ kind: 'among', values: [] })],
  [{ kind: 'noneOf', field, values: ['a', 'b'] }, leaf({ kind: 'among', values: ['a', 'b'] }, true)],
  [
    { kind: 'includesAll', field, values: ['a', 'b'] },
    { kind: 'all', rules: [leaf({ kind: 'among', values: ['a'] }), leaf({ kind: 'among', values: ['b'] })] },
  ],
  [{ kind: 'contains', field, text: 'ÅS' }, leaf({ kind: 'match', mode: 'contains', text: 'ås' })],
  [{ kind: 'atLeast', field, value: { amount: 5, currency: 'NOK' } }, compare('>=', 5, { currency: 'NOK' })],
  [
    { kind: 'between', field, from: 20, to: 100 },
    { kind: 'all', rules: [compare('>=', 20), compare('<=', 100)] },
  ],
  [
    { kind: 'withinDays', field, days: 30 },
    { kind: 'all', rules: [compare('>=', testNow - 30 * day), compare('<=', testNow)] },
  ],
  [{ kind: 'olderThanDays', field, days: 30 }, compare('<', testNow - 30 * day)],
  [{ kind: 'isUnknown', field }, leaf({ kind: 'known' }, true)],
])('%j lowers to the core', (rule, core) => {
  expect(lower(rule, testNow)).toEqual(core)
})

test.each<['atLeast' | 'atMost' | 'moreThan' | 'lessThan', string, unknown]>([
  ['atLeast', '2026-03-01', compare('>=', march)],
  ['lessThan', '2026-03-01', compare('<', march)],
  ['moreThan', '2026-03-01', compare('>=', march + day)],
  ['atMost', '2026-03-01', compare('<', march + day)],
  ['moreThan', '2026-03-01T00:00:00Z', compare('>=', march + 1)],
  ['atMost', '2026-03-01T01:00:00+01:00', compare('<', march + 1)],
])('%s %s has the whole of the moment on one side', (kind, value, core) => {
  expect(lower({ kind, field, value }, testNow)).toEqual(core)
})

test('between two days has the last one in it to its end', () => {
  const core = lower({ kind: 'between', field, from: '2026-03-01', to: '2026-03-01' }, testNow)
  expect(core).toEqual({ kind: 'all', rules: [compare('>=', march), compare('<', march + day)] })
})

test('not is pushed down to the leaves by De Morgan, and twice is none', () => {
  const inner: Rule = {
    kind: 'all',
    rules: [
      { kind: 'isKnown', field },
      { kind: 'any', rules: [{ kind: 'isNot', field, value: 1 }] },
    ],
  }
  const negated = lower({ kind: 'not', rule: inner }, testNow)
  expect(negated).toEqual({
    kind: 'any',
    rules: [leaf({ kind: 'known' }, true), { kind: 'all', rules: [compare('=', 1)] }],
  })
  expect(lower({ kind: 'not', rule: { kind: 'not', rule: inner } }, testNow)).toEqual(lower(inner, testNow))
})

test('a time that is none holds of nobody, rather than throwing', () => {
  expect(lower({ kind: 'atLeast', field, value: 'soon' }, testNow)).toEqual({ kind: 'any', rules: [] })
})

test('what comes out is frozen', () => {
  const core = lower({ kind: 'between', field, from: 1, to: 2 }, testNow)
  expect(Object.isFrozen(core) && core.kind === 'all' && Object.isFrozen(core.rules[0])).toBe(true)
})
