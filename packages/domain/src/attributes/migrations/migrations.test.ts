import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../result.ts'
import { evaluate } from '../../rules/evaluate.ts'
import { lower } from '../../rules/lower.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Attribute, AttributeType, Catalogue, Value } from '../attribute.ts'
import { predefinedAttribute } from '../predefined.ts'
import { migrateRule } from './migrate-rule.ts'
import type { Migration, MigrationPlan } from './migration.ts'
import { catalogueAfter, planMigration } from './plan.ts'

const option = (key: string, label: string) => ({ key, label: { nb: label } })
const options = [option('red', 'Rød'), option('green', 'Grønn'), option('blue', 'Blå')]
const attributeOf = (type: AttributeType, more: Partial<Attribute> = {}): Attribute => ({
  key: 'x',
  subject: 'company',
  type,
  category: 'other',
  label: { nb: 'X' },
  options: type === 'choice' || type === 'choices' ? options : [],
  sensitive: false,
  ...more,
})
const scope = { taken: new Set(['x', 'taken']), locale: 'nb' } as const

function unwrap<Thing>(result: Result<Thing>): Thing {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
const planOf = (before: Attribute, migration: Migration) => unwrap(planMigration(before, migration, scope))
const convert = (plan: MigrationPlan, value: Value) => {
  const converted = plan.convert(value)
  return converted.kind === 'value' ? converted.value : converted.kind
}
const problemOf = (before: Attribute, migration: Migration) => {
  const planned = planMigration(before, migration, scope)
  return planned.ok ? undefined : planned.problems[0].path.join('.')
}

const day = Date.UTC(2026, 2, 1)
const nok = (amount: number) => ({ amount, currency: 'NOK' })

describe('a value is read as another type', () => {
  test.each<[AttributeType, Value, Partial<Migration> & { type: AttributeType }, Value]>([
    ['text', ' grønn ', { type: 'choice', options }, 'green'],
    ['text', 'GREEN', { type: 'choice', options }, 'green'],
    ['text', ' Lilla', { type: 'choice', options }, 'Lilla'],
    ['text', 'rød; Blå, lilla', { type: 'choices', options }, ['red', 'blue', 'lilla']],
    ['text', '1 234,5', { type: 'number' }, 1234.5],
    ['text', '1.234', { type: 'number' }, 'lost'],
    ['text', '1.234', { type: 'number', numberFormat: 'decimalComma' }, 1234],
    ['text', 'mange', { type: 'number' }, 'lost'],
    ['text', 'kr 500', { type: 'money', currency: 'NOK' }, nok(500)],
    ['text', 'Ja', { type: 'boolean' }, true],
    ['text', '1.3.2026', { type: 'time' }, day],
    ['text', '3/1/2026', { type: 'time', dateFormat: 'monthDayYear' }, day],
    ['text', '2026-03-01T12:00:00Z', { type: 'time' }, day + 43_200_000],
    ['text', '31.2.2026', { type: 'time' }, 'lost'],
    ['choice', 'red', { type: 'text' }, 'Rød'],
    ['choice', 'a, b', { type: 'choices' }, ['a, b']],
    ['choice', 'yes', { type: 'boolean' }, true],
    ['choices', ['red'], { type: 'choice' }, 'red'],
    ['choices', ['red', 'blue'], { type: 'choice' }, 'lost'],
    ['choices', ['red', 'blue'], { type: 'text' }, 'Rød, Blå'],
    ['choices', [], { type: 'choice' }, 'unknown'],
    ['number', 12.5, { type: 'text' }, '12.5'],
    ['number', 100, { type: 'money', currency: 'SEK' }, { amount: 100, currency: 'SEK' }],
    ['money', nok(100), { type: 'number', currency: 'NOK' }, 100],
    ['money', nok(100), { type: 'number', currency: 'SEK' }, 'lost'],
    ['money', nok(100), { type: 'text' }, '100 NOK'],
    ['boolean', true, { type: 'text' }, 'ja'],
    ['time', day, { type: 'text' }, '2026-03-01'],
    ['time', day, { type: 'number' }, 'lost'],
  ])('%s %j as %j is %j', (type, value, change, expected) => {
    const plan = planOf(attributeOf(type), { kind: 'changeType', ...change } as Migration)
    expect(convert(plan, value)).toEqual(expected)
  })

  test('single values become what is said, and nothing where that is said', () => {
    const values = [
      { from: 'mange', to: '100' },
      { from: 'vet ikke', to: null },
    ]
    const plan = planOf(attributeOf('text'), { kind: 'changeType', type: 'number', values })
    expect(['mange', 'vet ikke', '7', 'noen'].map((each) => convert(plan, each))).toEqual([
      100,
      'unknown',
      7,
      'lost',
    ])
  })
})

describe('merged options', () => {
  const merge: Migration = { kind: 'mergeOptions', from: ['green', 'Turkis'], into: 'blue' }

  test('become one, in lists too, and what is merged is read as it from then on', () => {
    const plan = planOf(attributeOf('choices'), merge)
    expect(convert(plan, ['green', 'red', 'blue', 'Turkis'])).toEqual(['blue', 'red'])
    expect(plan.after.options).toEqual([
      option('red', 'Rød'),
      { ...option('blue', 'Blå'), aliases: ['green', 'Grønn', 'Turkis'] },
    ])
  })

  test('of a list of the product are read as the other, which keeps its label', () => {
    const municipality = { ...attributeOf('choice'), options: [], list: 'municipalities' } as const
    const plan = planOf(municipality, { kind: 'mergeOptions', from: ['Kristiania'], into: 'NO-0301' })
    expect(plan.after.options).toMatchObject([
      { key: 'NO-0301', label: { nb: 'Oslo' }, aliases: ['Kristiania'] },
    ])
  })

  test('any values: all that are not merged stay as they are', () => {
    const text = fc.oneof(fc.constantFrom('red', 'green', 'blue', 'Turkis'), fc.string())
    fc.assert(
      fc.property(fc.oneof(text, fc.array(text)), (value) => {
        const plan = planOf(attributeOf(Array.isArray(value) ? 'choices' : 'choice'), merge)
        const after = [convert(plan, value)].flat()
        const others = (each: unknown) => !['green', 'Turkis', 'blue'].includes(String(each))
        expect(after.filter(others)).toEqual([...new Set([value].flat().filter(others))])
        expect(after.includes('blue')).toBe([value].flat().some((each) => !others(each)))
      }),
    )
  })
})

test.each<[string, Attribute, Migration, string | undefined]>([
  [
    'a key of the product',
    predefinedAttribute('employees') as Attribute,
    { kind: 'rename', to: 'staff' },
    'rename.to',
  ],
  ['a taken key', attributeOf('text'), { kind: 'rename', to: 'taken' }, 'rename.to'],
  ["the product's key", attributeOf('text'), { kind: 'rename', to: 'employees' }, 'rename.to'],
  ['no key', attributeOf('text'), { kind: 'rename', to: 'No key' }, 'rename.to.key'],
  ['what it is', attributeOf('text'), { kind: 'changeType', type: 'text' }, 'changeType.type'],
  ['no currency', attributeOf('number'), { kind: 'changeType', type: 'money' }, 'changeType.currency'],
  [
    'into nothing',
    attributeOf('choice'),
    { kind: 'mergeOptions', from: ['red'], into: 'pink' },
    'mergeOptions.into',
  ],
  [
    'into itself',
    attributeOf('choice'),
    { kind: 'mergeOptions', from: ['red'], into: 'red' },
    'mergeOptions.from',
  ],
  ['numbers', attributeOf('number'), { kind: 'mergeOptions', from: ['1'], into: '2' }, 'mergeOptions'],
  [
    'what customers are known by',
    predefinedAttribute('email') as Attribute,
    { kind: 'changeType', type: 'choice' },
    'changeType',
  ],
])('a migration that makes no sense is refused at its place: %s', (_name, attribute, migration, place) => {
  expect(problemOf(attribute, migration)).toBe(place)
})

const field = { kind: 'attribute', key: 'x' } as const
const other: Rule = { kind: 'isKnown', field: { kind: 'attribute', key: 'y' } }
const catalogue: Catalogue = {
  attributes: new Map([['y', { ...attributeOf('text'), key: 'y' }]]),
  metrics: new Map(),
}
const migrated = (rule: Rule, plan: MigrationPlan) => migrateRule(rule, plan, catalogueAfter(catalogue, plan))
const holds = (rule: Rule, attributes: { readonly [key: string]: Value }) =>
  evaluate(lower(rule, day), { attributes, metrics: {} })

const texts = fc.constantFrom('red', 'green', 'blue', 'lilla')
const textTest: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('is' as const, 'isNot' as const),
    field: fc.constant(field),
    value: texts,
  }),
  fc.record({
    kind: fc.constantFrom('oneOf' as const, 'noneOf' as const),
    field: fc.constant(field),
    values: fc.array(texts),
  }),
  fc.record({ kind: fc.constantFrom('isKnown' as const, 'isUnknown' as const), field: fc.constant(field) }),
)
const numberTest: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('is' as const, 'isNot' as const, 'atLeast' as const, 'lessThan' as const),
    field: fc.constant(field),
    value: fc.integer({ min: 0, max: 5 }),
  }),
  fc.integer({ min: 0, max: 3 }).map((from) => ({ kind: 'between', field, from, to: from + 2 }) as const),
)
const treeOf = (leaf: fc.Arbitrary<Rule>) =>
  fc.letrec<{ tree: Rule }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.constant(other),
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        rules: fc.array(tie('tree'), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not' as const), rule: tie('tree') }),
    ),
  })).tree

describe('a rule follows', () => {
  test.each<[string, AttributeType, Migration, fc.Arbitrary<Rule>, fc.Arbitrary<Value>]>([
    ['a key', 'choice', { kind: 'rename', to: 'z' }, treeOf(textTest), texts],
    ['choice to choices', 'choice', { kind: 'changeType', type: 'choices' }, treeOf(textTest), texts],
    ['choice to text', 'choice', { kind: 'changeType', type: 'text' }, treeOf(textTest), texts],
    ['text to choice', 'text', { kind: 'changeType', type: 'choice', options }, treeOf(textTest), texts],
    [
      'number to money',
      'number',
      { kind: 'changeType', type: 'money', currency: 'NOK' },
      treeOf(numberTest),
      fc.integer({ min: 0, max: 5 }),
    ],
  ])('%s: it holds of the same customers', (_name, type, migration, rules, values) => {
    const plan = planOf(attributeOf(type), migration)
    fc.assert(
      fc.property(rules, fc.option(values, { nil: undefined }), fc.boolean(), (rule, value, isOther) => {
        const y: { readonly [key: string]: Value } = isOther ? { y: 'y' } : {}
        const before = value === undefined ? y : { ...y, x: value }
        const after = value === undefined ? y : { ...y, [plan.after.key]: convert(plan, value) }
        const follows = migrated(rule, plan)
        expect(follows.problems).toEqual([])
        expect(holds(follows.rule, after)).toBe(holds(rule, before))
        if (!follows.isTouched) expect(follows.rule).toEqual(rule)
      }),
    )
  })

  test('merged options: it holds of those it held of, and of all that are the same now', () => {
    const plan = planOf(attributeOf('choice'), { kind: 'mergeOptions', from: ['green'], into: 'blue' })
    const rule: Rule = { kind: 'oneOf', field, values: ['green', 'blue', 'red'] }
    expect(migrated(rule, plan).rule).toEqual({ kind: 'oneOf', field, values: ['blue', 'red'] })
  })

  test.each<[AttributeType, AttributeType, Rule, Rule]>([
    [
      'choices',
      'choice',
      { kind: 'includesAll', field, values: ['red'] },
      { kind: 'is', field, value: 'red' },
    ],
    [
      'text',
      'number',
      { kind: 'noneOf', field, values: ['1', '2'] },
      {
        kind: 'not',
        rule: {
          kind: 'any',
          rules: [
            { kind: 'is', field, value: 1 },
            { kind: 'is', field, value: 2 },
          ],
        },
      },
    ],
    [
      'text',
      'time',
      { kind: 'is', field, value: '1.3.2026' },
      { kind: 'between', field, from: '2026-03-01', to: '2026-03-01' },
    ],
  ])('%s to %s in the operators of the new type', (before, type, rule, expected) => {
    const plan = planOf(attributeOf(before), { kind: 'changeType', type })
    expect(migrated(rule, plan)).toEqual({ rule: expected, isTouched: true, problems: [] })
  })

  test.each<[AttributeType, AttributeType, Rule]>([
    ['text', 'choice', { kind: 'contains', field, text: 'r' }],
    ['text', 'number', { kind: 'is', field, value: 'many' }],
    ['number', 'text', { kind: 'atLeast', field, value: 3 }],
    ['time', 'text', { kind: 'withinDays', field, days: 3 }],
    ['choices', 'choice', { kind: 'includesAll', field, values: ['red', 'blue'] }],
  ])('not where it has no equal: %s to %s', (before, type, test) => {
    const plan = planOf(attributeOf(before), { kind: 'changeType', type })
    const rule: Rule = { kind: 'all', rules: [other, { kind: 'not', rule: test }] }
    const { problems, rule: after } = migrated(rule, plan)
    expect(problems).toMatchObject([{ path: ['rules', 1, 'rule'] }])
    expect(after).toBe(rule)
  })
})
