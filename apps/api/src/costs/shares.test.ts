import { inWorkspace } from '@profilkort/database/connect'
import { settleCosts } from '@profilkort/database/costs/shares.queries'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { settleCustomers } from '../identity/settle-customers.ts'
import { settleIdentity } from '../identity/settle-identity.ts'
import { takeRecords } from '../identity/take-records.ts'
import { startTestServer } from '../testing/server.ts'

const { db, makeWorkspace } = await startTestServer()
const now = new Date('2026-11-23T08:00:00Z')
const most = 8

const month = fc.constantFrom('2026-01', '2026-02')
const channel = fc.constantFrom('ads', 'fair', null)
const day = fc
  .tuple(month, fc.integer({ min: 1, max: 28 }))
  .map(([m, d]) => `${m}-${String(d).padStart(2, '0')}`)
const customer = fc.integer({ min: 0, max: most - 1 })
const world = fc.record({
  deals: fc.array(fc.record({ customer, channel, on: day, won: fc.boolean() }), { maxLength: 20 }),
  orders: fc.array(fc.record({ customer, channel, on: day, amount: fc.constantFrom(100, -100) }), {
    maxLength: 10,
  }),
  tickets: fc.array(
    fc.record({
      customer: fc.option(customer),
      channel,
      on: day,
      minutes: fc.option(fc.integer({ min: 0, max: 90 }), { freq: 10 }),
    }),
    { maxLength: 20 },
  ),
  costs: fc.array(
    fc.record({
      purpose: fc.constantFrom('acquisition' as const, 'service' as const),
      channel: fc.constantFrom('ads', 'fair', ''),
      month,
      minor: fc.integer({ min: 0, max: 1_000_003 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  joined: fc.tuple(customer, customer),
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

/** Ids in the order of the lists, as of several purchases of one day the lowest id is the first. */
const idOfPlace = sql`('00000000-0000-4000-8000-' || lpad(key, 12, '0'))::uuid`

/** Writes a world into a workspace of its own. @returns it and its customers' records */
async function build({ deals, orders, tickets, costs }: World) {
  const { id } = await makeWorkspace()
  const run = <Answer>(work: Parameters<typeof inWorkspace<Answer>>[2]) => inWorkspace(db, id, work)
  const records = await run(async (tx) => {
    const companies = Array.from({ length: most }, (_, index) => ({
      externalId: `${index}`,
      name: `C${index}`,
      values: {},
      data: {},
    }))
    const taken = await takeRecords(tx, id, { source: 'crm', kind: 'company' }, companies, now)
    const recordOf = (index: number | null) => (index === null ? null : (taken[index]?.recordId ?? null))
    const rows = <Row extends { customer: number | null }>(all: readonly Row[]) =>
      JSON.stringify(
        all.map((row, index) => ({ ...row, record: recordOf(row.customer), key: String(index) })),
      )
    await sql`insert into deal (workspace_id, id, source, external_id, record_id, customer_id, stage, status, channel, opened_on, closed_on, currency)
      select ${id}::uuid, ${idOfPlace}, 'crm', key, record, record, 'x', case when won then 'won' else 'lost' end, channel, "on", "on", 'NOK'
      from json_to_recordset(${rows(deals)}::json) as given(key text, record uuid, channel text, "on" date, won boolean)`.execute(
      tx,
    )
    await sql`insert into sales_order (workspace_id, id, source, external_id, record_id, customer_id, channel, ordered_on, net_amount, currency)
      select ${id}::uuid, ${idOfPlace}, 'crm', key, record, record, channel, "on", amount, 'NOK'
      from json_to_recordset(${rows(orders)}::json) as given(key text, record uuid, channel text, "on" date, amount numeric)`.execute(
      tx,
    )
    await sql`insert into ticket (workspace_id, source, external_id, record_id, customer_id, channel, opened_on, minutes)
      select ${id}::uuid, 'crm', key, record, record, channel, "on", minutes
      from json_to_recordset(${rows(tickets)}::json) as given(key text, record uuid, channel text, "on" date, minutes numeric)`.execute(
      tx,
    )
    await sql`insert into channel_cost (workspace_id, source, external_id, purpose, channel, month, amount, currency)
      select ${id}::uuid, 'crm', place, purpose, channel, (month || '-01')::date, minor / 100.0, 'NOK'
      from json_array_elements(${JSON.stringify(costs)}::json) with ordinality as each(given, place),
        json_to_record(given) as cost(purpose text, channel text, month text, minor numeric)`.execute(tx)
    await settleCustomers(tx, id)
    return taken.map(({ recordId }) => recordId)
  })
  return { id, run, records }
}

/** What each customer's tickets weigh in a cost of service; null for tickets that nobody knows the customer of. */
function weightsOf({ tickets }: World, cost: World['costs'][number]): ReadonlyMap<number | null, number> {
  const those = tickets.filter(
    ({ on, channel }) => on.startsWith(cost.month) && (cost.channel === '' || cost.channel === channel),
  )
  const isTimed = those.every(({ minutes }) => minutes !== null) && those.some(({ minutes }) => minutes !== 0)
  const weights = new Map<number | null, number>()
  for (const { customer: of, minutes } of those)
    weights.set(of, (weights.get(of) ?? 0) + (isTimed ? (minutes ?? 0) : 1))
  return weights
}

const sharesIn = (tx: Parameters<Parameters<typeof inWorkspace>[2]>[0]) =>
  sql<{ place: number; customer: string; minor: number; rest: number }>`
    select external_id::int - 1 as place, customer_id as customer, (share.amount * 100)::float8 as minor
    from cost_share as share join channel_cost as cost on cost.id = cost_id order by 1, 2`.execute(tx)

test('shares add up to what was spent, to the øre, and each is due but for less than an øre', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      const { run, records } = await build(given)
      const { rows } = await run(sharesIn)
      for (const [place, cost] of given.costs.entries()) {
        const own = rows.filter((row) => row.place === place)
        const total = own.reduce((sum, { minor }) => sum + minor, 0)
        if (cost.purpose === 'acquisition') {
          const sharers = firstWonBy(given, cost, records)
          expect(own.map((share) => share.customer)).toEqual(sharers.toSorted())
          expect(total).toBe(sharers.length === 0 ? 0 : cost.minor)
          for (const { minor } of own) expect(Math.abs(minor - cost.minor / sharers.length)).toBeLessThan(1)
          continue
        }
        const weights = weightsOf(given, cost)
        const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
        expect(new Set(own.map((share) => share.customer))).toEqual(
          new Set([...weights.keys()].flatMap((of) => (of === null ? [] : [records[of]]))),
        )
        const unknown = weights.get(null) ?? 0
        expect(Math.abs(total - (all === 0 ? 0 : (cost.minor * (all - unknown)) / all))).toBeLessThan(1)
        if (unknown === 0 && all > 0) expect(total).toBe(cost.minor)
        for (const { customer: of, minor } of own) {
          const weight = weights.get(records.indexOf(of)) ?? 0
          expect(Math.abs(minor - (cost.minor * weight) / all)).toBeLessThan(1)
        }
      }
    }),
    { numRuns: 25 },
  )
})

/** Who is first won in the cost's month through its channel; of one day, deals come before orders. */
function firstWonBy(
  { deals, orders }: World,
  cost: World['costs'][number],
  records: readonly string[],
): readonly string[] {
  return records.filter((_record, index) => {
    const bought = [
      ...deals.filter((deal) => deal.customer === index && deal.won).map((deal) => ({ ...deal, rank: 1 })),
      ...orders
        .filter((order) => order.customer === index && order.amount >= 0)
        .map((order) => ({ ...order, rank: 2 })),
    ].toSorted((a, b) => (a.on === b.on ? a.rank - b.rank : a.on < b.on ? -1 : 1))
    const [first] = bought
    if (first === undefined) return false
    return first.on.startsWith(cost.month) && (cost.channel === '' || cost.channel === first.channel)
  })
}

test('a join moves all that was told, spreads costs anew, and its undo brings everything back', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      const { id, run, records } = await build(given)
      const [a, b] = given.joined.map((index) => records[index] ?? '').toSorted() as [string, string]
      fc.pre(a !== b)
      const all = async () => {
        const told = ['deal', 'sales_order', 'ticket', 'customer'].map(
          (table) =>
            sql`select ${table} as kind, to_jsonb(row) - '{created_at,updated_at,changed_xid}'::text[] as row from ${sql.table(table)} as row`,
        )
        const { rows } = await run((tx) => sql`${sql.join(told, sql` union all `)} order by 1, 2`.execute(tx))
        return { rows, shares: (await run(sharesIn)).rows }
      }
      const decide = (isTogether: boolean) =>
        run(async (tx) => {
          await (isTogether
            ? sql`insert into identity_decision (workspace_id, a, b, verdict) values (${id}, ${a}, ${b}, 'together')`
            : sql`delete from identity_decision`
          ).execute(tx)
          await settleIdentity(tx, id, [a, b], new Date('2026-11-23'))
        })
      const before = await all()
      await decide(true)
      const joined = await all()
      expect(joined.rows).not.toEqual(before.rows)
      await run((tx) => settleCustomers(tx, id))
      expect((await all()).shares, 'spread anew as a whole').toEqual(joined.shares)
      await decide(false)
      expect(await all()).toEqual(before)
    }),
    { numRuns: 15 },
  )
})

test('two who win customers of a month at once end with shares that add up', async () => {
  const nothing: World = { deals: [], orders: [], tickets: [], costs: [], joined: [0, 1] }
  const cost = { purpose: 'acquisition', channel: '', month: '2026-01', minor: 10_000 } as const
  const { id, run, records } = await build({ ...nothing, costs: [cost] })
  await Promise.all(
    records.map((record) =>
      run(async (tx) => {
        await sql`insert into deal (workspace_id, source, external_id, record_id, customer_id, stage, status, closed_on, currency)
          values (${id}, 'crm', ${record}, ${record}, ${record}, 'x', 'won', '2026-01-05', 'NOK')`.execute(tx)
        await settleCustomers(tx, id, [record])
      }),
    ),
  )
  const { rows } = await run(sharesIn)
  expect(rows.map(({ minor }) => minor)).toEqual(records.map(() => 10_000 / records.length))
  await run(async (tx) => {
    const { rows: costs } = await sql<{
      id: string
    }>`update channel_cost set amount = 0.03 returning id`.execute(tx)
    await settleCosts(
      tx,
      id,
      costs.map((each) => each.id),
    )
  })
  const minors = (await run(sharesIn)).rows.map(({ minor }) => minor)
  expect([minors.length, minors.reduce((sum, minor) => sum + minor, 0)]).toEqual([records.length, 3])
})
