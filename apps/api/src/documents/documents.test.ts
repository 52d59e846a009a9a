import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { pageOrigin, secondServer, startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, url, workspace, makeWorkspace } = server

const answer = '__typename ... on InvalidInput { problems { path message } } ... on Problem { message }'
async function register(text: string, name = 'Card list', key = workspace.secretKey) {
  const { body } = await ask(
    `mutation ($text: String!, $name: String!) { trustedDocumentRegister(text: $text, name: $name) {
      ${answer} ... on TrustedDocumentRegisterSuccess { document { id name text createdBy } } } }`,
    { key, variables: { text, name } },
  )
  return body.data.trustedDocumentRegister
}
const remove = async (id: string, key = workspace.secretKey) => {
  const { body } = await ask(
    `mutation ($id: String!) { trustedDocumentRemove(id: $id) { ${answer} ... on TrustedDocumentRemoveSuccess { document { id } } } }`,
    { key, variables: { id } },
  )
  return body.data.trustedDocumentRemove
}
async function inPage(
  documentId: string,
  { variables = {}, base = url, key = workspace.publishableKey } = {},
) {
  const search = new URLSearchParams({ documentId, variables: JSON.stringify(variables) })
  const response = await fetch(`${base}/graphql?${search.toString()}`, {
    headers: {
      authorization: `Bearer ${key}`,
      origin: pageOrigin,
      accept: 'application/graphql-response+json',
      'apollo-require-preflight': '1',
    },
  })
  return { status: response.status, body: (await response.json()) as Awaited<ReturnType<typeof ask>>['body'] }
}
const list = 'query List($locale: Locale) { profiles(first: 5, locale: $locale) { nodes { slug name } } }'

describe('trusted documents', () => {
  test('a page runs what its workspace registered, by the hash of the text, and sees only what it may', async () => {
    const { document } = await register(list)
    const hash = createHash('sha256').update(list).digest('hex')
    expect(document).toEqual({
      id: `sha256:${hash}`,
      name: 'Card list',
      text: list,
      createdBy: 'Test secret',
    })
    const answered = await inPage(document.id, { variables: { locale: 'sv' } })
    expect(answered.body).toEqual({ data: { profiles: { nodes: [] } } })
    const customers = await register('{ customers { nodes { name } } }')
    const refused = await inPage(customers.document.id)
    expect(refused.status).toBe(403)
    expect(refused.body.errors?.[0]?.message).toMatch(/This key may not do "customer:read"/)
  })

  test('another workspace neither runs, sees nor removes it', async () => {
    const other = await makeWorkspace()
    const { document } = await register('{ workspace { name slug } }')
    expect((await inPage(document.id)).status).toBe(200)
    expect((await inPage(document.id, { key: other.publishableKey })).status).toBe(403)
    expect(await remove(document.id, other.secretKey)).toMatchObject({ __typename: 'NotFound' })
    const { body } = await ask('{ trustedDocuments { id } }', { key: other.secretKey })
    expect(body.data.trustedDocuments).toEqual([])
  })

  test('one that is removed is refused on every server within a second, and runs again when it is registered again', async () => {
    const other = await secondServer(server)
    const { document } = await register('{ workspace { slug } }')
    const on = async (base: string) => (await inPage(document.id, { base })).status
    expect([await on(url), await on(other.url)]).toEqual([200, 200])
    await remove(document.id)
    await expect.poll(() => on(other.url), { timeout: 1000, interval: 10 }).toBe(403)
    await expect.poll(() => on(url), { timeout: 1000, interval: 10 }).toBe(403)
    await register('{ workspace { slug } }')
    expect([await on(url), await on(other.url)]).toEqual([200, 200])
  })

  test('registering it again changes its name and nothing else', async () => {
    const first = await register('{ workspace { currency } }', 'First')
    const second = await register('{ workspace { currency } }', ' Second ')
    expect(second.document).toEqual({ ...first.document, name: 'Second' })
    const { body } = await ask('{ trustedDocuments { id } }')
    const ids = body.data.trustedDocuments.map(({ id }: { id: string }) => id)
    expect(ids.filter((id: string) => id === first.document.id)).toHaveLength(1)
  })

  test.each([
    ['no GraphQL', 'hello', /Syntax Error/],
    ['a field there is none of', '{ nothing }', /Cannot query field "nothing"/],
    ['two operations', 'query A { workspace { slug } } query B { workspace { slug } }', /several or none/],
    ['a fragment only', 'fragment F on Workspace { slug }', /never used|several or none/],
    [
      'too many aliases',
      `{ ${Array.from({ length: 16 }, (_, i) => `a${i}: workspace { slug }`).join(' ')} }`,
      /aliases of 16/,
    ],
    ['too high a cost', '{ customers(first: 100) { nodes { attributes { key } } } }', /cost of/],
    ['too long a text', `{ workspace { ${'slug '.repeat(2000)} } }`, /tokens/],
  ])('%s is refused with why', async (_what, text, message) => {
    expect((await register(text)).problems).toEqual([
      { path: ['text'], message: expect.stringMatching(message) },
    ])
  })

  test('a name is needed, and an id that is none is not found', async () => {
    expect((await register(list, ' ')).problems[0].path).toEqual(['name'])
    expect(await remove('sha256:x')).toMatchObject({ __typename: 'NotFound' })
  })
})
