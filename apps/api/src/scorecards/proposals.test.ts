import { expect, test } from 'vitest'
import { startTestServer } from '../testing/server.ts'

const { ask } = await startTestServer()

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

const employees = (more: number) => ({
  atLeast: { field: { attribute: 'employees' }, value: { number: more } },
})
const hospitality = { oneOf: { field: { attribute: 'industry' }, values: ['hospitality'] } }

async function createProfile(kind: string, name: string, traits: object[], links = {}) {
  const { profileCreate } = await data(
    `mutation ($input: ProfileCreateInput!) { profileCreate(input: $input) {
      ... on ProfileCreateSuccess { profile { id slug } } ... on InvalidInput { problems { path message } } } }`,
    { input: { kind, template: 'basic', name: { en: name, nb: name }, traits, ...links } },
  )
  expect(profileCreate.problems).toBeUndefined()
  return profileCreate.profile
}

const trait = (key: string, rule: object) => ({ key, label: { en: key, nb: key }, rule })
const anti = await createProfile('ANTI_PROFILE', 'Small seasonal places', [
  trait('kind', hospitality),
  trait('many', employees(1)),
])
const ideal = await createProfile('IDEAL_CUSTOMER_PROFILE', 'Growing', [trait('size', employees(20))], {
  links: { contrasts: [anti.id] },
})

const create = `mutation ($input: ScorecardCreateInput!) { scorecardCreate(input: $input) {
  ... on ScorecardCreateSuccess { scorecard { slug name threshold publishedRevision criteria { key decay { staleDays } } disqualifiers { key reason } } }
  ... on InvalidInput { problems { path message } }
  ... on NotFound { message }
} }`

test('a scorecard is proposed for a profile, and nothing is saved until it is asked for', async () => {
  const { scorecardFromProfile: proposal } = await data(
    `query ($id: ID!) { scorecardFromProfile(profile: $id, locale: en) {
      name threshold maximum leftOut { message } bands { key }
      criteria { key kind sentence two } disqualifiers { key reason sentence rule } } }`,
    { id: ideal.id },
  )
  expect(proposal).toMatchObject({ name: 'Growing', threshold: 5, maximum: 10, leftOut: [] })
  expect(proposal.criteria.map(({ key }: { key: string }) => key)).toEqual([
    'need',
    'timeline',
    'budget',
    'authority',
    'size',
  ])
  expect(proposal.criteria[4]).toMatchObject({ kind: 'RULE', two: { kind: 'atLeast', value: 20 } })
  expect(proposal.disqualifiers).toMatchObject([
    { key: 'smallSeasonalPlaces', reason: 'Small seasonal places', rule: { kind: 'all' } },
  ])
  expect((await data('{ scorecards(draft: true) { slug } }')).scorecards).toEqual([])
  const { scorecardCreate } = await data(create, {
    input: {
      fromProfile: { profile: ideal.id, antiProfiles: 'ANY_TRAIT' },
      slug: 'growing-fit',
      threshold: 6,
    },
  })
  expect(scorecardCreate.scorecard).toMatchObject({
    slug: 'growing-fit',
    threshold: 6,
    publishedRevision: null,
    disqualifiers: [{ key: 'kind' }, { key: 'many' }],
  })
})

test('a scorecard begins from a template, in the language asked for', async () => {
  const { scorecardTemplates } = await data('{ scorecardTemplates(locale: sv) { key name description } }')
  expect(scorecardTemplates).toMatchObject([{ key: 'leadQualification', name: 'Kvalificering av leads' }])
  const { scorecardCreate } = await data(create, { input: { fromTemplate: 'leadQualification' } })
  expect(scorecardCreate.scorecard.criteria).toEqual([
    { key: 'need', decay: { staleDays: 540 } },
    { key: 'timeline', decay: { staleDays: 180 } },
    { key: 'budget', decay: { staleDays: 365 } },
    { key: 'authority', decay: { staleDays: 540 } },
  ])
})

test('what it begins from is there, and is one thing; from nothing it needs a name', async () => {
  const problems = async (input: object) => (await data(create, { input })).scorecardCreate.problems
  expect(await problems({ fromTemplate: 'hope' })).toMatchObject([
    { path: ['fromTemplate'], message: expect.stringMatching(/leadQualification/) },
  ])
  expect(
    await problems({ fromTemplate: 'leadQualification', fromProfile: { profile: ideal.id } }),
  ).toMatchObject([{ path: ['fromProfile'] }])
  expect(await problems({ slug: 'nameless' })).toMatchObject([{ path: ['name'] }])
})
