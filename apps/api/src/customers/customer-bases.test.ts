import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { countCustomers } from '@profilkort/analytics/customers/filter'
import { listCustomers } from '@profilkort/analytics/customers/list'
import { connect, type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import * as inDatabase from '@profilkort/database/customers/customers.queries'
import { testDatabase } from '@profilkort/database/testing/database'
import { insertWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import type { CustomerSort } from '@profilkort/domain/customers/sort'
import type { CoreRule } from '@profilkort/domain/rules/core'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { type Bases, openBases } from './customer-bases.ts'

const db = await testDatabase()

function opened(budgetMiB = 512): { readonly bases: Bases; readonly pool: Database } {
  const pool = connect({ connectionString: db.url, connections: 8 })
  const bases = openBases({ db: pool, budgetMiB, onError: () => undefined })
  onTestFinished(async () => {
    await bases.stop()
    await pool.destroy()
  })
  return { bases, pool }
}

const attribute = (key: string) => ({ kind: 'attribute', key }) as const
const everybody: CoreRule = { kind: 'all', rules: [] }
const rules: readonly CoreRule[] = [
  everybody,
  { kind: 'compare', field: attribute('employees'), op: '>=', value: 50, negated: false },
  { kind: 'among', field: attribute('industry'), values: ['retail', 'software'], negated: true },
  { kind: 'compare', field: { kind: 'metric', key: 'wonValue' }, op: '>', value: 0, negated: false },
  { kind: 'known', field: { kind: 'metric', key: 'winRate' }, negated: true },
  { kind: 'compare', field: { kind: 'metric', key: 'orders' }, op: '>', value: 1, negated: false },
  { kind: 'compare', field: { kind: 'metric', key: 'nps' }, op: '>=', value: 5, negated: false },
  { kind: 'known', field: { kind: 'metric', key: 'margin' }, negated: false },
]
const sorts: readonly CustomerSort[] = [
  { by: { kind: 'name' }, direction: 'ascending' },
  { by: { kind: 'updated' }, direction: 'descending' },
  { by: { kind: 'metric', key: 'wonValue' }, direction: 'descending' },
  { by: { kind: 'attribute', key: 'employees', type: 'number', options: [] }, direction: 'ascending' },
]

async function makeWorkspace(): Promise<string> {
  const id = randomUUID()
  const workspace = { id, slug: `test-${id}`, name: 'Test', currency: 'NOK', locales: ['nb'] } as const
  await inWorkspace(db, id, (tx) => insertWorkspace(tx, workspace))
  return id
}

/** Companies may be used for anything. */
const use = { purpose: 'profiling', ground: 'legitimateInterest', now: new Date() } as const

function scopeOf(workspaceId: string) {
  return { workspaceId, currency: 'NOK', asOf: '2026-11-26' }
}

/** What the columns say, once they have followed. */
async function byColumns(bases: Bases, workspaceId: string) {
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await bases.ask(scopeOf(workspaceId), (columns) => ({
      counts: rules.map((rule) => countCustomers(columns, { rule })),
      lists: sorts.map((sort) => listCustomers(columns, {}, sort, { limit: 100_000, fromEnd: false }).places),
    }))
    if (answer !== undefined) return answer
    await sleep(100)
  }
  throw new Error('The columns were never ready in time')
}

async function byDatabase(workspaceId: string) {
  return inWorkspace(db, workspaceId, async (tx) => ({
    counts: await inDatabase.countByRules(tx, scopeOf(workspaceId), rules, use),
    lists: await Promise.all(
      sorts.map((sort) =>
        inDatabase.listPlaces(tx, scopeOf(workspaceId), {}, sort, { limit: 100_000, fromEnd: false }),
      ),
    ),
  }))
}

const chance = (of: number) => Math.random() < of
const anyOf = <Each>(all: readonly Each[]): Each | undefined => all[Math.floor(Math.random() * all.length)]

function someAttributes() {
  return JSON.stringify({
    ...(chance(0.8) && { employees: Math.floor(Math.random() * 100) }),
    ...(chance(0.8) && { industry: anyOf(['retail', 'software', 'media', 'energy']) }),
  })
}

async function insertCustomer(tx: Tx, workspaceId: string, id: string, stage = 'lead'): Promise<void> {
  await sql`insert into customer (workspace_id, id, kind, stage, name, name_key, attributes)
    values (${workspaceId}, ${id}, 'company', ${stage}, ${id}, ${id}, ${someAttributes()}::jsonb)`.execute(tx)
}

async function insertDeal(tx: Tx, workspaceId: string, customerId: string): Promise<void> {
  await sql`insert into deal (workspace_id, source, external_id, customer_id, stage, status, closed_on, value, currency)
    select ${workspaceId}, 'test', ${randomUUID()}, id, 'x', ${anyOf(['won', 'lost', 'open'])}, '2026-01-02'::date,
      ${Math.floor(Math.random() * 9)}::numeric, 'NOK'
    from customer where workspace_id = ${workspaceId} and id = ${customerId}
    for key share`.execute(tx)
}

async function insertOrderCostAndAnswer(tx: Tx, workspaceId: string, customerId: string): Promise<void> {
  const amount = sql`${Math.floor(Math.random() * 9)}::numeric`
  await sql`insert into sales_order (workspace_id, source, external_id, customer_id, ordered_on, currency, net_amount)
    values (${workspaceId}, 'test', ${randomUUID()}, ${customerId}, '2026-01-02', 'NOK', ${amount})`.execute(
    tx,
  )
  await sql`insert into customer_cost (workspace_id, source, external_id, customer_id, purpose, spent_on, amount, currency)
    values (${workspaceId}, 'test', ${randomUUID()}, ${customerId}, 'service', '2026-01-02', ${amount}, 'NOK')`.execute(
    tx,
  )
  await sql`insert into nps_answer (workspace_id, source, external_id, customer_id, answered_on, score)
    values (${workspaceId}, 'test', ${randomUUID()}, ${customerId}, '2026-01-02', ${amount})`.execute(tx)
}

/** A customer goes, and its deals go to another: what a join does. */
async function join(tx: Tx, workspaceId: string, gone: string, into: string): Promise<void> {
  await sql`update deal set customer_id = ${into} where workspace_id = ${workspaceId} and customer_id = ${gone}
    and exists (select from customer where workspace_id = ${workspaceId} and id = ${into})`.execute(tx)
  await sql`delete from customer where workspace_id = ${workspaceId} and id = ${gone}`.execute(tx)
}

/** One of the things that happen to customers, in a transaction that may take a while and may come to nothing. */
async function happen(workspaceId: string, known: string[]): Promise<void> {
  const [id = '', other = ''] = [anyOf(known), anyOf(known)]
  await inWorkspace(db, workspaceId, async (tx) => {
    const dice = Math.random()
    if (dice < 0.3) {
      const added = randomUUID()
      await insertCustomer(tx, workspaceId, added)
      known.push(added)
    } else if (dice < 0.6) {
      await sql`update customer set attributes = ${someAttributes()}::jsonb, updated_at = clock_timestamp()
        where workspace_id = ${workspaceId} and id = ${id}`.execute(tx)
    } else if (dice < 0.7) await insertDeal(tx, workspaceId, id)
    else if (dice < 0.8) await insertOrderCostAndAnswer(tx, workspaceId, id)
    else if (dice < 0.85) {
      await sql`update deal set value = value + 1 where workspace_id = ${workspaceId} and customer_id = ${id}`.execute(
        tx,
      )
    } else if (dice < 0.9) {
      await sql`delete from deal where workspace_id = ${workspaceId} and customer_id = ${id}`.execute(tx)
    } else if (id !== other) await join(tx, workspaceId, id, other)
    if (chance(0.3)) await sleep(Math.random() * 20)
    if (chance(0.1)) throw new Error('Thought better of it')
  })
}

test('after a storm of changes, columns on two servers have what a fresh look at the database has', {
  timeout: 120_000,
}, async () => {
  const workspaceId = await makeWorkspace()
  const known = Array.from({ length: 200 }, () => randomUUID())
  await inWorkspace(db, workspaceId, async (tx) => {
    for (const id of known) await insertCustomer(tx, workspaceId, id, 'prospect')
  })
  const servers = [opened(), opened()]
  // Two customers trade their stages in one transaction: whoever looks sees one of them, never none or both.
  const [first, second] = [randomUUID(), randomUUID()]
  await inWorkspace(db, workspaceId, async (tx) => {
    await insertCustomer(tx, workspaceId, first, 'former')
    await insertCustomer(tx, workspaceId, second, 'customer')
  })
  let isOver = false
  const trade = async () => {
    while (!isOver) {
      await inWorkspace(db, workspaceId, (tx) =>
        sql`update customer set stage = case stage when 'former' then 'customer' else 'former' end
          where workspace_id = ${workspaceId} and id = any(${[first, second]}::uuid[])`.execute(tx),
      ).catch(() => undefined)
    }
  }
  const seen: number[] = []
  let done = 0
  const watch = async (bases: Bases) => {
    while (!isOver) {
      const count = await bases.ask(scopeOf(workspaceId), (columns) =>
        countCustomers(columns, { stage: 'former' }),
      )
      if (count === undefined) await sleep(10)
      else seen.push(count)
    }
  }
  const write = async () => {
    // However slow the machine is, somebody has looked meanwhile.
    for (let change = 0; change < 300 || seen.length === 0; change++) {
      const isDone = await happen(workspaceId, known).then(
        () => true,
        () => false,
      )
      if (isDone) done++
    }
  }
  const others = [trade(), ...servers.map(({ bases }) => watch(bases))]
  const writers = [write(), write(), write()]
  await sleep(300)
  // Every connection there is breaks, those that follow and those that write.
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(db)
  await Promise.all(writers)
  isOver = true
  await Promise.all(others)
  const expected = await byDatabase(workspaceId)
  for (const { bases } of servers) expect(await byColumns(bases, workspaceId)).toEqual(expected)
  expect(new Set(seen)).toEqual(new Set([1]))
  expect(done).toBeGreaterThan(700)
  expect(expected.counts[0]).toBeGreaterThan(200)
  expect(expected.counts[3]).toBeGreaterThan(0)
})

test('a transaction that commits late is not missed, whatever was seen meanwhile', async () => {
  const workspaceId = await makeWorkspace()
  const { bases } = opened()
  const count = async () => (await byColumns(bases, workspaceId)).counts[0]
  const [early, late] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
  const slow = inWorkspace(db, workspaceId, async (tx) => {
    await insertCustomer(tx, workspaceId, randomUUID())
    early.resolve(undefined)
    await late.promise
  })
  await early.promise
  expect(await count()).toBe(0)
  for (let others = 1; others <= 3; others++) {
    await inWorkspace(db, workspaceId, (tx) => insertCustomer(tx, workspaceId, randomUUID()))
    expect(await count()).toBe(others)
  }
  late.resolve(undefined)
  await slow
  expect(await count()).toBe(4)
})

test('rows from the dump of a cluster that had come further are read once, and their changes too', async () => {
  const workspaceId = await makeWorkspace()
  const { bases } = opened()
  const id = randomUUID()
  await inWorkspace(db, workspaceId, async (tx) => {
    await insertCustomer(tx, workspaceId, id)
    await sql`alter table customer disable trigger customer_stamp_change`.execute(tx)
    await sql`update customer set changed_xid = '999999999999' where workspace_id = ${workspaceId}`.execute(
      tx,
    )
    await sql`alter table customer enable trigger customer_stamp_change`.execute(tx)
  })
  expect((await byColumns(bases, workspaceId)).counts).toEqual((await byDatabase(workspaceId)).counts)
  await inWorkspace(db, workspaceId, (tx) =>
    sql`update customer set attributes = '{"employees": 70}' where workspace_id = ${workspaceId}`.execute(tx),
  )
  expect((await byColumns(bases, workspaceId)).counts[1]).toBe(1)
})

test('what there is no room for is left to the database', async () => {
  const workspaceId = await makeWorkspace()
  const { bases } = opened(0)
  await inWorkspace(db, workspaceId, (tx) => insertCustomer(tx, workspaceId, randomUUID()))
  expect(await bases.ask(scopeOf(workspaceId), () => 'columns')).toBeUndefined()
})

test('of several workspaces, those asked for longest ago make room', async () => {
  const { bases } = opened(1)
  const many = await Promise.all(Array.from({ length: 12 }, makeWorkspace))
  for (const workspaceId of many) {
    await inWorkspace(db, workspaceId, async (tx) => {
      for (let count = 0; count < 3; count++) await insertCustomer(tx, workspaceId, randomUUID())
    })
    expect((await byColumns(bases, workspaceId)).counts[0]).toBe(3)
  }
  for (const workspaceId of many) expect((await byColumns(bases, workspaceId)).counts[0]).toBe(3)
})
