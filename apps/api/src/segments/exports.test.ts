import { createHash } from 'node:crypto'
import { inWorkspace } from '@profilkort/database/connect'
import { expect, test } from 'vitest'
import { addCompany } from '../testing/companies.ts'
import { importFile } from '../testing/import-file.ts'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, url, db, workspace, clock } = server
const people = await peopleOf(server)

async function run(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}
async function take(path: string, key = workspace.secretKey) {
  clock.now = new Date(clock.now.getTime() + 1000)
  const response = await fetch(`${url}/v1/exports/segments/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
  })
  const { headers } = response
  return {
    status: response.status,
    leaving: Number(headers.get('leaving')),
    leftOut: JSON.parse(headers.get('left-out') ?? 'null') as unknown,
    lines: (await response.text()).trimEnd().split('\r\n'),
  }
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const agreed = async (name: string, attributes: object, purposes: readonly string[]) => {
  const id = await people.add(name, { ...attributes })
  for (const purpose of purposes) await people.say(id, purpose, 'GIVEN')
  return id
}
const kari = await agreed('=Kari', { email: 'Kari.Nord+news@GMAIL.com', phone: '22 33 44 55', age: 30 }, [
  'profiling',
  'marketing',
])
await agreed('Ola', { email: 'ola@sør.no', age: 40 }, ['profiling'])
await agreed('Per', { phone: 'ring me', age: 50 }, ['profiling', 'marketing'])
await agreed('Unseen', { email: 'unseen@nord.no', age: 60 }, ['marketing'])
await addCompany(db, workspace.id, 'Nord', { employees: 3 })
await run(
  `mutation { segmentCreate(input: { slug: "everybody", name: { en: "Everybody" }, rule: { all: [] } }) { __typename } }`,
)
const { segmentCreate: list } = await run(
  'mutation { segmentCreate(input: { slug: "guests", name: { en: "Guests" }, kind: STATIC }) { ... on SegmentCreateSuccess { segment { id } } } }',
)
await run(
  'mutation ($id: ID!, $kari: ID!) { segmentAddCustomers(id: $id, customers: { customers: [$kari] }) { __typename } }',
  { id: list.segment.id, kari },
)

test('a table of a segment has those who may be used for its purpose, formulas escaped', async () => {
  const { status, lines, leaving, leftOut } = await take('everybody.csv?purpose=marketing&columns=name,kind')
  expect(status).toBe(200)
  expect(lines.toSorted()).toEqual(["'=Kari,person", 'Nord,company', 'Per,person', 'name,kind'].toSorted())
  expect([leaving, leftOut]).toEqual([3, { noConsent: 1, company: 0, noContact: 0 }])
  const guests = await take('guests.csv?purpose=marketing&columns=name')
  expect(guests.lines).toEqual(['name', "'=Kari"])
  expect((await take('guests.csv?purpose=sharing&columns=name')).lines).toEqual(['name'])
})

test('an audience has hashes in the layout of its platform, and tells who was left out and why', async () => {
  const meta = await take('everybody/meta.csv?purpose=marketing')
  expect(meta.lines).toEqual(['email,phone', `${sha256('kari.nord+news@gmail.com')},${sha256('4722334455')}`])
  expect([meta.leaving, meta.leftOut]).toEqual([1, { noConsent: 1, company: 1, noContact: 1 }])
  const google = await take('everybody/google.csv?purpose=marketing')
  expect(google.lines).toEqual(['Email,Phone', `${sha256('karinord@gmail.com')},${sha256('+4722334455')}`])
  const linkedin = await take('everybody/linkedin.csv?purpose=marketing')
  expect(linkedin.lines).toEqual(['email', sha256('kari.nord+news@gmail.com')])
})

test('what left is written down: who took it, when, for what, how many', async () => {
  const { segmentExports } = await run(
    `{ segmentExports(first: 2) { nodes { segmentName purpose format leaving withoutConsent companies withoutContact exportedAt exportedBy } pageInfo { hasNextPage endCursor } } }`,
  )
  expect(segmentExports.nodes).toHaveLength(2)
  expect(segmentExports.pageInfo.hasNextPage).toBe(true)
  const whole = await run(
    `{ segmentExports(after: "${segmentExports.pageInfo.endCursor}", first: 100) { nodes { format leaving } } }`,
  )
  expect(
    [...segmentExports.nodes, ...whole.segmentExports.nodes]
      .map(({ format, leaving }) => `${format} ${leaving}`)
      .toSorted(),
  ).toEqual(['CSV 0', 'CSV 1', 'CSV 3', 'GOOGLE 1', 'LINKEDIN 1', 'META 1'])
  expect(segmentExports.nodes[0]).toMatchObject({
    purpose: 'marketing',
    exportedAt: clock.now.toISOString(),
  })
  expect(segmentExports.nodes[0].exportedBy).toBeTruthy()
})

test('nothing leaves without a purpose, by a special category, for another workspace, or for whoever may not read customers', async () => {
  const refused = async (path: string) => {
    const { status, lines } = await take(path)
    return [status, lines.join('')]
  }
  expect(await refused('everybody.csv')).toEqual([400, expect.stringMatching(/what the list is for/)])
  expect(await refused('everybody.csv?purpose=nothing')).toEqual([400, expect.stringMatching(/no purpose/)])
  expect(await refused('nobody.csv?purpose=marketing')).toEqual([400, expect.stringMatching(/no segment/)])
  expect(await refused('everybody.csv?purpose=marketing&columns=faith')).toEqual([
    400,
    expect.stringMatching(/no column/),
  ])
  await ask('mutation { specialCategoriesEnable(ground: "Article 9(2)(d)") { __typename } }')
  await run(
    `mutation { segmentCreate(input: { slug: "faithful", name: { en: "Faithful" }, rule: { isKnown: { field: { attribute: "faith" } } } }) { __typename } }`,
  )
  expect(await refused('faithful.csv?purpose=marketing')).toEqual([
    400,
    expect.stringMatching(/cannot leave/),
  ])
  const other = await server.makeWorkspace()
  expect((await take('everybody.csv?purpose=marketing', other.secretKey)).status).toBe(400)
  const { apiKeyCreate } =
    await run(`mutation { apiKeyCreate(input: { kind: SECRET, name: "Content", scopes: [CONTENT_READ] }) {
    ... on ApiKeyCreateSuccess { newApiKey { text } } } }`)
  expect((await take('everybody.csv?purpose=marketing', apiKeyCreate.newApiKey.text)).status).toBe(403)
  const { segmentExports } = await run('{ segmentExports(first: 100) { nodes { leaving } } }')
  expect(segmentExports.nodes).toHaveLength(6)
})

test('a table of a segment comes in again as it went out, elsewhere and here', async () => {
  const { lines } = await take('everybody.csv?purpose=marketing')
  const file = `${lines.join('\r\n')}\r\n`
  const other = await server.makeWorkspace()
  const send = async (key: string, kind: string) => {
    const { inserted, changed, unchanged } = (await importFile(url, key, { kind }, file)).one('report')
    return [inserted, changed, unchanged]
  }
  expect(await send(other.secretKey, 'companies')).toEqual([1, 0, 0])
  expect(await send(other.secretKey, 'contacts')).toEqual([2, 0, 0])
  const names = await inWorkspace(db, other.id, (tx) =>
    tx.selectFrom('customer').select(['name', 'kind', 'stage', 'attributes']).orderBy('name').execute(),
  )
  expect(names).toMatchObject([
    { name: '=Kari', kind: 'person', attributes: { email: 'Kari.Nord+news@GMAIL.com', age: 30 } },
    { name: 'Nord', kind: 'company', attributes: { employees: 3 } },
    { name: 'Per', kind: 'person', attributes: { phone: 'ring me', age: 50 } },
  ])
  expect(await send(workspace.secretKey, 'contacts')).toEqual([0, 0, 2])
  expect(await send(workspace.secretKey, 'companies')).toEqual([0, 0, 1])
})
