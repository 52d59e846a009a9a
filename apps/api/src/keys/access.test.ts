import { describe, expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { trustedDocuments } from '../graphql/trusted-documents.ts'
import { addCompany } from '../testing/companies.ts'
import { pageOrigin, startTestServer } from '../testing/server.ts'
import { mintToken } from './testing/mint-token.ts'

const { ask, url, db, clock, workspace, makeWorkspace } = await startTestServer()
const company = await addCompany(db, workspace.id, 'Fjordregnskap AS', { industry: 'accounting' })
const customerId = encodeGlobalId('Customer', company)

describe('another workspace', () => {
  test('sees nothing of this one, and cannot tell it from what does not exist', async () => {
    const other = await makeWorkspace()
    const query = `query ($id: ID!) { customer(id: $id) { name } node(id: $id) { id } customers { totalCount nodes { id } } }`
    const foreign = await ask(query, { key: other.secretKey, variables: { id: customerId } })
    const unknown = await ask(query, {
      key: other.secretKey,
      variables: { id: encodeGlobalId('Customer', '00000000-0000-4000-8000-000000000000') },
    })
    expect(foreign.body.data).toEqual({ customer: null, node: null, customers: { totalCount: 0, nodes: [] } })
    expect(foreign.body.data).toEqual(unknown.body.data)
    expect((await ask(query, { variables: { id: customerId } })).body.data.customer).toEqual({
      name: 'Fjordregnskap AS',
    })
  })
})

describe('keys', () => {
  test.each([
    ['nonsense', 'hello', /not known|not valid/],
    [
      'a key of the right form that nobody made',
      `profilkort_secret_${'A'.repeat(43)}.${'A'.repeat(43)}`,
      /not known/,
    ],
    ['a key that was copied without its end', workspace.secretKey.slice(0, -1), /not known/],
    ['a key whose last part is another', `${workspace.secretKey.slice(0, -4)}AAAA`, /not known/],
  ])('%s is refused with 401 and what to do', async (_what, key, message) => {
    const { status, body, headers } = await ask('{ workspace { slug } }', { key })
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toBe('Bearer')
    expect(body.errors?.[0]?.message).toMatch(message)
  })

  test('a revoked key is refused at once, an expired one when its time has come', async () => {
    const made = await ask(
      'mutation { apiKeyCreate(input: { kind: SECRET, name: "Soon gone", expiresAt: "2026-11-24T00:00:00Z" }) { ... on ApiKeyCreateSuccess { newApiKey { text apiKey { id } } } } }',
    )
    const { text, apiKey } = made.body.data.apiKeyCreate.newApiKey
    expect((await ask('{ workspace { slug } }', { key: text })).status).toBe(200)
    const before = clock.now
    clock.now = new Date('2026-11-24T00:00:01Z')
    expect((await ask('{ workspace { slug } }', { key: text })).body.errors?.[0]?.message).toMatch(/expired/)
    clock.now = before
    await ask('mutation ($id: ID!) { apiKeyRevoke(id: $id) { __typename } }', {
      variables: { id: apiKey.id },
    })
    expect((await ask('{ workspace { slug } }', { key: text })).status).toBe(401)
  })

  test('a publishable key without origins, and origins that are none, are refused with what to write', async () => {
    const create = `mutation ($origins: [String!]) {
      apiKeyCreate(input: { kind: PUBLISHABLE, name: "x", origins: $origins }) { ... on InvalidInput { problems { path message } } }
    }`
    const none = await ask(create)
    expect(none.body.data.apiKeyCreate.problems[0]).toEqual({
      path: ['origins'],
      message: expect.stringMatching(/Name at least one/),
    })
    const wrong = await ask(create, { variables: { origins: ['https://intranet.example/page'] } })
    expect(wrong.body.data.apiKeyCreate.problems[0]).toEqual({
      path: ['origins', '0'],
      message: expect.stringMatching(/Write it like https:\/\/intranet\.example\.$/),
    })
  })

  test('a secret key in a page is refused', async () => {
    const { status, body } = await ask('{ workspace { slug } }', { headers: { origin: pageOrigin } })
    expect(status).toBe(403)
    expect(body.errors?.[0]?.message).toMatch(/Revoke it/)
  })
})

describe('widgets', () => {
  const [profileCard = '', fitScore = ''] = [...trustedDocuments.keys()]

  async function widget(documentId: string, credential: string, variables: object, origin = pageOrigin) {
    const search = new URLSearchParams({ documentId, variables: JSON.stringify(variables) })
    const response = await fetch(`${url}/graphql?${search.toString()}`, {
      headers: {
        authorization: `Bearer ${credential}`,
        origin,
        accept: 'application/graphql-response+json',
        'apollo-require-preflight': '1',
      },
    })
    return {
      status: response.status,
      body: (await response.json()) as Awaited<ReturnType<typeof ask>>['body'],
    }
  }

  const mint = (claims: object, key = workspace.secretKey) =>
    mintToken(key, clock.now, { customers: [customerId], origin: pageOrigin, ...claims })

  test('a publishable key reads published profiles from its own origin, and never a customer', async () => {
    const variables = { slug: 'nothing', locale: 'nb' }
    expect((await widget(profileCard, workspace.publishableKey, variables)).body).toMatchObject({
      data: { profile: null },
    })
    const elsewhere = await widget(
      profileCard,
      workspace.publishableKey,
      variables,
      'https://elsewhere.example',
    )
    expect(elsewhere.status).toBe(403)
    expect(elsewhere.body.errors?.[0]?.message).toMatch(/does not answer https:\/\/elsewhere\.example/)
    const customer = await widget(fitScore, workspace.publishableKey, {
      customer: customerId,
      scorecard: 'x',
      locale: 'nb',
    })
    expect(customer.body.data.customer).toBeNull()
  })

  test('an embed token shows the customers it names, and no other', async () => {
    const other = await addCompany(db, workspace.id, 'Annen AS', {})
    const ask = (id: string) => widget(fitScore, mint({}), { customer: id, scorecard: 'x', locale: 'nb' })
    expect((await ask(customerId)).body.data.customer).toMatchObject({ name: 'Fjordregnskap AS' })
    expect((await ask(encodeGlobalId('Customer', other))).body.data.customer).toBeNull()
  })

  test.each([
    ['has expired', () => mint({ exp: Math.floor(clock.now.getTime() / 1000) - 1 }), 401, 'TOKEN_EXPIRED'],
    [
      'is valid for too long',
      () => mint({ exp: Math.floor(clock.now.getTime() / 1000) + 3600 }),
      401,
      'UNAUTHENTICATED',
    ],
    ['is of another origin', () => mint({ origin: 'https://elsewhere.example' }), 403, 'FORBIDDEN'],
    ['names no customers', () => mint({ customers: undefined }), 401, 'UNAUTHENTICATED'],
    ['is for somebody else', () => mint({ aud: 'other' }), 401, 'UNAUTHENTICATED'],
    [
      'was changed',
      () =>
        mint({}).replace(
          /\.[\w-]+\./,
          (body) =>
            `.${Buffer.from(Buffer.from(body.slice(1, -1), 'base64url').toString().replace('300', '301').replace('profilkort', 'profilkorT')).toString('base64url')}.`,
        ),
      401,
      'UNAUTHENTICATED',
    ],
    ['is signed with a publishable key', () => mint({}, workspace.publishableKey), 401, 'UNAUTHENTICATED'],
  ])('an embed token that %s is refused', async (_what, token, status, code) => {
    const answer = await widget(fitScore, token(), { customer: customerId, scorecard: 'x', locale: 'nb' })
    expect(answer.status).toBe(status)
    expect(answer.body.errors?.[0]?.extensions.code).toBe(code)
  })

  test('a document that did not ship with the product is refused', async () => {
    const { status, body } = await widget(`sha256:${'0'.repeat(64)}`, workspace.publishableKey, {})
    expect(status).toBe(403)
    expect(body.errors?.[0]?.message).toMatch(/no trusted document/)
  })
})
