import type autocannon from 'autocannon'
import { ask } from './content.ts'
import { addCustomers, makeBareTable, questions, untilVacuumed } from './customer-base.ts'
import { type Contestant, measure, ratio } from './load.ts'
import { type Api, startMachine } from './machine.ts'

const query = `query List($industry: String!, $employees: Float!) {
  customers(first: 50, sort: { by: { attribute: "turnover" }, direction: DESCENDING }, where: { all: [
    { is: { field: { attribute: "industry" }, value: { text: $industry } } }
    { atLeast: { field: { attribute: "employees" }, value: { number: $employees } } }
  ] }) {
    totalCount
    nodes { id name stage attributes(keys: ["industry", "employees", "turnover"]) { key value } }
  }
}`

/** A tenth of the customers that the target is about, as many, and ten times as many. */
const sizes = [10_000, 100_000, 1_000_000]
const target = 100_000

interface Page {
  readonly totalCount: number
  readonly nodes: readonly { readonly name: string }[]
}

/**
 * Fifty of many customers by two filters, sorted, with how many there are in all, each time by other values: over
 * GraphQL, against `node:http` with `pg` and one hand-written statement on a typed table with the right indexes.
 */
export async function customerList(): Promise<object> {
  const machine = await startMachine()
  try {
    const api = await machine.startApi({ COLUMNS_MIB: '1024' })
    await makeBareTable(machine.databaseUrl)
    const bareUrl = await machine.startBare('bare-list.ts')
    const growth: { [size: string]: object } = {}
    let [made, rssMiB, reached] = [0, 0, Number.NaN]
    for (const size of sizes) {
      await addCustomers(machine.databaseUrl, made, size)
      made = size
      const filled = await untilReady(api)
      await untilVacuumed(machine.databaseUrl)
      await expectTheSame(api, bareUrl)
      const rates = await measure([listOf('bare statement', bareUrl, {}, (each) => each), ourList(api)])
      const share = ratio(rates, 'graphql', 'bare statement')
      growth[size] = { ratio: share, rssMiB: api.memory(), secondsToFollow: Math.round(filled / 100) / 10 }
      if (size === target) [rssMiB, reached] = [api.memory(), share]
      process.stdout.write(`${size} customers: ${JSON.stringify(growth[size])}\n`)
    }
    return { ratio: reached, rssMiB, growth }
  } finally {
    await machine.stop()
  }
}

function ourList(api: Api): Contestant {
  const headers = { authorization: `Bearer ${api.keys.secretKey}`, 'content-type': 'application/json' }
  return listOf('graphql', `${api.url}/graphql`, headers, (variables) => ({ query, variables }))
}

function listOf(
  name: string,
  url: string,
  headers: autocannon.Options['headers'],
  bodyOf: (question: object) => object,
): Contestant {
  const requests = questions.map((question) => ({ body: JSON.stringify(bodyOf(question)) }))
  return { name, options: { url, method: 'POST', headers: headers ?? {}, requests } }
}

/** Ends once a list is answered at once. @returns how long that took, in milliseconds */
async function untilReady(api: Api): Promise<number> {
  const began = performance.now()
  for (;;) {
    const asked = performance.now()
    await ask(api, query, questions[0])
    if (performance.now() - asked < 150) return performance.now() - began
  }
}

/** Throws where the limit answers something else than we do. */
async function expectTheSame(api: Api, bareUrl: string): Promise<void> {
  for (const question of questions.slice(0, 20)) {
    const { customers: ours }: { customers: Page } = await ask(api, query, question)
    const response = await fetch(bareUrl, { method: 'POST', body: JSON.stringify(question) })
    const { data } = (await response.json()) as { data: { customers: Page } }
    const [told, limit] = [ours, data.customers].map(({ totalCount, nodes }) =>
      JSON.stringify([totalCount, nodes.map(({ name }) => name)]),
    )
    if (told !== limit) throw new Error(`Asked ${JSON.stringify(question)}: ${told} and ${limit}`)
  }
}
