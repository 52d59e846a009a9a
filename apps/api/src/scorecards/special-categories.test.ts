import { expect, test } from 'vitest'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, clock } = server
const people = await peopleOf(server)

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

const believes = '{ is: { field: { attribute: "faith" }, value: { text: "Åsatru" } } }'
const createCard = async (slug: string) =>
  (
    await data(
      `mutation { scorecardCreate(input: { slug: "${slug}", name: { en: "Faith" }, threshold: 1, coverageFloor: 0,
        criteria: [{ rule: { key: "faith", label: { en: "Faith" }, two: ${believes} } }],
        disqualifiers: [{ key: "other", reason: { en: "Of another faith" }, rule: { all: [
          { isKnown: { field: { attribute: "faith" } } }, { not: ${believes} }] } }] }) {
        __typename ... on ScorecardCreateSuccess { scorecard { id } } ... on InvalidInput { problems { path message } } } }`,
    )
  ).scorecardCreate
const createPersona = async (slug: string) =>
  (
    await data(
      `mutation { profileCreate(input: { kind: PERSONA, template: "basic", slug: "${slug}", name: { en: "Persona" },
        traits: [{ key: "faith", label: { en: "Faith" }, rule: ${believes} }] }) {
        __typename ... on InvalidInput { problems { path message } } } }`,
    )
  ).profileCreate
const ground = 'Article 9(2)(d): a congregation keeps contact with its own members.'
const enable = async (text: string) =>
  (
    await data(
      `mutation ($ground: String!) { specialCategoriesEnable(ground: $ground) {
        ... on SpecialCategoriesEnableSuccess { decision { ground by } } ... on InvalidInput { problems { path } } } }`,
      { ground: text },
    )
  ).specialCategoriesEnable
const disable = () => data('mutation { specialCategoriesDisable { __typename } }')
const fitOf = async (id: string, slug = 'faith') =>
  (
    await data(
      `{ customer(id: "${id}") { fit(scorecard: "${slug}", locale: en) { status points range { low high }
        nextQuestion { question } criteria { state explanation withheld values { key } } } } }`,
    )
  ).customer.fit

test('rules of scorecards and traits speak of special categories only once the ground is stated', async () => {
  expect((await createCard('early')).problems).toMatchObject([
    { path: ['criteria', '0', 'two'], message: expect.stringMatching(/specialCategoriesEnable/) },
    { path: ['disqualifiers', '0', 'rule'] },
  ])
  expect((await createPersona('early')).problems).toMatchObject([{ path: ['traits', '0', 'rule'] }])
  expect((await enable('  ')).problems).toMatchObject([{ path: ['ground'] }])
  expect((await enable(ground)).decision).toEqual({ ground, by: 'Test secret' })
  expect((await createCard('faith')).__typename).toBe('ScorecardCreateSuccess')
  expect((await createPersona('persona')).__typename).toBe('ProfileCreateSuccess')
  await data(`mutation Publish($id: ID!) { scorecardPublish(id: $id, expectedRevision: 1) { __typename } }`, {
    id: (await data('{ scorecard(slug: "faith") { id } }')).scorecard.id,
  })
})

test('who did not consent is not judged by them: unknown, with the reason told', async () => {
  const consenting = await people.add('Tor Åsen', { faith: 'Åsatru' })
  const silent = await people.add('Ulv Taus', { faith: 'Åsatru' })
  const other = await people.add('Liv Annen', { faith: 'Annet' })
  for (const id of [consenting, silent, other]) await people.say(id, 'profiling', 'GIVEN')
  const soon = new Date(clock.now.getTime() + 3_600_000).toISOString()
  await people.say(consenting, 'specialCategories', 'GIVEN', { expiresAt: soon })
  await people.say(other, 'specialCategories', 'GIVEN')
  expect(await fitOf(consenting)).toMatchObject({
    points: 2,
    status: 'SCORED',
    criteria: [{ state: 'KNOWN', withheld: [], values: [{ key: 'faith' }] }],
  })
  expect(await fitOf(other)).toMatchObject({ status: 'DISQUALIFIED' })
  const unknown = {
    points: 0,
    status: 'SCORED',
    range: { low: 0, high: 2 },
    nextQuestion: { question: expect.stringMatching(/^Only with consent/) },
    criteria: [
      {
        state: 'UNKNOWN',
        withheld: ['faith'],
        values: [],
        explanation: 'Without consent: Faith is of a special category of personal data.',
      },
    ],
  }
  expect(await fitOf(silent)).toMatchObject(unknown)
  clock.now = new Date(soon)
  expect(await fitOf(consenting)).toMatchObject(unknown)
})

test('once the use is ended nobody is judged by them, in a published scorecard neither', async () => {
  const id = await people.add('Siv Sikker', { faith: 'Annet' })
  await people.say(id, 'profiling', 'GIVEN')
  await people.say(id, 'specialCategories', 'GIVEN')
  expect((await fitOf(id)).status).toBe('DISQUALIFIED')
  await disable()
  await expect.poll(async () => (await fitOf(id)).status).toBe('SCORED')
  expect((await fitOf(id)).criteria[0]).toMatchObject({
    state: 'UNKNOWN',
    values: [],
    explanation: 'Not used here: Faith is of a special category of personal data.',
  })
  const { specialCategoryDecisions } = await data('{ specialCategoryDecisions { ground } }')
  expect(specialCategoryDecisions).toEqual([{ ground: null }, { ground }])
})
