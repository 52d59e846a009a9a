import { expect, test } from 'vitest'
import { addCompany } from '../testing/companies.ts'
import { startTestServer } from '../testing/server.ts'
import { encodeGlobalId } from './global-id.ts'

const { ask, db, workspace } = await startTestServer()

/** Asks a mutation of several fields. @returns its data */
async function write(query: string, variables: object = {}) {
  const { body } = await ask(query, { variables: { ...variables } })
  expect(body.errors).toBeUndefined()
  return body.data
}

test('each write of one document answers what is after it, not after the first', async () => {
  const id = encodeGlobalId('Customer', await addCompany(db, workspace.id, 'Først AS', {}))
  const customer = 'customer { name writtenRevision metrics { wonValue } deals { value } }'
  const data = await write(
    `mutation ($id: ID!) {
      a: customerUpdate(id: $id, expectedRevision: 0, input: { name: "A" }) { ... on CustomerUpdateSuccess { ${customer} } }
      b: customerUpdate(id: $id, expectedRevision: 1, input: { name: "B" }) { ... on CustomerUpdateSuccess { ${customer} } }
      c: dealCreate(input: { customer: $id, stage: "Won", value: 10, openedOn: "2026-11-01", closedOn: "2026-11-01" }) { ... on DealCreateSuccess { deal { ${customer} } } }
      d: dealCreate(input: { customer: $id, stage: "Won", value: 5, openedOn: "2026-11-01", closedOn: "2026-11-01" }) { ... on DealCreateSuccess { deal { ${customer} } } }
    }`,
    { id },
  )
  expect(data.a.customer).toEqual({ name: 'A', writtenRevision: 1, metrics: { wonValue: 0 }, deals: [] })
  expect(data.b.customer).toMatchObject({ name: 'B', writtenRevision: 2 })
  expect(data.c.deal.customer).toMatchObject({ metrics: { wonValue: 10 }, deals: [{ value: 10 }] })
  expect(data.d.deal.customer.metrics).toEqual({ wonValue: 15 })
  expect(data.d.deal.customer.deals.map(({ value }: { value: number }) => value).toSorted()).toEqual([10, 5])
})

test('what one write makes or takes away is there or gone for the next', async () => {
  const id = encodeGlobalId('Customer', await addCompany(db, workspace.id, 'Nest AS', {}))
  const told = '__typename ... on Problem { message }'
  const update = (revision: number, value: string) =>
    `customerUpdate(id: $id, expectedRevision: ${revision}, input: { attributes: [{ key: "shoeSize", value: ${value} }] }) { ${told} }`
  const data = await write(
    `mutation ($id: ID!) {
      before: ${update(0, '40')}
      made: attributeCreate(input: { key: "shoeSize", label: { nb: "Skostørrelse" }, subject: COMPANY, type: NUMBER, category: FIRMOGRAPHIC }) { ${told} }
      between: ${update(0, '41')}
      gone: attributeArchive(key: "shoeSize", expectedRevision: 1) { ${told} }
      after: ${update(1, '42')}
    }`,
    { id },
  )
  expect(data).toMatchObject({
    before: { __typename: 'InvalidInput', message: expect.stringMatching(/no attribute/) },
    made: { __typename: 'AttributeCreateSuccess' },
    between: { __typename: 'CustomerUpdateSuccess' },
    gone: { __typename: 'AttributeArchiveSuccess' },
    after: { __typename: 'InvalidInput' },
  })
})
