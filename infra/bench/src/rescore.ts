import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './content.ts'
import { addCustomers, makeBareTable } from './customer-base.ts'
import { quantile } from './in-turn.ts'
import { type Api, startMachine } from './machine.ts'

const size = 1_000_000
const rounds = 100

const choices = (...numbers: readonly number[]) => numbers.map((number) => `"option${number}"`).join(', ')
const byNumber = (key: string, two: number, one: number, weight: number) =>
  `{ rule: { key: "${key}", label: { en: "${key}" }, weight: ${weight},
    two: { atLeast: { field: { attribute: "${key}" }, value: { number: ${two} } } },
    one: { atLeast: { field: { attribute: "${key}" }, value: { number: ${one} } } } } }`
const byChoice = (key: string, two: string, one: string, weight: number) =>
  `{ rule: { key: "${key}", label: { en: "${key}" }, weight: ${weight},
    two: { oneOf: { field: { attribute: "${key}" }, values: [${two}] } },
    one: { oneOf: { field: { attribute: "${key}" }, values: [${one}] } } } }`

/** Eight criteria; one weight is dragged. */
export const criteria = (weight: number) =>
  [
    byNumber('employees', 300, 100, weight),
    byNumber('n0', 700, 300, 1),
    byNumber('n1', 500, 100, 1),
    byNumber('n2', 900, 600, 2),
    byChoice('c0', choices(1, 2, 3), choices(4, 5), 4),
    byChoice('c1', choices(7, 8), choices(9, 10, 11, 12), 1),
    byChoice('c2', choices(0), choices(1, 2, 3, 4, 5, 6), 2),
    '{ starter: { key: "need" } }',
  ].join(', ')

const create = `mutation { scorecardCreate(input: { name: { en: "Leads" }, slug: "leads", threshold: 12, coverageFloor: 0.3,
  criteria: [${criteria(2)}] }) { ... on ScorecardCreateSuccess { scorecard { id } } ... on InvalidInput { message } } }`

const preview = (
  weight: number,
) => `{ scorecard(slug: "leads") { preview(input: { criteria: [${criteria(weight)}] }) {
  count distribution { from to count } bands { key count before } thresholds { answer count before }
  up { count sample { name } } down { count sample { name } } sensitivity { threshold yes undecided } } } }`

interface Created {
  readonly scorecardCreate: { readonly scorecard?: { readonly id: string }; readonly message?: string }
}

interface Previewed {
  readonly scorecard: { readonly preview: { readonly count: number } }
}

/**
 * A weight of a draft is dragged over a million customers: from the request to the new distribution, bands, crossings
 * and samples, over HTTP and GraphQL.
 */
export async function rescore(): Promise<object> {
  const machine = await startMachine()
  try {
    const api = await machine.startApi({ COLUMNS_MIB: '1024' })
    await makeBareTable(machine.databaseUrl)
    const growth: { [customers: string]: object } = {}
    let made = 0
    let created = ''
    for (const customers of [size / 10, size]) {
      await addCustomers(machine.databaseUrl, made, customers)
      made = customers
      // The catalogue that rules are checked against has the attributes only now.
      if (created === '') created = await publishScorecard(api)
      await untilFast(api)
      await untilScored(api, customers)
      const times: number[] = []
      for (let round = 0; round < rounds; round++) {
        const began = performance.now()
        // Different each time, as while it is dragged.
        const { scorecard }: Previewed = await ask(api, preview(1 + round / 20), {})
        times.push(performance.now() - began)
        if (scorecard.preview.count !== customers) throw new Error(`${scorecard.preview.count} were judged`)
      }
      const [p50Ms, p95Ms] = [quantile(times, 0.5), quantile(times, 0.95)].map(
        (each) => Math.round(each * 10) / 10,
      )
      growth[customers] = { p50Ms, p95Ms, rssMiB: api.memory() }
      process.stdout.write(`${customers} customers: ${JSON.stringify(growth[customers])}\n`)
    }
    return { ...growth[size], growth }
  } finally {
    await machine.stop()
  }
}

export async function publishScorecard(api: Api): Promise<string> {
  const { scorecardCreate }: Created = await ask(api, create)
  const id = scorecardCreate.scorecard?.id
  if (id === undefined) throw new Error(scorecardCreate.message)
  await ask(api, `mutation { scorecardPublish(id: "${id}", expectedRevision: 1) { __typename } }`, {})
  return id
}

/** Ends once the fits by the published scorecard are kept, which takes the server's time while it lasts. */
async function untilScored(api: Api, customers: number): Promise<void> {
  const began = performance.now()
  for (;;) {
    const { scorecard }: Scored = await ask(
      api,
      '{ scorecard(slug: "leads") { scoring { counts { count } } } }',
    )
    const kept = scorecard.scoring?.counts.reduce((sum, { count }) => sum + count, 0)
    if (kept === customers) break
    await sleep(500)
  }
  process.stdout.write(
    `${customers} fits are kept after ${Math.round((performance.now() - began) / 1000)} s\n`,
  )
}

interface Scored {
  readonly scorecard: {
    readonly scoring: { readonly counts: readonly { readonly count: number }[] } | null
  }
}

/** Ends once the columns are filled: until then every customer is read from the database. */
async function untilFast(api: Api): Promise<void> {
  const tiny =
    '{ customers(first: 1, where: { atLeast: { field: { attribute: "n0" }, value: { number: 1 } } }) { totalCount } }'
  for (;;) {
    const asked = performance.now()
    await ask(api, tiny, {})
    if (performance.now() - asked < 150) return
  }
}
