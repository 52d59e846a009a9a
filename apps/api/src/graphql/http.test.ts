import { auditServer } from 'graphql-http'
import { describe, expect, test } from 'vitest'
import { startTestServer } from '../testing/server.ts'

const { ask, url, workspace } = await startTestServer()

describe('GraphQL over HTTP', () => {
  test("graphql-http's audit suite finds no violation and no warning", async () => {
    const results = await auditServer({ url: `${url}/graphql` })
    const notOk = results.filter((result) => result.status !== 'ok')
    // GET without a header that makes a browser ask first is refused (cross-site request forgery): three MAYs.
    expect(notOk.map(({ id, status }) => `${status} ${id}`)).toEqual([
      'notice 5A70',
      'notice D6D5',
      'notice 6A70',
    ])
    expect(results.length - notOk.length).toBeGreaterThanOrEqual(58)
  })

  test('a browser that opens /graphql is shown GraphiQL, all of it from this server', async () => {
    const page = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } })
    const html = await page.text()
    expect(page.url).toBe(`${url}/graphiql`)
    const assets = [...html.matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(assets.length).toBeGreaterThan(0)
    for (const asset of assets) {
      expect(new URL(asset, page.url).origin).toBe(url)
      expect((await fetch(new URL(asset, page.url))).status).toBe(200)
    }
  })

  test('a mutation over GET is refused', async () => {
    const query = 'mutation { apiKeyRevoke(id: "x") { __typename } }'
    const answer = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { authorization: `Bearer ${workspace.secretKey}`, 'apollo-require-preflight': '1' },
    })
    expect(answer.status).toBe(405)
  })
})

describe('what is wrong with a request is told as the fault of who asked, the same each time', () => {
  const post = async (body: object) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${workspace.secretKey}`,
      },
      body: JSON.stringify(body),
    })
    const { errors } = (await response.json()) as Awaited<ReturnType<typeof ask>>['body']
    return { status: response.status, errors }
  }
  const two = 'query A { workspace { name } } query B { workspace { name } }'

  test.each([
    ['several operations and no name', { query: two }, /Must provide operation name/],
    ['the name of none', { query: two, operationName: 'Z' }, /Unknown operation named "Z"/],
    ['an empty name', { query: two, operationName: '' }, /Must provide operation name|Unknown operation/],
  ])('%s', async (_what, body, message) => {
    for (let time = 0; time < 3; time++) {
      const { status, errors } = await post(body)
      expect(status).toBe(400)
      expect(errors?.[0]?.message).toMatch(message)
    }
  })

  test.each([
    [
      'null for a condition',
      'mutation ($id: ID!, $s: Boolean = false) { customerUpdate(id: $id, expectedRevision: 0, input: {}) @skip(if: $s) { __typename } }',
      { id: 'x', s: null },
      /Argument "if" of non-null type "Boolean!" must not be null/,
    ],
    [
      'null for what has a default',
      'mutation ($id: ID!, $d: Boolean) { customerErase(id: $id, reason: REQUEST, dryRun: $d) { __typename } }',
      { id: 'x', d: null },
      /Argument "dryRun" of non-null type "Boolean!" must not be null/,
    ],
    [
      'null within an object that is written out',
      'query ($d: SortDirection) { customers(sort: { by: { name: true }, direction: $d }) { totalCount } }',
      { d: null },
      /Argument "sort" has invalid value/,
    ],
  ])('%s', async (_what, query, variables, message) => {
    for (let time = 0; time < 3; time++) {
      const { errors } = await post({ query, variables })
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
      expect(errors?.[0]?.message).toMatch(message)
    }
  })

  test.each(['0000-01-01', '2026-02-30'])('%s is no day', async (day) => {
    const { status, errors } = await post({
      query: 'query ($on: Date!) { channelCosts(from: $on) { id } }',
      variables: { on: day },
    })
    expect(status).toBe(400)
    expect(errors?.[0]?.message).toMatch(/exists in the calendar/)
  })
})

describe('limits', () => {
  const deep = (depth: number) =>
    `{ node(id: "x") { ... on Customer ${'{ company '.repeat(depth)}{ id }${' }'.repeat(depth)} } }`

  test.each([
    ['depth', deep(14), /depth of 1\d; at most 12/],
    [
      'aliases',
      `{ ${Array.from({ length: 16 }, (_, i) => `a${i}: __typename`).join(' ')} ${Array.from({ length: 16 }, (_, i) => `b${i}: workspace { slug }`).join(' ')} }`,
      /aliases of 16; at most 15/,
    ],
    ['breadth', `{ workspace { ${'slug '.repeat(61)} } }`, /breadth of 61; at most 60/],
    ['cost', '{ customers(first: 100) { nodes { attributes { key } } } }', /cost of \d+; at most 1000/],
    ['tokens', `{ ${'__typename '.repeat(2001)} }`, /2000 tokens/],
  ])('an operation with too much %s is refused with 400 and what to do', async (_what, query, message) => {
    const { status, body } = await ask(query)
    expect(status).toBe(400)
    expect(body.errors?.[0]?.message).toMatch(message)
  })

  test('a body of more than 256 kB is refused with 413', async () => {
    const { status, body } = await ask(`{ __typename } # ${'x'.repeat(300_000)}`)
    expect(status).toBe(413)
    expect(body.errors?.[0]?.message).toBeTruthy()
  })

  test('the cost and what is left of the budget are told', async () => {
    const { body, headers } = await ask('{ workspace { slug } }')
    expect(body.extensions?.cost).toMatchObject({ requested: 1, limit: 1000 })
    expect(headers.get('ratelimit')).toMatch(/^"cost";r=\d+;t=\d+$/)
  })

  test('the introspection of tools passes', async () => {
    const { getIntrospectionQuery } = await import('graphql')
    const { body } = await ask(getIntrospectionQuery(), { key: '' })
    expect(body.data.__schema.types.length).toBeGreaterThan(30)
  })

  test('NUL and half a surrogate pair are refused, as a variable and as a literal', async () => {
    const query = 'query ($slug: String!) { profile(slug: $slug) { id } }'
    for (const slug of ['a\0b', 'a\ud800b']) {
      const { status, body } = await ask(query, { variables: { slug } })
      expect(status).toBe(400)
      expect(body.errors?.[0]?.message).toMatch(/variables\.slug has a NUL or half a surrogate/)
    }
    const literal = await ask('{ profile(slug: "a\\u0000b") { id } }')
    expect(literal.status).toBe(400)
  })

  test('a bug is masked with an id, and nothing of the stack is told', async () => {
    const { body, status } = await ask('{ node(id: "no id at all") { id } }')
    expect(status).toBeLessThan(500)
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:/)
  })
})
