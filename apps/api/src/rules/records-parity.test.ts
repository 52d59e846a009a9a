import { chunkRows } from '@profilkort/analytics/columns/chunk'
import { CustomerColumns, type CustomerEntry } from '@profilkort/analytics/customers/customer-columns'
import { eachMatch } from '@profilkort/analytics/customers/filter'
import { entry } from '@profilkort/analytics/testing/entries'
import { inWorkspace, type Tx } from '@profilkort/database/connect'
import { type CustomerRow, findCustomers, holds } from '@profilkort/database/customers/customers.queries'
import { customerMetrics, type MetricScope } from '@profilkort/database/insight/metrics.queries'
import { findHolding } from '@profilkort/database/rules/records.queries'
import { testDatabase } from '@profilkort/database/testing/database'
import { insertWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import { type Ground, grounds } from '@profilkort/domain/consents/purpose'
import { type CoreRule, heldPartsOf } from '@profilkort/domain/rules/core'
import { evaluate } from '@profilkort/domain/rules/evaluate'
import { type LoweredBy, lower } from '@profilkort/domain/rules/lower'
import type { Rule } from '@profilkort/domain/rules/rule'
import {
  recordsRuleArbitrary,
  recordsTestArbitrary,
  recordsTestKinds,
  testRecords,
} from '@profilkort/domain/rules/testing/records'
import { testNow } from '@profilkort/domain/rules/testing/values'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { factsOf, loadFacts } from './load-facts.ts'
import { fillPopulation, populationArbitrary } from './testing/population.ts'

const db = await testDatabase()
const workspaces = [crypto.randomUUID(), crypto.randomUUID()] as const
for (const [index, id] of workspaces.entries()) {
  await inWorkspace(db, id, (tx) =>
    insertWorkspace(tx, { id, slug: `w${index}`, name: `W${index}`, currency: 'NOK', locales: ['nb'] }),
  )
}
const scope: MetricScope = { workspaceId: workspaces[0], currency: 'NOK', asOf: '2026-11-23' }

const twoOfEachKind = fc
  .tuple(...recordsTestKinds.flatMap((kind) => [recordsTestArbitrary(kind), recordsTestArbitrary(kind)]))
  .map((tests): readonly Rule[] => tests)
const trees = fc.array(recordsRuleArbitrary(), { minLength: 20, maxLength: 30, size: 'max' })

const profilingOn = (ground: Ground): LoweredBy => ({
  segments: testRecords.segments,
  purposes: new Map([...testRecords.purposes, ['profiling', { name: {}, ground }]]),
})

type Answers = readonly (readonly boolean[])[]

/** Each rule's answer for each customer by all three targets, in one workspace. */
async function askAll(
  rules: readonly CoreRule[],
): Promise<{ readonly byDatabase: Answers; readonly byEvaluate: Answers; readonly byColumns: Answers }> {
  return inWorkspace(db, scope.workspaceId, async (tx) => {
    const answers = rules.map((rule) => sql<boolean>`(${holds(rule, scope)}) is true`)
    const rows = await tx
      .with('metrics', () => customerMetrics(tx, scope))
      .selectFrom('customer')
      .innerJoin('metrics', 'metrics.customer_id', 'customer.id')
      .where('customer.workspace_id', '=', scope.workspaceId)
      .select(['customer.id', sql<boolean[]>`array[${sql.join(answers)}]`.as('answers')])
      .orderBy('customer.id')
      .execute()
    const ids = rows.map(({ id }) => id)
    const found = new Map((await findCustomers(tx, scope, ids)).map((each) => [each.id, each]))
    const customers = ids.flatMap((id) => found.get(id) ?? [])
    const facts = await loadFacts(tx, scope, customers, rules)
    const byEvaluate = ids.map((id) => {
      const own = facts.get(id)
      return rules.map((rule) => own !== undefined && evaluate(rule, own))
    })
    const { customers: holding } = await findHolding(tx, scope, rules.flatMap(heldPartsOf))
    const byColumns = askColumns(rules, await entriesOf(tx, customers), holding)
    return { byDatabase: rows.map((row) => row.answers), byEvaluate, byColumns }
  })
}

/** What columns are told of customers, with where people stand on being profiled. */
async function entriesOf(tx: Tx, customers: readonly CustomerRow[]): Promise<readonly CustomerEntry[]> {
  const { rows } = await sql<{ id: string; standing: string; until: number | null }>`
    select customer_id as id, standing, (extract(epoch from expires_at) * 1000)::float8 as until from consent_standing
    where workspace_id = ${scope.workspaceId}::uuid and purpose = 'profiling'`.execute(tx)
  const said = new Map(rows.map((row) => [row.id, row]))
  return customers.map((each) => {
    const own = said.get(each.id)
    const profiling = own && { profiling: own.standing, profilingUntil: own.until }
    return { ...entry(each.id, factsOf(each), { kind: each.kind }), ...profiling }
  })
}

function askColumns(
  rules: readonly CoreRule[],
  customers: readonly CustomerEntry[],
  holding: Awaited<ReturnType<typeof findHolding>>['customers'],
): Answers {
  const columns = new CustomerColumns()
  for (const each of customers) columns.put(each)
  const answers = customers.map(() => rules.map(() => false))
  for (const [index, rule] of rules.entries()) {
    eachMatch(columns, { rule, holding }, (chunk, rows, count) => {
      for (const row of rows.subarray(0, count)) (answers[chunk * chunkRows + row] ?? [])[index] = true
    })
  }
  return answers
}

test('PostgreSQL, columns and JavaScript agree on every rule over records, companies, people and segments', {
  timeout: 300_000,
}, async () => {
  const counts = new Map([...recordsTestKinds, 'trees'].map((kind) => [kind, { true: 0, false: 0 }]))
  await fc.assert(
    fc.asyncProperty(
      populationArbitrary,
      populationArbitrary,
      twoOfEachKind,
      trees,
      fc.constantFrom(...grounds),
      async (own, other, tests, rules, ground) => {
        await fillPopulation(db, workspaces[0], own)
        await fillPopulation(db, workspaces[1], other)
        const asked = [...tests, ...rules]
        const { byDatabase, byEvaluate, byColumns } = await askAll(
          asked.map((rule) => lower(rule, testNow, profilingOn(ground))),
        )
        for (const row of byEvaluate) {
          for (const [index, answer] of row.entries()) {
            const kind = index < tests.length ? (asked[index]?.kind ?? '') : 'trees'
            const count = counts.get(kind)
            if (count !== undefined) count[`${answer}`] += 1
          }
        }
        expect(byDatabase).toEqual(byEvaluate)
        expect(byColumns).toEqual(byEvaluate)
      },
    ),
    { numRuns: 80, endOnFailure: true },
  )
  const pairs = [...counts.values()].reduce((sum, count) => sum + count.true + count.false, 0)
  expect(pairs).toBeGreaterThan(100_000)
  for (const [kind, count] of counts) {
    expect(Math.min(count.true, count.false), `${kind}: ${JSON.stringify(count)}`).toBeGreaterThan(5)
  }
})
