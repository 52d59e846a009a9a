import { ensureAttributes } from '@profilkort/database/attributes/attributes.queries'
import { inWorkspace } from '@profilkort/database/connect'
import type { Attribute } from '@profilkort/domain/attributes/attribute'
import { expect } from 'vitest'
import type { startTestServer } from './server.ts'

type Server = Awaited<ReturnType<typeof startTestServer>>

/** An attribute of a special category, for tests. */
export const faith: Attribute = {
  key: 'faith',
  subject: 'person',
  type: 'text',
  category: 'psychographic',
  label: { nb: 'Tro', en: 'Faith' },
  options: [],
  sensitive: true,
}

/** Ways for a test to make people and record what they consent to, over the API. */
export async function peopleOf({ ask, db, workspace }: Pick<Server, 'ask' | 'db' | 'workspace'>) {
  await inWorkspace(db, workspace.id, (tx) => ensureAttributes(tx, workspace.id, [faith]))
  const change = async (query: string, variables: { readonly [name: string]: unknown }) => {
    const { body } = await ask(query, { variables })
    expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
    return body.data.result
  }
  return {
    /** @returns the global id */
    async add(
      name: string,
      attributes: { readonly [key: string]: unknown } = {},
      more = {},
    ): Promise<string> {
      const written = Object.entries(attributes).map(([key, value]) => ({ key, value }))
      const result = await change(
        `mutation ($input: CustomerCreateInput!) { result: customerCreate(input: $input) {
          ... on CustomerCreateSuccess { customer { id } } ... on Problem { message } } }`,
        { input: { kind: 'PERSON', name, attributes: written, ...more } },
      )
      expect(result.message).toBeUndefined()
      return result.customer.id
    },
    /** @returns the problem, where there is one */
    async say(customer: string, purpose: string, state: string, more = {}) {
      return change(
        `mutation ($customer: ID!, $input: ConsentInput!) { result: consentRecord(customer: $customer, input: $input) {
          __typename ... on Problem { message path } } }`,
        { customer, input: { purpose, state, ...more } },
      )
    },
    /** What is known of a customer: key to value. */
    async known(customer: string): Promise<{ readonly [key: string]: unknown }> {
      const { body } = await ask('query ($id: ID!) { customer(id: $id) { attributes { key value } } }', {
        variables: { id: customer },
      })
      const values = body.data.customer.attributes as readonly { key: string; value: unknown }[]
      return Object.fromEntries(values.map(({ key, value }) => [key, value]))
    },
  }
}
