import { randomUUID } from 'node:crypto'
import { ensureAttributes } from '@profilkort/database/attributes/attributes.queries'
import { inWorkspace } from '@profilkort/database/connect'
import type { Attribute, Values } from '@profilkort/domain/attributes/attribute'
import { metrics } from '@profilkort/domain/insight/metrics'
import { beforeAll, expect, test } from 'vitest'
import { addCompany, addDeal } from '../testing/companies.ts'
import { type Answer, secondServer, startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { db, workspace, ask } = server

const attribute = (key: string, type: Attribute['type'], more: Partial<Attribute> = {}): Attribute => ({
  key,
  type,
  subject: 'company',
  category: 'other',
  label: { en: key },
  options: [],
  sensitive: false,
  ...more,
})
const options = ['small', 'middling', 'large'].map((key) => ({ key, label: { en: key } }))
const attributes = [
  attribute('note', 'text'),
  attribute('size', 'choice', { options }),
  attribute('uses', 'choices', { options }),
  attribute('heads', 'number'),
  attribute('turnover', 'money'),
  attribute('public', 'boolean'),
  attribute('since', 'time'),
  attribute('faith', 'choice', { sensitive: true }),
]

const values: readonly Values[] = Array.from({ length: 40 }, (_, index) => ({
  ...(index % 5 !== 0 && { note: ['b', 'a', 'Å', 'z', '😀', '\uffee'][index % 6] ?? '' }),
  ...(index % 4 !== 0 && {
    size: ['large', 'small', 'unheard of', 'middling', 'also unheard of'][index % 5] ?? '',
  }),
  ...(index % 3 !== 0 && { uses: [['large', 'small'], ['small'], []][index % 2] ?? [] }),
  ...(index % 6 !== 0 && { heads: (index * 7) % 11 }),
  ...(index % 7 !== 0 && { turnover: { amount: (index * 5) % 9, currency: index % 2 ? 'NOK' : 'EUR' } }),
  ...(index % 8 !== 0 && { public: index % 3 === 0 }),
  ...(index % 9 !== 0 && { since: Date.UTC(2026, 0, (index % 4) + 1) }),
  ...(index < 12 && { faith: index < 3 ? 'few' : 'many' }),
  // What no longer is of the type that the catalogue says.
  ...(index === 39 && {
    heads: 'forty',
    note: 4,
    size: { amount: 1, currency: 'NOK' },
    turnover: 7,
    since: 'now',
  }),
}))

beforeAll(async () => {
  await inWorkspace(db, workspace.id, (tx) => ensureAttributes(tx, workspace.id, attributes))
  for (const [index, each] of values.entries()) {
    const id = await addCompany(db, workspace.id, `Bedrift ${index % 17}`, each)
    if (index % 2 === 0) continue
    const status = index % 3 === 0 ? 'lost' : 'won'
    await addDeal(db, workspace.id, { customerId: id, status, value: index % 4, closedOn: '2026-01-01' })
  }
})

const fields = `
  nodes { id name kind stage all: attributes { key value text } some: attributes(keys: ["note", "uses", "none"]) { value }
    metrics { ${metrics.map(({ key }) => key).join(' ')} } }
  totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`

/** The customers of all pages of a sort, one after the other, as a server tells them. */
async function walk(url: string, sort: string, isBackwards: boolean): Promise<readonly { id: string }[]> {
  const pages: { id: string }[][] = []
  let cursor = 'null'
  for (;;) {
    const args = isBackwards ? `last: 7, before: ${cursor}` : `first: 7, after: ${cursor}`
    const { customers } = await read(url, `{ customers(sort: ${sort}, ${args}) { ${fields} } }`)
    expect(customers.totalCount).toBe(values.length)
    pages.push(customers.nodes)
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = customers.pageInfo
    if (!(isBackwards ? hasPreviousPage : hasNextPage))
      return (isBackwards ? pages.toReversed() : pages).flat()
    cursor = JSON.stringify(isBackwards ? startCursor : endCursor)
  }
}

async function read(url: string, query: string): Promise<Answer['body']['data']> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${workspace.secretKey}` },
    body: JSON.stringify({ query }),
  })
  const { data, errors } = (await response.json()) as Answer['body']
  expect(errors).toBeUndefined()
  return data
}

const orders = [
  'name: true',
  'updated: true',
  ...metrics.map(({ key }) => `metric: "${key}"`),
  ...attributes.map(({ key }) => `attribute: "${key}"`),
]

test.each(orders.flatMap((by) => [`{ by: { ${by} } }`, `{ by: { ${by} }, direction: DESCENDING }`]))(
  'sorted %s, pages from columns and from the database tell the same, each customer once',
  async (sort) => {
    const withoutColumns = await secondServer(server, { columnsMiB: 0 })
    const told = await walk(server.url, sort, false)
    expect(new Set(told.map(({ id }) => id)).size).toBe(values.length)
    expect(await walk(server.url, sort, true)).toEqual(told)
    expect(await walk(withoutColumns.url, sort, false)).toEqual(told)
    expect(await walk(withoutColumns.url, sort, true)).toEqual(told)
  },
)

test('a choice goes by its options, money by currency, and who has no value comes last', async () => {
  const inOrder = async (sort: string, key: string) => {
    const { customers } = await read(
      server.url,
      `{ customers(first: 60, sort: ${sort}) { nodes { attributes(keys: ["${key}"]) { value } } } }`,
    )
    const all = customers.nodes.map(
      (node: { attributes: { value: unknown }[] }) => node.attributes[0]?.value ?? null,
    )
    return [...new Set(all.map((value: unknown) => JSON.stringify(value)))].map((value) =>
      JSON.parse(String(value)),
    )
  }
  const sizes = await inOrder('{ by: { attribute: "size" } }', 'size')
  expect(sizes.slice(0, 5)).toEqual(['small', 'middling', 'large', 'also unheard of', 'unheard of'])
  const turnovers = await inOrder('{ by: { attribute: "turnover" }, direction: DESCENDING }', 'turnover')
  expect(turnovers[0]).toEqual({ amount: 8, currency: 'NOK' })
  expect(turnovers.slice(-2)).toContainEqual(null)
})

test('what was written is in the next list, of every server', async () => {
  const second = await secondServer(server)
  const count = async (url: string) => {
    const where = '{ is: { field: { attribute: "note" }, value: { text: "ny" } } }'
    const { customers } = await read(url, `{ customers(where: ${where}) { totalCount asOf } }`)
    expect(Date.now() - Date.parse(customers.asOf)).toBeLessThan(60_000)
    return customers.totalCount
  }
  const other = await server.makeWorkspace()
  for (let written = 1; written <= 5; written++) {
    const id = await addCompany(db, workspace.id, 'Ny', { note: 'ny' })
    await addCompany(db, other.id, 'Annens', { note: 'ny' })
    expect([await count(server.url), await count(second.url)]).toEqual([1, 1])
    await inWorkspace(db, workspace.id, (tx) => tx.deleteFrom('customer').where('id', '=', id).execute())
    expect([await count(server.url), await count(second.url)]).toEqual([0, 0])
  }
})

test('days go by: tenure is counted to today', async () => {
  const { now } = server.clock
  const longest = async () =>
    (
      await read(
        server.url,
        '{ customers(first: 1, sort: { by: { metric: "tenureDays" }, direction: DESCENDING }) { nodes { metrics { tenureDays } } } }',
      )
    ).customers.nodes[0].metrics.tenureDays
  const before = await longest()
  server.clock.now = new Date(now.getTime() + 3 * 86_400_000)
  expect(await longest()).toBe(before + 3)
  server.clock.now = now
  expect(await longest()).toBe(before)
})

test.each([
  [
    'an attribute that there is none of',
    '{ customers(sort: { by: { attribute: "nothing" } }) { totalCount } }',
    /no attribute "nothing"/,
  ],
  [
    'a metric that there is none of',
    '{ customers(sort: { by: { metric: "luck" } }) { totalCount } }',
    /no metric "luck".*wonValue/,
  ],
  ['a cursor of another sort', '', /not a cursor of this list/],
  [
    'a cursor made by hand',
    `{ customers(after: "${Buffer.from('["name ascending","x","y"]').toString('base64url')}") { totalCount } }`,
    /not a cursor/,
  ],
])('%s is refused, saying why', async (_, query, why) => {
  const { customers } = await read(server.url, '{ customers(first: 1) { pageInfo { endCursor } } }')
  const another = `{ customers(sort: { by: { updated: true } }, after: "${customers.pageInfo.endCursor}") { totalCount } }`
  // What is asked again is run otherwise than the first time.
  for (let time = 0; time < 3; time++) {
    const { body } = await ask(query === '' ? another : query)
    expect(body.errors?.[0]).toMatchObject({
      message: expect.stringMatching(why),
      path: ['customers'],
      extensions: { code: 'BAD_USER_INPUT' },
    })
  }
})

test('few customers by a special category are listed, but not counted', async () => {
  const counted = async (text: string) => {
    const where = `where: { is: { field: { attribute: "faith" }, value: { text: "${text}" } } }`
    const { customers } = await read(server.url, `{ customers(${where}) { totalCount nodes { name } } }`)
    return [customers.totalCount, customers.nodes.length]
  }
  expect(await counted('few')).toEqual([null, 3])
  expect(await counted('many')).toEqual([null, 9])
  await addCompany(db, workspace.id, `Tiende ${randomUUID()}`, { faith: 'many' })
  expect(await counted('many')).toEqual([10, 10])
})

test('places are told without their customers, as by the page that has both', async () => {
  const bare = (await ask('{ customers(first: 3) { edges { cursor __typename } } }')).body
  const whole = (await ask('{ customers(first: 3) { edges { cursor node { name } } } }')).body
  expect(bare.errors).toBeUndefined()
  expect(bare.data.customers.edges).toHaveLength(3)
  expect(bare.data.customers.edges.map(({ cursor }: { cursor: string }) => cursor)).toEqual(
    whole.data.customers.edges.map(({ cursor }: { cursor: string }) => cursor),
  )
})
