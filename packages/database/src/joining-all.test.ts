import { randomUUID } from 'node:crypto'
import type { CoreRule } from '@profilkort/domain/rules/core'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inSnapshot, inWorkspace, type Tx } from './connect.ts'
import { feedAll } from './customers/customer-feed.queries.ts'
import {
  countByRules,
  countCustomers,
  eachCustomer,
  listCompanies,
  listPlaces,
} from './customers/customers.queries.ts'
import { streamCustomers, streamDeals } from './exports/exports.queries.ts'
import { loadBuyers, type MetricScope } from './insight/metrics.queries.ts'
import { countScores } from './nps/nps.queries.ts'
import { countLeaving, streamLeaving } from './segments/leaving.queries.ts'
import { previewInDatabase } from './segments/preview.queries.ts'
import { testDatabase } from './testing/database.ts'
import { insertWorkspace } from './workspaces/workspaces.queries.ts'

const db = await testDatabase()
const use = { purpose: 'profiling', ground: 'legitimateInterest', now: new Date() } as const
const buys: CoreRule = {
  kind: 'compare',
  field: { kind: 'metric', key: 'wonValue' },
  op: '>',
  value: 0,
  negated: false,
}

/** A workspace of companies that have each won a deal. */
async function workspaceOf(customers: number): Promise<MetricScope> {
  const id = randomUUID()
  await inWorkspace(db, id, async (tx) => {
    await insertWorkspace(tx, { id, slug: `test-${id}`, name: 'Test', currency: 'NOK', locales: ['nb'] })
    await sql`insert into customer (workspace_id, id, kind, stage, name, name_key, attributes)
      select ${id}, gen_random_uuid(), 'company', 'lead', 'Fjord ' || n, 'fjord ' || n, '{}'
      from generate_series(1, ${customers}::integer) as n`.execute(tx)
    await sql`insert into deal (workspace_id, source, external_id, customer_id, stage, status, closed_on, value, currency)
      select ${id}, 'test', id::text, id, 'x', 'won', '2026-01-02', 3, 'NOK' from customer where workspace_id = ${id}`.execute(
      tx,
    )
  })
  return { workspaceId: id, currency: 'NOK', asOf: '2026-11-26' }
}

async function sizeOf(all: AsyncGenerator<readonly unknown[]>): Promise<number> {
  let size = 0
  for await (const some of all) size += some.length
  return size
}

/** What reads a whole workspace, each with how many it finds there. */
const readers: Readonly<Record<string, (tx: Tx, scope: MetricScope) => Promise<number>>> = {
  count: (tx, scope) => countCustomers(tx, scope, { rule: buys }),
  'counts by rules': async (tx, scope) => (await countByRules(tx, scope, [buys], use))[0] ?? 0,
  list: async (tx, scope) => {
    const sort = { by: { kind: 'metric', key: 'wonValue' }, direction: 'descending' } as const
    return (await listPlaces(tx, scope, {}, sort, { limit: 1e6, fromEnd: false })).length
  },
  'list of companies': async (tx, scope) => (await listCompanies(tx, scope)).length,
  'each customer': (tx, scope) => sizeOf(eachCustomer(tx, scope, { rule: buys })),
  buyers: async (tx, scope) => (await loadBuyers(tx, scope)).length,
  'exported customers': (tx, scope) => sizeOf(streamCustomers(tx, scope, { rule: buys })),
  'exported deals': (tx, scope) => sizeOf(streamDeals(tx, scope, { rule: buys })),
  'count of a segment': async (tx, scope) =>
    (await countLeaving(tx, scope, { kind: 'dynamic', rule: buys, profiling: use }, use)).leaving,
  'exported segment': (tx, scope) =>
    sizeOf(streamLeaving(tx, scope, { kind: 'dynamic', rule: buys, profiling: use }, use)),
  preview: async (tx, scope) => {
    const question = { rule: buys, kind: undefined, others: [], sampleSize: 5, spreads: [] }
    return (await previewInDatabase(tx, scope, question, use)).count
  },
}

test('a workspace of which the database has no statistics yet is read in time', {
  timeout: 300_000,
}, async () => {
  await workspaceOf(20_000)
  await sql`analyze customer, deal`.execute(db)
  const customers = 6000
  const scope = await workspaceOf(customers)
  for (const [name, read] of Object.entries(readers)) {
    const found = await inWorkspace(db, scope.workspaceId, (tx) => read(tx, scope))
    expect(found, name).toBe(customers)
  }
  let fed = 0
  await feedAll(db, scope, (some) => {
    fed += some.length
  })
  expect(fed).toBe(customers)
  const scores = await inSnapshot(db, scope.workspaceId, (tx) => countScores(tx, scope, { rule: buys }))
  expect(scores).toHaveLength(11)
})
