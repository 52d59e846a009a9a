import type autocannon from 'autocannon'
import { type Contestant, measure, ratio } from './load.ts'
import { type Api, startMachine } from './machine.ts'

const mutation = `mutation Create($input: CustomerCreateInput!) {
  customerCreate(input: $input) { ... on CustomerCreateSuccess { customer { id name } } ... on Problem { message } }
}`

/**
 * One new company with five values and a website of its own, durable: over GraphQL, checked against the catalogue, as a
 * record of its source and the customer that it makes, against `node:http` with `pg` and one statement for one row.
 */
export async function customerCreate(): Promise<{ readonly ratio: number; readonly rssMiB: number }> {
  const machine = await startMachine()
  try {
    const api = await machine.startApi()
    const bare = await machine.startBare('bare-create.ts')
    const refused: string[] = []
    const rates = await measure([
      writes('bare statement', { url: bare }, (input) => input, refused),
      writes('customer create', ours(api), (input) => ({ query: mutation, variables: { input } }), refused),
    ])
    if (refused.length > 0) throw new Error(`Customers were refused, such as: ${refused[0]}`)
    return { ratio: ratio(rates, 'customer create', 'bare statement'), rssMiB: api.memory() }
  } finally {
    await machine.stop()
  }
}

function ours(api: Api) {
  return {
    url: `${api.url}/graphql`,
    headers: { authorization: `Bearer ${api.keys.secretKey}`, 'content-type': 'application/json' },
  }
}

let made = 0

function writes(
  name: string,
  options: Pick<autocannon.Options, 'url' | 'headers'>,
  toBody: (input: object) => object,
  refused: string[],
): Contestant {
  return {
    name,
    options: {
      ...options,
      method: 'POST',
      setupClient: (client: autocannon.Client) => {
        const write = () => client.setBody(JSON.stringify(toBody(newCompany(made++))))
        write()
        client.on('body', (body) => {
          if (!String(body).includes('"name":"Bedrift')) refused.push(String(body))
          write()
        })
      },
    },
  }
}

function newCompany(number: number) {
  return {
    kind: 'COMPANY',
    name: `Bedrift ${number} AS`,
    attributes: [
      { key: 'website', value: `bedrift${number}.example` },
      { key: 'industry', value: 'retail' },
      { key: 'employees', value: number % 250 },
      { key: 'annualRevenue', value: { amount: number * 1000, currency: 'NOK' } },
      { key: 'city', value: 'Bergen' },
    ],
  }
}
