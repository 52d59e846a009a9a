import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRule } from './check.ts'
import { testCatalogue } from './testing/catalogue.ts'
import { ruleArbitrary } from './testing/rules.ts'

const on = (key: string) => ({ kind: 'attribute', key })
const employees = on('employees')

function problemsOf(input: unknown) {
  const checked = checkRule(input, testCatalogue)
  return checked.ok ? [] : checked.problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test.each<[what: string, input: unknown, problem: RegExp]>([
  ['nothing', undefined, /^: A rule is an object such as .*; this is missing\.$/],
  ['null', null, /this is null/],
  ['a list', [], /this is a list/],
  ['no kind', {}, /^kind: A rule needs a kind\. Use one of: all, any, not, inSegment, company, people, is, /],
  ['a misspelt kind', { kind: 'betwen' }, /There is no kind of rule 'betwen'\. Did you mean 'between'\?/],
  ['a kind off the prototype', { kind: 'constructor' }, /There is no kind of rule 'constructor'/],
  ['a kind called __proto__', JSON.parse('{"kind":"__proto__"}'), /There is no kind of rule '__proto__'/],
  [
    'an own property __proto__',
    JSON.parse('{"kind":"all","rules":[],"__proto__":{"x":1}}'),
    /^__proto__: .*means nothing here/,
  ],
  ['no rules', { kind: 'all' }, /^rules: 'all' needs a list of rules/],
  ['a rule missing under not', { kind: 'not' }, /^rule: A rule is an object.*this is missing/],
  [
    'a misspelt property',
    { kind: 'any', rules: [], rulez: [] },
    /^rulez: 'rulez' means nothing here\. Did you mean 'rules'\?/,
  ],
  [
    'an unknown property',
    { kind: 'isKnown', field: employees, value: 1 },
    /^value: .*Remove it; 'isKnown' has kind, field\./,
  ],
  [
    'an unknown attribute',
    { kind: 'isKnown', field: on('industri') },
    /^field\.key: There is no attribute 'industri'\. Did you mean 'industry'\?/,
  ],
  ['an attribute by its label', { kind: 'isKnown', field: on('Børsnotert') }, /Did you mean 'listed'\?/],
  [
    'an attribute nothing is near',
    { kind: 'isKnown', field: on('zzzzzzzzz') },
    /Add it to the catalogue, or use another\./,
  ],
  [
    'a metric as attribute',
    { kind: 'isKnown', field: on('winRate') },
    /There is a metric of that key: use "kind": "metric"\./,
  ],
  [
    'an unknown metric',
    { kind: 'isKnown', field: { kind: 'metric', key: 'nps' } },
    /Use one of: wonValue, winRate\./,
  ],
  [
    'a field of no kind',
    { kind: 'isKnown', field: { key: 'employees' } },
    /^field\.kind: .*'attribute', 'metric', 'interactions'/,
  ],
  [
    'a key that is no text',
    { kind: 'isKnown', field: { kind: 'attribute', key: 1 } },
    /^field\.key: Give the key/,
  ],
  [
    'an operator not of the type',
    { kind: 'contains', field: employees, text: '2' },
    /^kind: 'contains' does not work on 'employees', which is a number\. Use one of: is, isNot, atLeast,/,
  ],
  ['no value', { kind: 'is', field: employees }, /^value: Give a number; this is missing\./],
  [
    'a number as text',
    { kind: 'is', field: employees, value: '20' },
    /^value: Give a number; this is a string\./,
  ],
  ['NaN', { kind: 'is', field: employees, value: Number.NaN }, /this is NaN/],
  ['Infinity', { kind: 'atMost', field: employees, value: Number.POSITIVE_INFINITY }, /this is Infinity/],
  [
    'an amount without currency',
    { kind: 'atLeast', field: on('revenue'), value: { amount: 5 } },
    /^value\.currency: Name the currency/,
  ],
  [
    'an amount as number',
    { kind: 'atLeast', field: on('revenue'), value: 5 },
    /An amount is an object such as/,
  ],
  [
    'a currency in small letters',
    { kind: 'atLeast', field: on('revenue'), value: { amount: 5, currency: 'nok' } },
    /ISO 4217/,
  ],
  [
    'a day that is none',
    { kind: 'atLeast', field: on('founded'), value: '2026-02-30' },
    /this is '2026-02-30'/,
  ],
  [
    'a time without zone',
    { kind: 'atLeast', field: on('founded'), value: '2026-02-03T10:00:00' },
    /instant with its zone/,
  ],
  [
    'from after to',
    { kind: 'between', field: employees, from: 100, to: 20 },
    /^to: 'from' \(100\) is after 'to' \(20\).*Swap them\./,
  ],
  [
    'two currencies',
    {
      kind: 'between',
      field: on('revenue'),
      from: { amount: 1, currency: 'NOK' },
      to: { amount: 2, currency: 'SEK' },
    },
    /Use one currency/,
  ],
  [
    'days in part',
    { kind: 'withinDays', field: on('founded'), days: 1.5 },
    /^days: Give a whole number of days/,
  ],
  ['no days', { kind: 'olderThanDays', field: on('founded'), days: 0 }, /from 1 to 36525/],
  [
    'an empty part of a text',
    { kind: 'contains', field: on('city'), text: '' },
    /^text: Write the text to look for/,
  ],
  ['NUL', { kind: 'is', field: on('city'), value: 'a\0b' }, /characters in it that cannot be stored/],
  [
    'half of a pair',
    { kind: 'oneOf', field: on('city'), values: ['ok', '\uD83D'] },
    /^values\.1: .*cannot be stored/,
  ],
  [
    'a long text',
    { kind: 'is', field: on('city'), value: 'x'.repeat(1001) },
    /1001 characters; at most 1000/,
  ],
  [
    'values that are no list',
    { kind: 'oneOf', field: on('city'), values: 'Oslo' },
    /^values: Give a list of texts; this is a string/,
  ],
  [
    'a long list',
    { kind: 'oneOf', field: on('city'), values: Array(1001).fill('x') },
    /1001 values; at most 1000/,
  ],
])('%s is refused', (_, input, problem) => {
  expect(problemsOf(input)).toEqual([expect.stringMatching(problem)])
})

test('every problem of a rule is told, each with its path', () => {
  const rule = {
    kind: 'all',
    rules: [
      { kind: 'is', field: on('industri'), value: 'x' },
      { kind: 'not', rule: { kind: 'any', rules: [{ kind: 'atLeast', field: employees, value: null }] } },
    ],
  }
  expect(problemsOf(rule).map((problem) => problem.split(':')[0])).toEqual([
    'rules.0.field.key',
    'rules.1.rule.rules.0.value',
  ])
})

test('rules nest twenty deep and no deeper', () => {
  const nested = (depth: number): unknown =>
    depth === 1 ? { kind: 'isKnown', field: employees } : { kind: 'not', rule: nested(depth - 1) }
  expect(problemsOf(nested(20))).toEqual([])
  expect(problemsOf(nested(21))).toEqual([expect.stringContaining('more than 20 deep')])
})

test('a rule has five hundred parts and no more', () => {
  expect(problemsOf(wide(500))).toEqual([])
  expect(problemsOf(wide(100_000))).toEqual([expect.stringContaining('more than 500 parts')])
})

test('the lists of a rule hold ten thousand values and no more', () => {
  const values = Array.from({ length: 1000 }, (_, i) => `v${i}`)
  const lists = (count: number) =>
    Array.from({ length: count }, () => ({ kind: 'oneOf', field: on('city'), values }))
  expect(problemsOf({ kind: 'any', rules: lists(10) })).toEqual([])
  expect(problemsOf({ kind: 'any', rules: lists(11) })).toEqual([
    expect.stringMatching(/^rules\.10\.values: .*more than 10000 values in all/),
  ])
})

test('hopeless input is answered with a hundred problems at most', () => {
  const junk = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`x${i}`, i]))
  expect(problemsOf({ kind: 'all', rules: [], ...junk })).toHaveLength(100)
})

test('a rule that makes sense comes back equal, as a frozen copy', () => {
  fc.assert(
    fc.property(ruleArbitrary(testCatalogue), (rule) => {
      const input = JSON.parse(JSON.stringify(rule))
      const checked = checkRule(input, testCatalogue)
      expect(checked).toEqual({ ok: true, value: input })
      expect(isDeeplyFrozen(checked.ok && checked.value)).toBe(true)
      expect(Object.isFrozen(input)).toBe(false)
    }),
  )
})

test('whatever comes in, the check answers', () => {
  const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true })
  const mostlyRule = fc.record(
    {
      kind: fc.constantFrom('all', 'is', 'between', 'oneOf', 'not'),
      rules: fc.array(anything),
      rule: anything,
      field: fc.constantFrom(employees, on('city'), on('revenue')),
      value: anything,
      values: anything,
      from: anything,
      to: anything,
    },
    { requiredKeys: ['kind'] },
  )
  fc.assert(
    fc.property(fc.oneof(anything, mostlyRule), (input) => {
      expect(typeof checkRule(input, testCatalogue).ok).toBe('boolean')
    }),
  )
})

function wide(count: number) {
  return {
    kind: 'all',
    rules: Array.from({ length: count - 1 }, () => ({ kind: 'isKnown', field: employees })),
  }
}

function isDeeplyFrozen(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen))
  )
}
