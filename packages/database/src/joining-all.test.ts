import { randomUUID } from 'node:crypto'
import type { CoreRule } from '@profilkort/domain/rules/core'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inWorkspace, type Tx } from './connect.ts'
import { feedAll } from './customers/customer-feed.queries.ts'
import {
  countByRules,
  countCustomers,
  eachCustomer,
  listCompanies,
  listPlaces,
} from './customers/customers.queries.ts'
import { loadParts } from './customers/parts.queries.ts'
import { streamCustomers, streamDeals } from './exports/exports.queries.ts'
import { settleStages } from './identity/derived-customers.queries.ts'
import { loadBuyers, type MetricScope } from './insight/metrics.queries.ts'
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
    await sql`insert into source_record (workspace_id, id, kind, source, external_id, customer_id, name, name_key, "values",
        said_at, identifiers, data)
      select workspace_id, id, kind, 'test', id::text, id, name, name_key, '{}', now(), array[name_key], '{}'
      from customer where workspace_id = ${id}`.execute(tx)
    await sql`insert into identifier select workspace_id, name_key, id from customer where workspace_id = ${id}`.execute(
      tx,
    )
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
  stages: async (tx, scope) => {
    await settleStages(tx, scope.workspaceId)
    return countCustomers(tx, scope, { stage: 'customer' })
  },
  preview: async (tx, scope) => {
    const question = { rule: buys, kind: undefined, others: [], sampleSize: 5, spreads: [] }
    return (await previewInDatabase(tx, scope, question, use)).count
  },
}

/** How many rows this connection has looked at, since nobody knows when. */
async function lookedAt(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as count from pg_stat_xact_user_tables`.execute(tx)
  return rows[0]?.count ?? Number.NaN
}

test('a workspace of which the database has no statistics yet is read once, not once for each customer', {
  timeout: 300_000,
}, async () => {
  await workspaceOf(20_000)
  await sql`analyze customer, source_record, identifier, deal`.execute(db)
  const customers = 2000
  const scope = await workspaceOf(customers)
  for (const [name, read] of Object.entries(readers)) {
    await inWorkspace(db, scope.workspaceId, async (tx) => {
      const before = await lookedAt(tx)
      expect(await read(tx, scope), name).toBe(customers)
      expect((await lookedAt(tx)) - before, name).toBeLessThan(20 * customers)
    })
  }
  let fed = 0
  await feedAll(db, scope, (some) => {
    fed += some.length
  })
  expect(fed).toBe(customers)
})

test('there, too, the customers that look like one are looked up', async () => {
  await workspaceOf(20_000)
  await sql`analyze customer, source_record, identifier, deal`.execute(db)
  const { workspaceId } = await workspaceOf(2000)
  await inWorkspace(db, workspaceId, async (tx) => {
    const one = await tx.selectFrom('customer').select('id').executeTakeFirstOrThrow()
    const before = await lookedAt(tx)
    const found = await loadParts(tx, workspaceId, new Map([['lookalikes', [one.id]]]))
    expect(found.get(`lookalikes ${one.id}`)).not.toHaveLength(0)
    expect((await lookedAt(tx)) - before).toBeLessThan(20_000)
  })
})
