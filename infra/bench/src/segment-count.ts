import { setTimeout as sleep } from 'node:timers/promises'
import { countCustomers } from '@profilkort/analytics/customers/filter'
import { acrossWorkspaces, connect, inWorkspace } from '@profilkort/database/connect'
import { listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'
import { lower } from '@profilkort/domain/rules/lower'
import type { Rule } from '@profilkort/domain/rules/rule'
import { sql } from 'kysely'
import pg from 'pg'
import { readColumns } from './columns-base.ts'
import { ask } from './content.ts'
import { addCustomers, makeBareTable } from './customer-base.ts'
import { openDuckdb } from './duckdb.ts'
import { inTurn, quantile } from './in-turn.ts'
import { type Api, startMachine } from './machine.ts'

const size = 1_000_000
const rounds = 200
/** How many customers are changed in a second while freshness is measured, and for how long. */
const changesPerSecond = 1000
const seconds = 10

const field = (key: string) => ({ kind: 'attribute', key }) as const

/** Five tests, and/or; the bound is another one each time, as while it is written. */
const ruleOf = (employees: number): Rule => ({
  kind: 'all',
  rules: [
    { kind: 'oneOf', field: field('industry'), values: ['industry1', 'industry2', 'industry3'] },
    { kind: 'atLeast', field: field('employees'), value: employees },
    {
      kind: 'any',
      rules: [
        { kind: 'oneOf', field: field('c0'), values: ['option1', 'option2'] },
        { kind: 'lessThan', field: field('n0'), value: 300 },
        { kind: 'atLeast', field: field('n1'), value: 900 },
      ],
    },
  ],
})

const condition = (employees: number) => `industry in ('industry1', 'industry2', 'industry3')
  and employees >= ${employees} and (c0 in ('option1', 'option2') or n0 < 300 or n1 >= 900)`

const query = `query Count($employees: Float!) { segmentPreview(kind: COMPANY, sampleSize: 0, rule: { all: [
  { oneOf: { field: { attribute: "industry" }, values: ["industry1", "industry2", "industry3"] } }
  { atLeast: { field: { attribute: "employees" }, value: { number: $employees } } }
  { any: [
    { oneOf: { field: { attribute: "c0" }, values: ["option1", "option2"] } }
    { lessThan: { field: { attribute: "n0" }, value: { number: 300 } } }
    { atLeast: { field: { attribute: "n1" }, value: { number: 900 } } }
  ] }
] }) { ... on SegmentPreviewSuccess { preview { count } } } }`

interface Counted {
  readonly segmentPreview: { readonly preview: { readonly count: number } }
}

/**
 * S2: the count of a rule that is being written over a million customers: over HTTP while its bound is changed, and in
 * this process against DuckDB and typed SQL; and how soon what was committed is in a count, under many changes.
 */
export async function segmentCount(): Promise<object> {
  const machine = await startMachine()
  try {
    const api = await machine.startApi({ COLUMNS_MIB: '1024' })
    await makeBareTable(machine.databaseUrl)
    await addCustomers(machine.databaseUrl, 0, size)
    const count = async (employees: number) => {
      const { segmentPreview }: Counted = await ask(api, query, { employees })
      return segmentPreview.preview.count
    }
    await untilFast(count)
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const began = performance.now()
      await count(round)
      times.push(performance.now() - began)
    }
    const rssMiB = api.memory()
    const p95Ms = Math.round(quantile(times, 0.95) * 10) / 10
    process.stdout.write(`over HTTP: p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${p95Ms} ms\n`)
    const inProcess = await countInProcess(machine, count)
    const freshP95Ms = await measureFreshness(machine.databaseUrl, api)
    return { p95Ms, ...inProcess, freshP95Ms, rssMiB }
  } finally {
    await machine.stop()
  }
}

async function countInProcess(
  { databaseUrl, directory }: Awaited<ReturnType<typeof startMachine>>,
  overHttp: (employees: number) => Promise<number>,
): Promise<{ readonly duckdbRatio: number; readonly duckdbTwoThreadsRatio: number }> {
  const duckdb = await openDuckdb(databaseUrl, directory)
  const columns = await readColumns(databaseUrl)
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  const employees = 120
  const text = (table: string) => `select count(*) from ${table} where ${condition(employees)}`
  const run = {
    ours: () => countCustomers(columns, { rule: lower(ruleOf(employees), 0) }),
    'DuckDB, one thread': async () => Number((await duckdb.ask(text('customer'), 1))[0]?.[0]),
    'DuckDB, two threads': async () => Number((await duckdb.ask(text('customer'), 2))[0]?.[0]),
    'SQL, typed columns': async () => Number((await database.query(text('bare.customer'))).rows[0]?.count),
  }
  const expected = await overHttp(employees)
  for (const [name, each] of Object.entries(run)) {
    const counted = await each()
    if (counted !== expected) throw new Error(`${name} counts ${counted}, over HTTP it is ${expected}`)
  }
  const times = await inTurn(run, 15)
  for (const [name, milliseconds] of Object.entries(times)) {
    process.stdout.write(`${name}: ${milliseconds.toFixed(2)} ms\n`)
  }
  await database.end()
  duckdb.close()
  const ratioTo = (name: string) => Math.round(((times[name] ?? 0) / (times.ours ?? 1)) * 100) / 100
  return {
    duckdbRatio: ratioTo('DuckDB, one thread'),
    duckdbTwoThreadsRatio: ratioTo('DuckDB, two threads'),
  }
}

/**
 * How long after a commit it is in a count that is asked for again and again, the 95th percentile in milliseconds, while
 * others are changed all the time.
 */
async function measureFreshness(databaseUrl: string, api: Api): Promise<number> {
  const db = connect({ connectionString: databaseUrl })
  const [workspaceId = ''] = await acrossWorkspaces(db, listWorkspaceIds)
  const setAttribute = (key: string, value: number, from: number, to: number) =>
    inWorkspace(db, workspaceId, (tx) =>
      sql`update customer set attributes = attributes || jsonb_build_object(${key}::text, ${value}::float8)
        where workspace_id = ${workspaceId} and id in (
          select md5('customer ' || i)::uuid from generate_series(${from}::bigint, ${to}::bigint) as i)`.execute(
        tx,
      ),
    )
  const until = performance.now() + 1000 * seconds
  const writing = (async () => {
    const each = changesPerSecond / 10
    for (let batch = 0; performance.now() < until; batch++) {
      const began = performance.now()
      await setAttribute('n2', batch % 977, batch * each, (batch + 1) * each - 1)
      await sleep(Math.max(0, 100 - (performance.now() - began)))
    }
  })()
  const times: number[] = []
  for (let probe = 1; performance.now() < until; probe++) {
    // Nobody else has so many.
    const employees = 10_000 + probe
    await setAttribute('employees', employees, size - 1 - probe, size - 1 - probe)
    const committed = performance.now()
    for (;;) {
      const { segmentPreview }: Counted = await ask(api, probing, { employees })
      if (segmentPreview.preview.count > 0) break
    }
    times.push(performance.now() - committed)
  }
  await writing
  await db.destroy()
  const p95 = Math.round(quantile(times, 0.95) * 10) / 10
  process.stdout.write(
    `fresh after p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${p95} ms, ${times.length} times\n`,
  )
  return p95
}

const probing = `query Probe($employees: Float!) { segmentPreview(kind: COMPANY, sampleSize: 0, rule: {
  atLeast: { field: { attribute: "employees" }, value: { number: $employees } } }) {
  ... on SegmentPreviewSuccess { preview { count } } } }`

async function untilFast(count: (employees: number) => Promise<number>): Promise<void> {
  for (;;) {
    const asked = performance.now()
    await count(1)
    if (performance.now() - asked < 150) return
  }
}
