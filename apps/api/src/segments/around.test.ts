import { inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addCompany, addDeal } from '../testing/companies.ts'
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
