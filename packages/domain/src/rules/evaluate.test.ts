import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CustomerFacts } from '../customers/customer.ts'
import { evaluate } from './evaluate.ts'
import { lower } from './lower.ts'
import type { Rule } from './rule.ts'
import { testCatalogue } from './testing/catalogue.ts'
import { factsArbitrary } from './testing/facts.ts'
import { ruleArbitrary } from './testing/rules.ts'
import { testNow } from './testing/values.ts'

const field = { kind: 'attribute', key: 'x' } as const
const nok = (amount: number) => ({ amount, currency: 'NOK' })

/** Whether the rule holds of a customer whose only attribute has this value; undefined for none. */
function holds(rule: Rule, value: unknown): boolean {
  const facts = { attributes: value === undefined ? {} : { x: value }, metrics: {} } as CustomerFacts
  return evaluate(lower(rule, testNow), facts)
}

test.each<[rule: Rule, on: readonly unknown[], not: readonly unknown[]]>([
  [
    { kind: 'is', field, value: 'a' },
    ['a', ['b', 'a']],
    ['A', 'ab', ['b'], [], 1, null, { a: 1 }, undefined],
  ],
  [{ kind: 'isNot', field, value: 'a' }, ['b', ['b'], 1, null, undefined], ['a', ['a']]],
  [{ kind: 'is', field, value: 0 }, [0, -0], [1, '0', false, null, [0], undefined]],
  [{ kind: 'is', field, value: false }, [false], [true, 0, 'false', null, undefined]],
  [{ kind: 'oneOf', field, values: ['a', 'b'] }, ['a', 'b', ['c', 'b']], ['c', ['c'], undefined]],
  [{ kind: 'oneOf', field, values: [] }, [], ['a', [], undefined]],
  [{ kind: 'noneOf', field, values: ['a', 'b'] }, ['c', [], undefined], ['a', ['c', 'a']]],
  [{ kind: 'includesAll', field, values: ['a', 'b'] }, [['b', 'c', 'a']], [['a'], [], 'a', undefined]],
  [{ kind: 'contains', field, text: 'RØ' }, ['Tromsø brød', 'rø'], ['ro', ['rø'], 5, undefined]],
  [{ kind: 'startsWith', field, text: 'a' }, ['Abc', 'a'], ['ba', '', undefined]],
  [{ kind: 'endsWith', field, text: '😀' }, ['x😀'], ['😀x', undefined]],
  [{ kind: 'contains', field, text: '%' }, ['100%'], ['100', '_']],
  [
    { kind: 'atLeast', field, value: 20 },
    [20, 21],
    [19.999, '20', Number.NaN, Number.POSITIVE_INFINITY, undefined],
  ],
  [{ kind: 'moreThan', field, value: 20 }, [20.0001], [20, undefined]],
  [{ kind: 'atMost', field, value: 20 }, [20, -5], [20.1, undefined]],
  [{ kind: 'lessThan', field, value: 20 }, [19], [20, undefined]],
  [{ kind: 'between', field, from: 20, to: 100 }, [20, 100], [19, 101, undefined]],
  [
    { kind: 'not', rule: { kind: 'between', field, from: 20, to: 100 } },
    [19, 101, 'x', undefined],
    [20, 100],
  ],
  [
    { kind: 'atLeast', field, value: nok(5) },
    [nok(5)],
    [nok(4), { amount: 9, currency: 'SEK' }, 9, { amount: '9', currency: 'NOK' }, undefined],
  ],
  [
    { kind: 'withinDays', field, days: 1 },
    [testNow, testNow - 86_400_000],
    [testNow + 1, testNow - 86_400_001, '2026-11-23', undefined],
  ],
  [{ kind: 'olderThanDays', field, days: 1 }, [testNow - 86_400_001], [testNow - 86_400_000, undefined]],
  [{ kind: 'isKnown', field }, ['', 0, false, [], 'a'], [null, undefined]],
  [{ kind: 'isUnknown', field }, [null, undefined], ['', 0, false, []]],
  [{ kind: 'all', rules: [] }, [1, undefined], []],
  [{ kind: 'any', rules: [] }, [], [1, undefined]],
])('%j', (rule, on, not) => {
  for (const value of on) expect(holds(rule, value), `holds of ${JSON.stringify(value)}`).toBe(true)
  for (const value of not) expect(holds(rule, value), `does not hold of ${JSON.stringify(value)}`).toBe(false)
})

test('a metric and an attribute of one key are two things', () => {
  const facts = { attributes: { nps: 1 }, metrics: { nps: 9 } }
  const answers = (['attribute', 'metric'] as const).map((kind) =>
    evaluate(lower({ kind: 'atLeast', field: { kind, key: 'nps' }, value: 5 }, 0), facts),
  )
  expect(answers).toEqual([false, true])
})

test.each(['__proto__', 'constructor', 'toString'])(
  '%s is not known of a customer who has no such attribute',
  (key) => {
    const rule = lower({ kind: 'isKnown', field: { kind: 'attribute', key } }, 0)
    expect(evaluate(rule, { attributes: {}, metrics: {} })).toBe(false)
  },
)

test('a rule or its negation holds of every customer, never both', () => {
  fc.assert(
    fc.property(ruleArbitrary(testCatalogue), factsArbitrary(testCatalogue), (rule, facts) => {
      const negated = lower({ kind: 'not', rule }, testNow)
      expect(evaluate(negated, facts)).toBe(!evaluate(lower(rule, testNow), facts))
    }),
    { numRuns: 1000 },
  )
})
