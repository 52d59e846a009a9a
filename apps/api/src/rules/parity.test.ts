import { chunkRows } from '@profilkort/analytics/columns/chunk'
import { CustomerColumns } from '@profilkort/analytics/customers/customer-columns'
import { eachMatch } from '@profilkort/analytics/customers/filter'
import { entry, idOf } from '@profilkort/analytics/testing/entries'
import { ruleToSql } from '@profilkort/database/rules/to-sql'
import { testDatabase } from '@profilkort/database/testing/database'
import type { CustomerFacts } from '@profilkort/domain/customers/customer'
import { evaluate } from '@profilkort/domain/rules/evaluate'
import { lower } from '@profilkort/domain/rules/lower'
import { testKinds } from '@profilkort/domain/rules/operators'
import type { Rule } from '@profilkort/domain/rules/rule'
import { testCatalogue } from '@profilkort/domain/rules/testing/catalogue'
import { factsArbitrary } from '@profilkort/domain/rules/testing/facts'
import { ruleArbitrary, testArbitrary } from '@profilkort/domain/rules/testing/rules'
import { testNow } from '@profilkort/domain/rules/testing/values'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

const db = await testDatabase()

const customers = fc.array(factsArbitrary(testCatalogue), { minLength: 1, maxLength: 40, size: 'max' })
const oneOfEachKind = fc.tuple(...testKinds.map((kind) => testArbitrary(kind, testCatalogue)))
const trees = fc.array(ruleArbitrary(testCatalogue), { minLength: 1, maxLength: 20, size: 'max' })

/** Each rule's answer for each customer, by PostgreSQL in one statement. */
async function askDatabase(rules: readonly Rule[], facts: readonly CustomerFacts[]): Promise<boolean[][]> {
  const columns = {
    attributes: sql`attributes`,
    metric: (key: string) => sql<number | null>`(metrics ->> ${key})::float8`,
  }
  const answers = rules.map((rule) => sql`(${ruleToSql(lower(rule, testNow), columns)}) is true`)
  const { rows } = await sql<{ answers: boolean[] }>`
    select array[${sql.join(answers)}] as answers
    from jsonb_array_elements(${JSON.stringify(facts)}::jsonb) with ordinality as customer (facts, position),
      lateral (select facts -> 'attributes' as attributes, facts -> 'metrics' as metrics) as parts
    order by position`.execute(db)
  return rows.map((row) => row.answers)
}

/** Each rule's answer for each customer, by columns. */
function askColumns(rules: readonly Rule[], facts: readonly CustomerFacts[]): boolean[][] {
  const columns = new CustomerColumns()
  for (const [row, each] of facts.entries()) columns.put(entry(idOf(row), each))
  const answers = facts.map(() => rules.map(() => false))
  for (const [index, rule] of rules.entries()) {
    eachMatch(columns, { rule: lower(rule, testNow) }, (chunk, rows, count) => {
      for (const row of rows.subarray(0, count)) (answers[chunk * chunkRows + row] ?? [])[index] = true
    })
  }
  return answers
}

test('PostgreSQL, columns and JavaScript agree on every rule and customer', {
  timeout: 120_000,
}, async () => {
  const outcomes = new Map(testKinds.map((kind) => [kind, { true: 0, false: 0 }]))
  const ofTrees = { true: 0, false: 0 }
  await fc.assert(
    fc.asyncProperty(customers, oneOfEachKind, trees, async (facts, tests, rules) => {
      const asked = [...tests, ...rules]
      const byDatabase = await askDatabase(asked, facts)
      const byEvaluate = facts.map((each) => asked.map((rule) => evaluate(lower(rule, testNow), each)))
      for (const row of byEvaluate) {
        for (const [index, answer] of row.entries()) {
          const kind = testKinds[index]
          const counts = (kind && outcomes.get(kind)) ?? ofTrees
          counts[`${answer}`] += 1
        }
      }
      expect(byDatabase).toEqual(byEvaluate)
      expect(askColumns(asked, facts)).toEqual(byEvaluate)
    }),
    { numRuns: 500 },
  )
  const counts = [...outcomes.values(), ofTrees]
  const pairs = counts.reduce((sum, count) => sum + count.true + count.false, 0)
  expect(pairs).toBeGreaterThan(100_000)
  for (const [kind, count] of [...outcomes, ['trees', ofTrees] as const]) {
    expect(Math.min(count.true, count.false), `${kind}: ${JSON.stringify(count)}`).toBeGreaterThan(40)
  }
})
