import type { CustomerFacts } from '@profilkort/domain/customers/customer'
import { checkRule } from '@profilkort/domain/rules/check'
import { ruleLimits } from '@profilkort/domain/rules/checking/checking'
import { evaluate } from '@profilkort/domain/rules/evaluate'
import { lower } from '@profilkort/domain/rules/lower'
import type { Field, Rule } from '@profilkort/domain/rules/rule'
import { testCatalogue } from '@profilkort/domain/rules/testing/catalogue'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import { ruleToSql } from './to-sql.ts'

const db = await testDatabase()
const field: Field = { kind: 'attribute', key: 'x' }
const systems: Field = { kind: 'attribute', key: 'systems' }
const columns = { attributes: sql`attributes`, metric: () => sql<number | null>`null` }

function condition(rule: Rule) {
  return ruleToSql(lower(rule, 0), columns)
}

/** What PostgreSQL and JavaScript answer for attributes that somebody wrote as JSON by hand. */
async function bothAnswers(rule: Rule, json: string): Promise<readonly [boolean, boolean]> {
  const { rows } = await sql<{ answer: boolean }>`
    select (${condition(rule)}) is true as answer from (select ${json}::jsonb as attributes) as customer`.execute(
    db,
  )
  const facts: CustomerFacts = { attributes: JSON.parse(json), metrics: {} }
  return [rows[0]?.answer === true, evaluate(lower(rule, 0), facts)]
}

test.each<[json: string, rule: Rule, holds: boolean]>([
  ['{"x": 1e400}', { kind: 'atLeast', field, value: 5 }, false],
  ['{"x": -1e400}', { kind: 'lessThan', field, value: 5 }, false],
  ['{"x": 1.7976931348623157e308}', { kind: 'is', field, value: Number.MAX_VALUE }, true],
  ['{"x": 1.7976931348623158e308}', { kind: 'is', field, value: Number.MAX_VALUE }, true],
  ['{"x": 1.797693134862316e308}', { kind: 'atLeast', field, value: 5 }, false],
  ['{"x": 1e-400}', { kind: 'is', field, value: 0 }, true],
  ['{"x": 2e-324}', { kind: 'is', field, value: 0 }, true],
  ['{"x": 3e-324}', { kind: 'is', field, value: 5e-324 }, true],
  ['{"x": 0.1000000000000000055511151231257827}', { kind: 'is', field, value: 0.1 }, true],
  ['{"x": 9007199254740993}', { kind: 'is', field, value: 9007199254740992 }, true],
  [
    '{"x": {"amount": 1e400, "currency": "NOK"}}',
    { kind: 'atLeast', field, value: { amount: 1, currency: 'NOK' } },
    false,
  ],
  [
    '{"x": {"amount": [7], "currency": "NOK"}}',
    { kind: 'atLeast', field, value: { amount: 1, currency: 'NOK' } },
    false,
  ],
  [
    '{"x": [{"amount": 7, "currency": "NOK"}]}',
    { kind: 'atLeast', field, value: { amount: 1, currency: 'NOK' } },
    false,
  ],
  ['{"x": {"amount": 7}}', { kind: 'is', field, value: 'amount' }, false],
  ['{"x": [["a"]]}', { kind: 'is', field, value: 'a' }, false],
  ['{"x": null}', { kind: 'isKnown', field }, false],
  ['{"x": "null"}', { kind: 'isKnown', field }, true],
  ['{"x": true}', { kind: 'is', field, value: 'true' }, false],
  ['{"x": [true]}', { kind: 'is', field, value: true }, false],
  ['{"x": 5}', { kind: 'contains', field, text: '5' }, false],
])('of %s, %j holds: %s', async (json, rule, expected) => {
  expect(await bothAnswers(rule, json)).toEqual([expected, expected])
})

test.each([9, 1000])('a list of %i values is looked up like a short one', async (length) => {
  const values = Array.from({ length }, (_, i) => `v${i}`)
  const rule: Rule = { kind: 'oneOf', field, values: [...values, 'amount', `it's "{a,b}" \\ %`] }
  expect(await bothAnswers(rule, `{"x": "v${length - 1}"}`)).toEqual([true, true])
  expect(await bothAnswers(rule, `{"x": ["no", "v3"]}`)).toEqual([true, true])
  expect(await bothAnswers(rule, JSON.stringify({ x: `it's "{a,b}" \\ %` }))).toEqual([true, true])
  expect(await bothAnswers(rule, `{"x": {"amount": 1}}`)).toEqual([false, false])
  expect(await bothAnswers({ kind: 'not', rule }, `{"x": {"amount": 1}}`)).toEqual([true, true])
})

test('what users write is in the parameters, never in the statement', () => {
  const evil = `x' or true; drop table customer; --"`
  const on: Field = { kind: 'attribute', key: evil }
  const rule: Rule = {
    kind: 'all',
    rules: [
      { kind: 'is', field: on, value: evil },
      { kind: 'oneOf', field: on, values: Array(20).fill(evil) },
      { kind: 'endsWith', field: on, text: evil },
      { kind: 'atLeast', field: on, value: { amount: 1, currency: evil } },
      { kind: 'atLeast', field: on, value: 5 },
      { kind: 'isUnknown', field: on },
    ],
  }
  const statement = db
    .selectFrom('customer')
    .select('id')
    .where(ruleToSql(lower(rule, 0), columns))
    .compile()
  expect(statement.sql).not.toContain('drop table')
  expect(statement.parameters.filter((each) => String(each).includes('drop table')).length).toBeGreaterThan(6)
})

test.each<[string, Rule]>([
  ['is', { kind: 'is', field, value: 'a' }],
  ['a short oneOf', { kind: 'oneOf', field, values: ['a', 'b', 'c'] }],
  ['is yes', { kind: 'is', field, value: true }],
  ['money', { kind: 'atLeast', field, value: { amount: 1, currency: 'NOK' } }],
  ['isKnown', { kind: 'isKnown', field }],
  [
    'a group of them',
    {
      kind: 'all',
      rules: [
        { kind: 'is', field, value: 'a' },
        { kind: 'isNot', field, value: 'b' },
      ],
    },
  ],
])('an index on the attributes serves %s', async (_, rule) => {
  const plan = await db.transaction().execute(async (tx) => {
    await sql`create temporary table indexed (attributes jsonb) on commit drop`.execute(tx)
    await sql`create index on indexed using gin (attributes)`.execute(tx)
    await sql`set local enable_seqscan = off`.execute(tx)
    return sql<{ 'QUERY PLAN': string }>`explain select * from indexed where ${condition(rule)}`.execute(tx)
  })
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('Bitmap Index Scan')
})

test.each<[string, (values: readonly string[]) => Rule, number, number]>([
  ['includesAll', (values) => ({ kind: 'includesAll', field: systems, values }), 499, 1000],
  ['short oneOf', (values) => ({ kind: 'oneOf', field: systems, values }), 499, 8],
  [
    'between',
    () => ({ kind: 'between', field: { kind: 'attribute', key: 'employees' }, from: 1, to: 2 }),
    499,
    1,
  ],
])('the largest rule of %s that the check lets through runs', async (_, make, tests, length) => {
  const values = Array.from({ length }, (__, i) => `v${i}`)
  const fewer = Math.min(tests, Math.floor(ruleLimits.values / length))
  const most = { kind: 'any', rules: Array.from({ length: fewer }, () => make(values)) }
  const rule = checkRule(most, testCatalogue)
  const answer = rule.ok && (await bothAnswers(rule.value, JSON.stringify({ systems: values, employees: 1 })))
  expect(answer).toEqual([true, true])
})
