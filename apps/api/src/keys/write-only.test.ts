import { describe, expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addCompany } from '../testing/companies.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, db, workspace } = await startTestServer()
const made = await ask(
  'mutation { apiKeyCreate(input: { kind: SECRET, name: "Writes only", scopes: [CUSTOMERS_WRITE] }) { ... on ApiKeyCreateSuccess { newApiKey { text } } } }',
)
const key: string = made.body.data.apiKeyCreate.newApiKey.text
const write = (query: string, variables: object = {}) => ask(query, { key, variables: { ...variables } })

describe('who may write customers but not read them', () => {
  test('is answered with the ids and names of those they wrote, and with nothing else of them', async () => {
    const create = `mutation ($name: String!) {
      customerCreate(input: { kind: PERSON, name: $name, source: "web", externalId: "1" }) {
        ... on CustomerCreateSuccess { customer { id name attributes { key } } } } }`
    const first = await write(create, { name: 'Kari Skriver' })
    const again = await write(create, { name: 'Kari Skriver' })
    const { customer } = first.body.data.customerCreate
    expect(customer).toMatchObject({ name: 'Kari Skriver', attributes: null })
    expect(again.body.data).toEqual(first.body.data)
    expect(again.body.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
    const updated = await write(
      `mutation ($id: ID!) { customerUpdate(id: $id, expectedRevision: 0, input: { name: "Kari Skrev" }) {
        ... on CustomerUpdateSuccess { customer { id name } } } }`,
      { id: customer.id },
    )
    expect(updated.body.data.customerUpdate.customer).toEqual({ id: customer.id, name: 'Kari Skrev' })
    const blank = await write(
      `mutation ($id: ID!) { customerUpdate(id: $id, expectedRevision: 1, input: {}) {
        ... on CustomerUpdateSuccess { customer { id name } } } }`,
      { id: customer.id },
    )
    expect(blank.body.data.customerUpdate.customer).toEqual({ id: customer.id, name: '' })
    const consented = await write(
      `mutation ($id: ID!) { consentRecord(customer: $id, input: { purpose: "marketing", state: GIVEN }) {
        ... on ConsentRecordSuccess { customer { id } } } }`,
      { id: customer.id },
    )
    expect(consented.body.data.consentRecord.customer).toEqual({ id: customer.id })
    expect((await write('query ($id: ID!) { node(id: $id) { id } }', { id: customer.id })).body.data).toEqual(
      {
        node: null,
      },
    )
  })

  test('is not told the name of one that was known by what they sent', async () => {
    await ask(
      'mutation { customerCreate(input: { kind: COMPANY, name: "Hemmelig Kunde AS", attributes: [{ key: "organisationNumber", value: "923609016" }] }) { __typename } }',
    )
    const { body } = await write(
      `mutation { customerCreate(input: { kind: COMPANY, name: "x", source: "web", attributes: [{ key: "organisationNumber", value: "923609016" }] }) {
        ... on CustomerCreateSuccess { customer { name } } } }`,
    )
    expect(body.data.customerCreate.customer).toEqual({ name: 'x' })
  })

  test('joins customers without being told what is known of them', async () => {
    const ids = [
      await addCompany(db, workspace.id, 'Hemmelig AS', { industry: 'accounting' }),
      await addCompany(db, workspace.id, 'Skjult AS', {}),
    ].map((id) => encodeGlobalId('Customer', id))
    const { body } = await write(
      `mutation ($ids: [ID!]!) { customerJoin(ids: $ids, dryRun: true) {
        ... on CustomerJoinSuccess { outcome { customers { id name attributes { text } records { raw } ties { value } } } } } }`,
      { ids },
    )
    expect(body.data.customerJoin.outcome.customers).toEqual([
      { id: expect.any(String), name: null, attributes: null, records: null, ties: null },
    ])
    expect(JSON.stringify(body)).not.toMatch(/Hemmelig|Skjult|accounting/)
    const pairs = await write('{ duplicates { nodes { score customers { name } } } }')
    expect(pairs.body.data.duplicates.nodes).toEqual([])
  })
})
