import { expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { mintToken } from '../keys/testing/mint-token.ts'
import { signInAs } from '../keys/testing/sign-in.ts'
import { addCompany } from '../testing/companies.ts'
import { pageOrigin, startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, clock, db, url, workspace } = server
const customer = encodeGlobalId('Customer', await addCompany(db, workspace.id, 'Fjordregnskap AS', {}))
const stranger = encodeGlobalId('Customer', await addCompany(db, workspace.id, 'Annen AS', {}))

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

for (const slug of ['first', 'second']) {
  const { profileCreate } = await data(
    `mutation ($input: ProfileCreateInput!) { profileCreate(input: $input) { ... on ProfileCreateSuccess { profile { id } } } }`,
    { input: { kind: 'IDEAL_CUSTOMER_PROFILE', template: 'basic', slug, name: { nb: `Kort ${slug}` } } },
  )
  await data('mutation ($id: ID!) { profilePublish(id: $id, expectedRevision: 1) { __typename } }', {
    id: profileCreate.profile.id,
  })
}
const { scorecardCreate } = await data(
  'mutation ($input: ScorecardCreateInput!) { scorecardCreate(input: $input) { ... on ScorecardCreateSuccess { scorecard { id } } } }',
  {
    input: {
      name: { en: 'Interest' },
      threshold: 1,
      coverageFloor: 0,
      criteria: [{ starter: { key: 'need' } }],
    },
  },
)
const card = scorecardCreate.scorecard.id
await data('mutation ($id: ID!) { scorecardPublish(id: $id, expectedRevision: 1) { __typename } }', {
  id: card,
})

const mint = (claims = {}) =>
  mintToken(workspace.secretKey, clock.now, { customers: [customer], origin: pageOrigin, ...claims })

async function get(question: string, { token = '', headers = {}, origin = pageOrigin } = {}) {
  const key = token === '' ? `&key=${workspace.publishableKey}` : ''
  const authorization: { authorization?: string } = token === '' ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/v1/widgets?ask=${question}${key}`, {
    headers: { origin, ...authorization, ...headers },
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) }
}
const post = async (token: string, body: object) => {
  const response = await fetch(`${url}/v1/widgets`, {
    method: 'POST',
    headers: { origin: pageOrigin, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ scorecard: card, criterion: 'need', points: 2, note: '', ...body }),
  })
  return { status: response.status, body: JSON.parse(await response.text()) }
}

test('answers all that a page asks in one request, in order, and a second time with nothing', async () => {
  const first = await get('profile/nb/second,missing,first;list/nb/2/*')
  const [second, missing, one, list] = first.body.answers
  expect(second.data.profile.name).toBe('Kort second')
  expect(missing.data).toEqual({ profile: null })
  expect(one.data.profile.slug).toBe('first')
  expect(list.data.profiles.nodes).toHaveLength(2)
  const etag = first.headers.get('etag') ?? ''
  const again = await get('profile/nb/second,missing,first;list/nb/2/*', {
    headers: { 'if-none-match': etag },
  })
  expect(again.status).toBe(304)
  expect(first.headers.get('cache-control')).toContain('stale-while-revalidate')
})

test.each([
  'profile/nb',
  'nothing/nb/a',
  'profile/fi/a',
  'profile/nb/%E0',
  `profile/nb/${'a,'.repeat(120)}a`,
])('refuses %s', async (question) => {
  const { status, body } = await get(question)
  expect(status).toBe(400)
  expect(body.error.code).toMatch(/BAD_/)
})

test('a page of another origin gets nothing, and a publishable key no customer', async () => {
  expect((await get('profile/nb/first', { origin: 'https://elsewhere.example' })).status).toBe(403)
  const { body } = await get(`fit/nb/interest/${encodeURIComponent(customer)};segment/nb/any;pareto/nb/all`)
  const [fit, segment, pareto] = body.answers
  expect(fit.data.customer).toBeNull()
  expect(segment.errors[0].extensions.code).toBe('FORBIDDEN')
  expect(pareto.errors[0].extensions.code).toBe('FORBIDDEN')
})

test('a token shows its own customers, and figures over all only where it says so', async () => {
  const both = [customer, stranger].map(encodeURIComponent).join()
  const { body } = await get(`scorecard/en/interest/${both}`, { token: mint() })
  expect(body.answers[0].data.customer.fit.scorecard.criteria[0].choices).toHaveLength(3)
  expect(body.answers[1].data.customer).toBeNull()
  const plain = await get('segment/nb/any;pareto/nb/all', { token: mint() })
  expect(plain.body.answers.map((one: { errors?: object }) => one.errors !== undefined)).toEqual([true, true])
  const more = await get('segment/nb/any,other;pareto/nb/all', {
    token: mint({ segments: ['any'], pareto: true }),
  })
  const [any, other, pareto] = more.body.answers
  expect(any).toMatchObject({ data: { segment: null } })
  expect(other.errors[0].extensions.code).toBe('FORBIDDEN')
  expect(pareto).toMatchObject({ data: { paretoShare: null } })
})

test('a seller answers with a token that allows it, for its customers only, and is named in the history', async () => {
  const token = mint({ answers: true, reader: 'Kari Nes' })
  expect((await post(mint(), { customer })).status).toBe(403)
  expect((await post(token, { customer: stranger })).status).toBe(403)
  const kept = await post(token, { customer })
  expect(kept.body.data.criterionAnswer.__typename).toBe('CriterionAnswerSuccess')
  const { customer: found } = await data(
    'query ($id: ID!) { customer(id: $id) { fit(scorecard: "interest") { points criteria { answer { by } } } } }',
    { id: customer },
  )
  expect(found.fit.points).toBe(2)
  expect(found.fit.criteria[0].answer.by).toBe('Kari Nes (Test secret)')
})

test('whoever is signed in answers as themselves where their role allows it; nobody else does', async () => {
  const byCookie = async (headers: object, answer: object = {}) => {
    const response = await fetch(`${url}/v1/widgets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({
        scorecard: card,
        criterion: 'need',
        points: 1,
        note: 'Ringte',
        customer,
        ...answer,
      }),
    })
    return { status: response.status, body: JSON.parse(await response.text()) }
  }
  const seller = await signInAs(server, 'seller', 'Ola Selger')
  const asked = await fetch(
    `${url}/v1/widgets?ask=scorecard/nb/interest/${encodeURIComponent(customer)}`,
    seller,
  )
  expect(asked.headers.get('cache-control')).toContain('no-store')
  const { answers } = JSON.parse(await asked.text())
  expect(answers[0].data.customer.name).toBe('Fjordregnskap AS')

  const kept = await byCookie(seller.headers)
  expect(kept.body.data.criterionAnswer.__typename).toBe('CriterionAnswerSuccess')
  const { customer: found } = await data(
    'query ($id: ID!) { customer(id: $id) { fit(scorecard: "interest") { points criteria { answer { by note } } } } }',
    { id: customer },
  )
  expect(found.fit).toMatchObject({ points: 1, criteria: [{ answer: { by: 'Ola Selger', note: 'Ringte' } }] })

  const reader = await signInAs(server, 'editor')
  const refused = await byCookie(reader.headers, { points: 2 })
  expect(JSON.stringify(refused.body)).toContain('FORBIDDEN')
  expect((await byCookie({})).status).toBe(401)
  // As a form of another site would send it, without saying that it is JSON: not read.
  const foreign = await byCookie({ ...seller.headers, 'content-type': 'text/plain' }, { points: 0 })
  expect(foreign.body.data ?? null).toBeNull()
})
