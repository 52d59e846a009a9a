import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type autocannon from 'autocannon'
import pg from 'pg'
import { ask } from './content.ts'
import { type Contestant, measure, median, ratio } from './load.ts'
import { type Api, startMachine } from './machine.ts'

const eachBatch = 100
const users = 2000
/** Interactions that are there when events come in: the base, with a tenth and ten times of it for how it grows. */
const base = 100_000
const sizes = [base / 10, base, base * 10]

/**
 * Events by the interface that Segment's clients speak, in batches of 100, durable: tracks of known users and pages of
 * anonymous ones, each once; against `node:http` with `pg` and one statement that inserts a batch as it comes.
 */
export async function eventIntake(): Promise<object> {
  const machine = await startMachine()
  try {
    const api = await machine.startApi()
    const bare = await machine.startBare('bare-events.ts')
    await identifyUsers(api)
    const database = await openWorkspace(machine.databaseUrl, api)
    const growth: { [size: string]: number } = {}
    const ours = batches('events', `${api.url}/v1/batch`, writeKey(api))
    let figures = {}
    for (const size of sizes) {
      await fillTo(database, size)
      if (size === base) {
        const rates = await measure([batches('bare statement', bare), ours])
        figures = {
          eventsPerSecond: Math.round(median(rates.get('events') ?? []) * eachBatch),
          bestEventsPerSecond: Math.round(Math.max(...(rates.get('events') ?? [])) * eachBatch),
          ratio: ratio(rates, 'events', 'bare statement'),
          rssMiB: api.memory(),
        }
      } else {
        const rates = await measure([{ ...ours, name: `events at ${size}` }])
        growth[size] = Math.round(median(rates.get(`events at ${size}`) ?? []) * eachBatch)
      }
    }
    await database.end()
    return { ...figures, growth }
  } finally {
    await machine.stop()
  }
}

function writeKey({ keys }: Api): object {
  return { authorization: `Basic ${Buffer.from(`${keys.secretKey}:`).toString('base64')}` }
}

/** Connections that each send a batch of new events as soon as the last is answered. */
function batches(name: string, url: string, headers: object = {}): Contestant {
  return {
    name,
    options: {
      url,
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      setupClient: (client: autocannon.Client) => {
        client.setBody(makeBatch())
        client.on('response', () => client.setBody(makeBatch()))
      },
    },
  }
}

let turn = 0
const visitors = Array.from({ length: 500 }, () => randomUUID())

function makeBatch(): string {
  const now = Date.now()
  const batch = Array.from({ length: eachBatch }, (_, index) => {
    const number = turn++
    const isPage = index % 10 === 9
    return {
      type: isPage ? 'page' : 'track',
      ...(isPage ? {} : { event: ['Invoice Sent', 'Report Opened', 'Login'][number % 3] }),
      ...(isPage ? { anonymousId: visitors[number % visitors.length] } : { userId: `u-${number % users}` }),
      messageId: `node-next-${now}-${randomUUID()}`,
      timestamp: new Date(now - (number % 1000) * 60_000).toISOString(),
      properties: {
        plan: 'pro',
        path: '/pricing/annual',
        total: number % 997,
        title: 'Prisliste for regnskap',
      },
      context: { library: { name: '@segment/analytics-node', version: '3.1.0' }, locale: 'nb-NO' },
    }
  })
  return JSON.stringify({ batch, sentAt: new Date(now) })
}

/** Tells of all users, and waits until each is a customer. */
async function identifyUsers(api: Api): Promise<void> {
  const batch = Array.from({ length: users }, (_, index) => ({
    type: 'identify',
    userId: `u-${index}`,
    traits: { name: `Bruker ${index}`, email: `bruker${index}@kunde${index % 300}.example` },
  }))
  const response = await fetch(`${api.url}/v1/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...writeKey(api) },
    body: JSON.stringify({ batch }),
  })
  if (!response.ok) throw new Error(await response.text())
  for (;;) {
    const { customers } = (await ask(api, '{ customers(first: 1) { totalCount } }')) as {
      customers: { totalCount: number }
    }
    if (customers.totalCount >= users) return
    await sleep(200)
  }
}

/** A connection that sees the workspace of the API's key. */
async function openWorkspace(connectionString: string, api: Api): Promise<pg.Client> {
  const name = /_([\w-]{43})\./.exec(api.keys.secretKey)?.[1] ?? ''
  const hex = Buffer.from(name, 'base64url').toString('hex').slice(0, 32)
  const id = hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(`select set_config('profilkort.workspace', $1, false)`, [id])
  return client
}

/** Puts as many interactions of the last year in as are missing. */
async function fillTo(client: pg.Client, size: number): Promise<void> {
  for (let back = 0; back < 13; back++) {
    await client.query(
      `select ensure_month('interaction', (date_trunc('month', now()) - make_interval(months => $1))::date)`,
      [back],
    )
  }
  const { rows } = await client.query<{ count: string }>('select count(*) from interaction')
  const missing = size - Number(rows[0]?.count)
  if (missing > 0) {
    await client.query(
      `with records as (select array_agg(id) as ids from source_record where kind = 'person')
      insert into interaction (workspace_id, at, id, record_id, type, name, source, message_id, received_at, properties)
      select current_workspace(), now() - random() * interval '360 days', gen_random_uuid(),
        ids[1 + floor(random() * cardinality(ids))::int], 'track', 'Login', 'web', gen_random_uuid()::text, now(), '{"plan":"pro"}'
      from records, generate_series(1, $1)`,
      [missing],
    )
    await client.query(
      `insert into interaction_message (workspace_id, received_month, message)
      select workspace_id, date_trunc('month', now())::date, id from interaction on conflict do nothing`,
    )
  }
  await client.query('analyze interaction')
}
