import type { CustomerColumns } from '@profilkort/analytics/customers/customer-columns'
import { judgeCustomers } from '@profilkort/analytics/scorecards/judge-customers'
import { figuresReader, questionsOf } from '@profilkort/analytics/scorecards/scorecard-questions'
import { acrossWorkspaces, connect, inWorkspace } from '@profilkort/database/connect'
import { listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'
import type { Rule } from '@profilkort/domain/rules/rule'
import { prepareScorecard } from '@profilkort/domain/scorecards/fit'
import type { RuleCriterion, Scorecard } from '@profilkort/domain/scorecards/scorecard'
import jsonLogic from 'json-logic-js'
import { Engine } from 'json-rules-engine'
import { sql } from 'kysely'
import { type BareCustomer, eachBareCustomer, readColumns } from './columns-base.ts'
import { addCustomers, makeBareTable } from './customer-base.ts'
import { openDuckdb } from './duckdb.ts'
import { inTurn } from './in-turn.ts'
import { startMachine } from './machine.ts'

const size = 1_000_000
/** Engines that take an object each are measured over so many. */
const few = 20_000

/** How many customers have each total of points. */
type Histogram = ReadonlyMap<number, number>

/** A criterion: 2 points for some values or from one number on, 1 for others or from a lower one. */
type Criterion =
  | { readonly column: string; readonly two: readonly string[]; readonly one: readonly string[] }
  | { readonly column: string; readonly two: number; readonly one: number }

const options = (...numbers: readonly number[]) => numbers.map((number) => `option${number}`)
const criteria: readonly Criterion[] = [
  { column: 'industry', two: ['industry1', 'industry2'], one: ['industry3', 'industry4', 'industry5'] },
  { column: 'employees', two: 300, one: 100 },
  { column: 'n0', two: 700, one: 300 },
  { column: 'n1', two: 500, one: 100 },
  { column: 'n2', two: 900, one: 600 },
  { column: 'c0', two: options(1, 2, 3), one: options(4, 5) },
  { column: 'c1', two: options(7, 8), one: options(9, 10, 11, 12) },
  { column: 'c2', two: options(0), one: options(1, 2, 3, 4, 5, 6) },
]
/** Weights, so that totals are not only counts. */
const weights = [3, 2, 1, 1, 2, 4, 1, 2] as const

/**
 * S1: a scorecard of eight criteria over a million customers with 27 attributes, to a histogram of totals: ours against
 * a hand-written loop over typed arrays, DuckDB, SQL and two rule engines on the same customers.
 */
export async function scoreCustomers(): Promise<object> {
  const machine = await startMachine()
  try {
    await machine.startApi()
    await makeBareTable(machine.databaseUrl)
    await addCustomers(machine.databaseUrl, 0, size)
    const duckdb = await openDuckdb(machine.databaseUrl, machine.directory)
    const before = process.memoryUsage().rss
    const columns = await readColumns(machine.databaseUrl)
    const columnsMiB = Math.round(columns.bytes / 2 ** 20)
    const rssMiB = Math.round((process.memoryUsage().rss - before) / 2 ** 20)
    const arrays = await readArrays(machine.databaseUrl)
    const db = connect({ connectionString: machine.databaseUrl })
    const [workspaceId = ''] = await acrossWorkspaces(db, listWorkspaceIds)
    const ask = (text: string) =>
      inWorkspace(db, workspaceId, async (tx) => {
        await sql`set local statement_timeout = 0`.execute(tx)
        const { rows } = await sql.raw<{ total: string; count: string }>(text).execute(tx)
        return toHistogram(rows.map(({ total, count }) => [total, count]))
      })
    const expected = byHand(arrays)
    const run = {
      ours: () => byColumns(columns),
      'hand-written loop': () => byHand(arrays),
      'DuckDB, one thread': async () => toHistogram(await duckdb.ask(typedSql('customer'), 1)),
      'DuckDB, two threads': async () => toHistogram(await duckdb.ask(typedSql('customer'), 2)),
    }
    for (const [name, each] of Object.entries(run)) {
      expectTheSame(name, await each(), expected)
    }
    const times = await inTurn(run)
    expectTheSame('SQL, jsonb', await ask(jsonbSql), expected)
    const slow = await inTurn(
      {
        'SQL, typed columns': () => ask(typedSql('bare.customer')),
        'SQL, jsonb': () => ask(jsonbSql),
      },
      3,
    )
    const objects = arrays.first
    const engines = await inTurn(
      {
        'json-logic-js': () => byJsonLogic(objects),
        'json-rules-engine': () => byRulesEngine(objects.slice(0, few / 10)),
      },
      3,
    )
    await db.destroy()
    duckdb.close()
    const millions = (count: number, milliseconds = Number.NaN) =>
      Math.round((count / milliseconds / 1000) * 1000) / 1000
    const perSecond = {
      ...Object.fromEntries(
        [...Object.entries(times), ...Object.entries(slow)].map(([name, ms]) => [name, millions(size, ms)]),
      ),
      'json-logic-js': millions(few, engines['json-logic-js']),
      'json-rules-engine': millions(few / 10, engines['json-rules-engine']),
    }
    for (const [name, rate] of Object.entries(perSecond)) {
      process.stdout.write(`${name}: ${rate} million customers a second\n`)
    }
    const ratioTo = (name: string) => Math.round(((times[name] ?? 0) / (times.ours ?? 1)) * 100) / 100
    return {
      ratio: ratioTo('hand-written loop'),
      duckdbRatio: ratioTo('DuckDB, one thread'),
      duckdbTwoThreadsRatio: ratioTo('DuckDB, two threads'),
      columnsMiB,
      rssMiB,
    }
  } finally {
    await machine.stop()
  }
}

function expectTheSame(name: string, histogram: Histogram, expected: Histogram): void {
  const tell = (each: Histogram) => JSON.stringify([...each].toSorted(([a], [b]) => a - b))
  if (tell(histogram) !== tell(expected)) throw new Error(`${name} comes to something else`)
}

const scorecard: Scorecard = {
  name: {},
  criteria: criteria.map(({ column, two, one }, index): RuleCriterion => {
    const field = { kind: 'attribute', key: column } as const
    const ruleOf = (value: readonly string[] | number): Rule =>
      typeof value === 'number' ? { kind: 'atLeast', field, value } : { kind: 'oneOf', field, values: value }
    return {
      kind: 'rule',
      key: column,
      label: {},
      weight: weights[index] ?? 1,
      two: ruleOf(two),
      one: ruleOf(one),
    }
  }),
  threshold: 16,
  coverageFloor: 0.5,
  bands: [{ key: 'all', label: {}, from: 0 }],
  disqualifiers: [],
}

function byColumns(columns: CustomerColumns): Histogram {
  const prepared = prepareScorecard(scorecard, 0)
  const questions = questionsOf(prepared, new Map())
  const { alike, answers } = judgeCustomers(columns, {}, questions)
  const read = figuresReader(prepared, answers, [...questions.keys()])
  const histogram = new Map<number, number>()
  for (const { numbers, count } of alike) {
    const { points } = read(numbers)
    histogram.set(points, (histogram.get(points) ?? 0) + count)
  }
  return histogram
}

/** The customers as whoever knows the scorecard beforehand would keep them. */
interface Arrays {
  readonly numbers: readonly Float64Array[]
  readonly codes: readonly Uint8Array[]
  /** Points by code, for each of `codes`. */
  readonly tables: readonly Uint8Array[]
  /** The first few as objects. */
  readonly first: readonly BareCustomer[]
}

const byNumber = criteria.flatMap((each, place) => (typeof each.two === 'number' ? [{ ...each, place }] : []))
const byCode = criteria.flatMap((each, place) => (typeof each.two === 'number' ? [] : [{ ...each, place }]))

async function readArrays(databaseUrl: string): Promise<Arrays> {
  const numbers = byNumber.map(() => new Float64Array(size))
  const codes = byCode.map(() => new Uint8Array(size))
  const dictionaries = byCode.map(() => new Map<unknown, number>())
  const first: BareCustomer[] = []
  let row = 0
  for await (const rows of eachBareCustomer(databaseUrl)) {
    for (const customer of rows) {
      if (row < few) first.push(customer)
      for (const [index, { column }] of byNumber.entries())
        (numbers[index] as Float64Array)[row] = Number(customer[column])
      for (const [index, { column }] of byCode.entries()) {
        const dictionary = dictionaries[index] as Map<unknown, number>
        const code = dictionary.get(customer[column]) ?? dictionary.size
        dictionary.set(customer[column], code)
        ;(codes[index] as Uint8Array)[row] = code
      }
      row++
    }
  }
  const tables = byCode.map((criterion, index) => {
    const table = new Uint8Array(256)
    for (const [value, code] of dictionaries[index] ?? []) table[code] = pointsOf(criterion, value)
    return table
  })
  return { numbers, codes, tables, first }
}

function pointsOf({ two, one }: Criterion, value: unknown): number {
  const holds = (of: readonly string[] | number) =>
    typeof of === 'number' ? Number(value) >= of : of.includes(String(value))
  return holds(two) ? 2 : holds(one) ? 1 : 0
}

/** One loop that was written for this scorecard: the limit. */
function byHand({ numbers, codes, tables }: Arrays): Histogram {
  const [n0, n1, n2, n3] = numbers as [Float64Array, Float64Array, Float64Array, Float64Array]
  const [c0, c1, c2, c3] = codes as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  const [t0, t1, t2, t3] = tables as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  const counts = new Uint32Array(64)
  for (let row = 0; row < size; row++) {
    const [a, b, c, d] = [n0[row] as number, n1[row] as number, n2[row] as number, n3[row] as number]
    const total =
      2 * (a >= 300 ? 2 : a >= 100 ? 1 : 0) +
      (b >= 700 ? 2 : b >= 300 ? 1 : 0) +
      (c >= 500 ? 2 : c >= 100 ? 1 : 0) +
      2 * (d >= 900 ? 2 : d >= 600 ? 1 : 0) +
      3 * (t0[c0[row] as number] as number) +
      4 * (t1[c1[row] as number] as number) +
      (t2[c2[row] as number] as number) +
      2 * (t3[c3[row] as number] as number)
    counts[total] = (counts[total] as number) + 1
  }
  const found = [...counts].map((count, total): [number, number] => [total, count])
  return new Map(found.filter(([, count]) => count > 0))
}

function sumSql(columnOf: (criterion: Criterion) => string): string {
  const terms = criteria.map((criterion, index) => {
    const column = columnOf(criterion)
    const holds = (of: readonly string[] | number) =>
      typeof of === 'number'
        ? `${column} >= ${of}`
        : `${column} in (${of.map((each) => `'${each}'`).join(', ')})`
    return `${weights[index]} * (case when ${holds(criterion.two)} then 2 when ${holds(criterion.one)} then 1 else 0 end)`
  })
  return terms.join(' + ')
}

function typedSql(table: string): string {
  return `select total, count(*) from (select ${sumSql(({ column }) => column)} as total from ${table}) as scored group by total`
}

const jsonbSql = `select total, count(*) from (select ${sumSql(({ column, two }) =>
  typeof two === 'number' ? `(attributes ->> '${column}')::float8` : `(attributes ->> '${column}')`,
)} as total from customer) as scored group by total`

function toHistogram(rows: readonly (readonly unknown[])[]): Histogram {
  return new Map(rows.map(([total, count]) => [Number(total), Number(count)]))
}

const logics = criteria.map(({ column, two, one }) => {
  const holds = (of: readonly string[] | number) =>
    typeof of === 'number' ? { '>=': [{ var: column }, of] } : { in: [{ var: column }, of] }
  return { if: [holds(two), 2, holds(one), 1, 0] }
})

function byJsonLogic(objects: readonly BareCustomer[]): Histogram {
  const histogram = new Map<number, number>()
  for (const each of objects) {
    const total = logics.reduce(
      (sum, logic, index) => sum + (weights[index] ?? 1) * Number(jsonLogic.apply(logic as never, each)),
      0,
    )
    histogram.set(total, (histogram.get(total) ?? 0) + 1)
  }
  return histogram
}

async function byRulesEngine(objects: readonly BareCustomer[]): Promise<Histogram> {
  const histogram = new Map<number, number>()
  const engine = new Engine()
  for (const [index, { column, two, one }] of criteria.entries()) {
    const test = (value: readonly string[] | number) => ({
      fact: column,
      operator: typeof value === 'number' ? 'greaterThanInclusive' : 'in',
      value: typeof value === 'number' ? value : [...value],
    })
    const weight = weights[index] ?? 1
    engine.addRule({
      conditions: { all: [test(two)] },
      event: { type: 'points', params: { points: 2 * weight } },
    })
    engine.addRule({
      conditions: { all: [{ not: test(two) }, test(one)] },
      event: { type: 'points', params: { points: weight } },
    })
  }
  for (const each of objects) {
    const { events } = await engine.run(each)
    const total = events.reduce((sum, { params }) => sum + Number(params?.points), 0)
    histogram.set(total, (histogram.get(total) ?? 0) + 1)
  }
  return histogram
}
