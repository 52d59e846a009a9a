import { inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addCompany, addDeal } from '../testing/companies.ts'
import { addInteractions } from '../testing/interactions.ts'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'
import { keepSegments } from './keep-members.ts'

const server = await startTestServer()
const { ask, db, url, workspace, clock } = server
const people = await peopleOf(server)

async function run(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}
const databaseId = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? ''

const nord = await addCompany(db, workspace.id, 'Nord', { employees: 50 })
await addDeal(db, workspace.id, { customerId: nord, status: 'won', value: 900, closedOn: '2026-05-01' })
const kari = await people.add('Kari', { age: 30 })
const ola = await people.add('Ola', { age: 40 })
for (const id of [kari, ola]) await people.say(id, 'profiling', 'GIVEN')
await people.say(kari, 'marketing', 'GIVEN')
await inWorkspace(db, workspace.id, (tx) =>
  sql`update customer set company_id = ${nord}::uuid where workspace_id = ${workspace.id}::uuid and id = ${databaseId(kari)}::uuid`.execute(
    tx,
  ),
)

test('a rule about the metrics of companies or people is one for everything that segments do', async () => {
  const rule = '{ company: { atLeast: { field: { metric: "wonDeals" }, value: { number: 1 } } } }'
  const { segmentCreate } = await run(
    `mutation { segmentCreate(input: { slug: "of-buyers", name: { en: "Of buyers" }, rule: ${rule} }) { ... on SegmentCreateSuccess { segment { id customerCount } } ... on Problem { message } } }`,
  )
  const { id, customerCount } = segmentCreate.segment
  expect(customerCount).toBe(1)
  await keepSegments(db, workspace.id, clock.now)
  const { segment, customer, segmentPreview, segmentWhy } = await run(
    `query ($kari: ID!) {
      segment(slug: "of-buyers") { members(first: 5) { nodes { customer { name } } } }
      customer(id: $kari) { segments { slug } }
      segmentPreview(rule: ${rule}, distributionOf: ["age"], overlapWith: ["${id}"]) {
        ... on SegmentPreviewSuccess { preview { count sample { name } overlaps { both } } } }
      segmentWhy(customer: $kari, of: { segment: "${id}" }) { ... on SegmentWhySuccess { why { isIn } } }
    }`,
    { kari },
  )
  expect(segment.members.nodes).toEqual([{ customer: { name: 'Kari' } }])
  expect(customer.segments).toEqual([{ slug: 'of-buyers' }])
  expect(segmentPreview.preview).toEqual({ count: 1, sample: [{ name: 'Kari' }], overlaps: [{ both: 1 }] })
  expect(segmentWhy.why.isIn).toBe(true)
  const list = await run(
    `mutation { segmentCreate(input: { slug: "list", name: { en: "List" }, kind: STATIC }) { ... on SegmentCreateSuccess { segment { id } } } }`,
  )
  const { segmentAddCustomers } = await run(
    `mutation { segmentAddCustomers(id: "${list.segmentCreate.segment.id}", customers: { where: ${rule} }) {
      ... on SegmentAddCustomersSuccess { change { changed } } ... on Problem { message } } }`,
  )
  expect(segmentAddCustomers.change).toEqual({ changed: 1 })
  for (const path of [
    'of-buyers.csv?purpose=marketing&columns=name',
    'of-buyers/meta.csv?purpose=marketing',
  ]) {
    const answer = await fetch(`${url}/v1/exports/segments/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${workspace.secretKey}` },
    })
    expect(answer.status, await answer.text()).toBe(200)
  }
})

const minutes = (count: number) => {
  clock.now = new Date(clock.now.getTime() + count * 60_000)
}
const keep = () => keepSegments(db, workspace.id, clock.now)
async function make(slug: string, rule: string): Promise<string> {
  const { segmentCreate } = await run(
    `mutation { segmentCreate(input: { slug: "${slug}", name: { en: "${slug}" }, ${rule} }) { ... on SegmentCreateSuccess { segment { id } } ... on Problem { message } } }`,
  )
  return segmentCreate.segment.id
}
async function events(slug: string): Promise<readonly string[]> {
  const { segment } = await run(
    `{ segment(slug: "${slug}") { events(first: 100) { nodes { kind reason customer { name } } } } }`,
  )
  return segment.events.nodes.map(
    (event: { kind: string; reason: string; customer: { name: string } }) =>
      `${event.customer.name} ${event.kind} ${event.reason}`,
  )
}

test('what becomes of deals, consents, lists, companies and people is noticed with the next look', async () => {
  const vest = await addCompany(db, workspace.id, 'Vest', { employees: 5 })
  const old = '{ atLeast: { field: { attribute: "age" }, value: { number: 60 } } }'
  const invited = await make('invited', 'kind: STATIC')
  await make('sellers', 'rule: { atLeast: { field: { deals: { status: WON } }, value: { number: 1 } } }')
  await make('informed', 'rule: { is: { field: { consent: "marketing" }, value: { text: "given" } } }')
  await make('called', 'rule: { inSegment: "invited" }')
  await make('with-old', `rule: { people: { atLeast: 1, rule: ${old} } }`)
  await make(
    'of-large',
    'rule: { company: { atLeast: { field: { attribute: "employees" }, value: { number: 100 } } } }',
  )
  await make('colleagues', `rule: { company: { people: { atLeast: 1, rule: ${old} } } }`)
  await keep()
  minutes(1)
  await addDeal(db, workspace.id, { customerId: vest, status: 'won', value: 1, closedOn: '2026-05-01' })
  await people.say(ola, 'marketing', 'GIVEN')
  await run(
    `mutation { segmentAddCustomers(id: "${invited}", customers: { customers: ["${ola}"] }) { __typename } }`,
  )
  await keep()
  expect(await events('sellers')).toEqual(['Vest ENTERED CUSTOMER_CHANGED'])
  expect(await events('informed')).toEqual(['Ola ENTERED CUSTOMER_CHANGED'])
  expect(await events('called')).toEqual(['Ola ENTERED CUSTOMER_CHANGED'])
  minutes(1)
  await inWorkspace(db, workspace.id, (tx) =>
    sql`update customer set attributes = attributes || '{"age": 65, "employees": 500}'
      where workspace_id = ${workspace.id}::uuid and name in ('Kari', 'Nord')`.execute(tx),
  )
  await run(
    `mutation { segmentRemoveCustomers(id: "${invited}", customers: { customers: ["${ola}"] }) { __typename } }`,
  )
  await keep()
  expect(await events('with-old')).toEqual(['Nord ENTERED CUSTOMER_CHANGED'])
  expect(await events('of-large')).toEqual(['Kari ENTERED CUSTOMER_CHANGED'])
  expect(await events('colleagues')).toEqual(['Kari ENTERED CUSTOMER_CHANGED'])
  expect(await events('called')).toEqual(['Ola LEFT CUSTOMER_CHANGED', 'Ola ENTERED CUSTOMER_CHANGED'])
})

test('a change of a segment that is named is a change of the rule, with the next look', async () => {
  const inner = await make('inner', 'rule: { all: [] }')
  await make(
    'outer',
    'rule: { all: [{ inSegment: "inner" }, { isKnown: { field: { attribute: "employees" } } }] }',
  )
  await keep()
  minutes(1)
  await run(
    `mutation { segmentUpdate(id: "${inner}", expectedRevision: 1, input: { rule: { atMost: { field: { attribute: "employees" }, value: { number: 5 } } } }) { __typename } }`,
  )
  await keep()
  expect((await events('outer')).toSorted()).toEqual(['Kari LEFT RULE_CHANGED', 'Nord LEFT RULE_CHANGED'])
})

test('what customers did is noticed within five minutes', async () => {
  await make(
    'visitors',
    'rule: { atLeast: { field: { interactions: { name: "page" } }, value: { number: 1 } } }',
  )
  await keep()
  await addInteractions(db, workspace.id, nord, [{ name: 'page', at: clock.now.toISOString() }])
  minutes(5)
  await keep()
  expect(await events('visitors')).toEqual(['Nord ENTERED TIME_PASSED'])
})
