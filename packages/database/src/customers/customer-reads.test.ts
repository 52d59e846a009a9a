import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inWorkspace } from '../connect.ts'
import { testDatabase } from '../testing/database.ts'
import { insertWorkspace } from '../workspaces/workspaces.queries.ts'
import { feedAll, feedChanges } from './customer-feed.queries.ts'
import { readPage, wholeCustomer } from './page-customers.queries.ts'

const db = await testDatabase()
const many = 5000
const workspaceId = randomUUID()
const scope = { workspaceId, currency: 'NOK', asOf: '2026-11-26' }

await inWorkspace(db, workspaceId, async (tx) => {
  await insertWorkspace(tx, {
    id: workspaceId,
    slug: 'mange',
    name: 'Mange',
    currency: 'NOK',
    locales: ['nb'],
  })
  await sql`insert into customer (workspace_id, id, kind, stage, name, name_key, attributes)
    select ${workspaceId}, gen_random_uuid(), 'company', 'lead', i::text, i::text, '{"employees": 5}'
    from generate_series(1, ${many}) as i`.execute(tx)
  await sql`insert into deal (workspace_id, source, external_id, customer_id, stage, status, closed_on, value, currency)
    select workspace_id, 'test', id::text, id, 'won', 'won', '2026-01-01'::date, 5, 'NOK' from customer`.execute(
    tx,
  )
})
await sql`analyze customer, deal, customer_change`.execute(db)
const ids = await inWorkspace(db, workspaceId, async (tx) => {
  const rows = await tx.selectFrom('customer').select('id').limit(5).execute()
  return rows.map(({ id }) => id)
})

/** How many entries of these tables' indexes and rows were looked at while something was done so many times over. */
async function lookedAt(times: number, work: () => Promise<unknown>): Promise<number> {
  const looked = async () => {
    await sql`select pg_stat_force_next_flush()`.execute(db)
    const { rows } = await sql<{ count: number }>`select (
      select sum(idx_tup_read) from pg_stat_user_indexes where relname in ('customer', 'deal', 'customer_change')) + (
      select sum(seq_tup_read) from pg_stat_user_tables where relname in ('customer', 'deal', 'customer_change'))
      as count`.execute(db)
    return rows[0]?.count ?? 0
  }
  // Every connection plans for itself, and settles on a plan after some turns.
  for (let turn = 0; turn < 40; turn++) await work()
  await Promise.all(Array.from({ length: 5 }, looked))
  const before = await looked()
  for (let turn = 0; turn < times; turn++) await work()
  await Promise.all(Array.from({ length: 5 }, looked))
  return (await looked()) - before
}

test('a page looks at its own customers and their deals, however many others there are', async () => {
  const read = () => readPage(db, scope, ids, wholeCustomer)
  expect((await read()).get(ids[0] ?? '')).toMatchObject({
    attributes: { employees: 5 },
    metrics: { wonValue: 5, wonDeals: 1 },
  })
  expect(await lookedAt(20, read)).toBeLessThan(20 * ids.length * 4)
})

test('whether something has changed is told by looking at what has', async () => {
  let position = await feedAll(db, scope, () => undefined)
  const poll = async () => {
    const changes = await feedChanges(db, scope, position, () => undefined)
    position = changes?.position ?? position
  }
  expect(await lookedAt(20, poll)).toBeLessThan(20 * 5)
  const change = () =>
    inWorkspace(db, workspaceId, (tx) =>
      sql`update customer set stage = 'prospect' where workspace_id = ${workspaceId} and id = ${ids[0]}`.execute(
        tx,
      ),
    )
  expect(
    await lookedAt(20, async () => {
      await change()
      await poll()
    }),
  ).toBeLessThan(20 * 30)
})
