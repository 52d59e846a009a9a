import { inWorkspace } from '@profilkort/database/connect'
import { expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addCompany } from '../testing/companies.ts'
import { startTestServer } from '../testing/server.ts'
import { migrating } from './testing/migrating.ts'

const server = await startTestServer()
const { db, ask, workspace } = server
const { create, migrate } = migrating(server)

/** Which of some keys any record or customer still has a value for. */
async function stranded(keys: readonly string[]): Promise<readonly string[]> {
  const rows = await inWorkspace(db, workspace.id, async (tx) => [
    ...(await tx.selectFrom('customer').select('attributes as values').execute()),
    ...(await tx.selectFrom('source_record').select('values').execute()),
  ])
  return keys.filter((key) => rows.some(({ values }) => Object.hasOwn(values as object, key)))
}

const write = {
  create: (key: string, value: number) =>
    ask(
      `mutation { done: customerCreate(input: { kind: COMPANY, name: "N ${key} ${value}", attributes: [{ key: "${key}", value: ${value} }] }) { __typename } }`,
    ),
  update: async (key: string, value: number) => {
    const id = encodeGlobalId('Customer', await addCompany(db, workspace.id, `U ${key} ${value}`, {}))
    return ask(
      `mutation { done: customerUpdate(id: "${id}", expectedRevision: 0, input: { attributes: [{ key: "${key}", value: ${value} }] }) { __typename } }`,
    )
  },
}

test.each(['create', 'update'] as const)(
  'values that are written while their attribute is renamed have the new name, or are refused (%s)',
  async (how) => {
    const keys = Array.from({ length: 5 }, (_, round) => `${how}d${round}`)
    for (const key of keys) {
      await create(key, 'NUMBER')
      const writing = Array.from({ length: 12 }, async (_, value) => {
        await new Promise((resolve) => setTimeout(resolve, value * 3))
        const { body } = await write[how](key, value)
        expect(body.errors).toBeUndefined()
        return body.data.done.__typename as string
      })
      const [outcomes] = await Promise.all([
        Promise.all(writing),
        migrate(key, `rename: { to: "${key}New" }`),
      ])
      expect(outcomes.every((each) => /Success$|^InvalidInput$/.test(each))).toBe(true)
    }
    expect(await stranded(keys)).toEqual([])
  },
)
