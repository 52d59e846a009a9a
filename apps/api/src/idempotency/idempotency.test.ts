import { randomUUID } from 'node:crypto'
import { inWorkspace } from '@profilkort/database/connect'
import { claimRequest, commitRequest } from '@profilkort/database/idempotency/idempotency.queries'
import { expect, test } from 'vitest'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, db, clock, workspace } = server

const creating = (name: string) => `mutation {
  customerCreate(input: { kind: COMPANY, name: "${name}" }) { ... on CustomerCreateSuccess { customer { id name } } ... on Problem { message } }
}`
const send = (key: string, query: string, more: object = {}) =>
  ask(query, { headers: { 'idempotency-key': key }, ...more })
const count = async () => (await ask('{ customers { totalCount } }')).body.data.customers.totalCount

test('a write that is sent again is done once and answered alike', async () => {
  const key = randomUUID()
  const first = await send(key, creating('Nord'))
  const again = await send(key, creating('Nord'))
  expect(again.body).toEqual(first.body)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(first.headers.get('idempotency-replayed')).toBeNull()
  expect(await count()).toBe(1)
})

test('the same key with another body is an error, and another caller has keys of its own', async () => {
  const key = randomUUID()
  await send(key, creating('Sør'))
  const before = await count()
  const other = await send(key, creating('Vest'))
  expect([other.status, other.body.errors?.[0]?.extensions.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
  expect(await count()).toBe(before)
  const foreign = await server.makeWorkspace()
  expect(
    (await send(key, creating('Vest'), { key: foreign.secretKey })).body.data.customerCreate.customer.name,
  ).toBe('Vest')
  expect((await send('x'.repeat(256), creating('Øst'))).status).toBe(400)
})

test('twenty at once with one key make one', async () => {
  const [key, before] = [randomUUID(), await count()]
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(key, creating('Midt'))))
  expect(await count()).toBe(before + 1)
  for (const { status, body } of answers) {
    expect([200, 409]).toContain(status)
    if (status === 409) expect(body.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_UNDER_WAY')
  }
})

test('a problem is answered again as well; what was refused can be tried again', async () => {
  const key = randomUUID()
  const wrong = creating(' ')
  expect((await send(key, wrong)).body).toEqual((await send(key, wrong)).body)
  const other = randomUUID()
  expect((await send(other, 'mutation { nothing }')).status).toBe(400)
  expect((await send(other, creating('Fjell'))).status).toBe(200)
})

test('where one field wrote and another failed, it is answered again as it was, and nothing is written twice', async () => {
  const [key, before] = [randomUUID(), await count()]
  const half = `mutation {
    a: customerCreate(input: { kind: COMPANY, name: "Halvt" }) { __typename }
    b: customerCreate(input: { kind: COMPANY, name: "Aldri", company: "bad" }) { __typename }
  }`
  const first = await send(key, half)
  expect(first.body.errors).toBeDefined()
  expect(await count()).toBe(before + 1)
  const again = await send(key, half)
  expect(again.body).toEqual(first.body)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(await count()).toBe(before + 1)
})

test('after a server died, what it wrote is not written again, and what it did not write is', async () => {
  const query = creating('Dal')
  const hash = async (key: string) => {
    const request = { workspaceId: workspace.id, caller: await callerOf(), key }
    const { createHash } = await import('node:crypto')
    const body = createHash('sha256')
      .update(JSON.stringify({ query, variables: {} }))
      .digest('hex')
    await claimRequest(db, request, body, clock.now)
    return request
  }
  const [written, lost] = [randomUUID(), randomUUID()]
  const request = await hash(written)
  await inWorkspace(db, workspace.id, async (tx) => {
    await tx.updateTable('workspace').set({ name: 'Written' }).where('id', '=', workspace.id).execute()
    await commitRequest(tx, request)
  })
  await hash(lost)
  const before = await count()
  expect((await send(lost, query)).body.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_UNDER_WAY')
  clock.now = new Date(clock.now.getTime() + 61_000)
  expect((await send(written, query)).body.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_ANSWER_LOST')
  expect((await send(lost, query)).status).toBe(200)
  expect(await count()).toBe(before + 1)
})

async function callerOf(): Promise<string> {
  const row = await inWorkspace(db, workspace.id, (tx) =>
    tx.selectFrom('idempotent_request').select('caller').executeTakeFirstOrThrow(),
  )
  return row.caller
}
