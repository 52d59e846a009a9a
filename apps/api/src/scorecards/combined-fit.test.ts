import { expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addCompany } from '../testing/companies.ts'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, db, workspace } = server
const people = await peopleOf(server)

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

async function publishCard(slug: string, more: string) {
  const { scorecardCreate } = await data(
    `mutation { scorecardCreate(input: { slug: "${slug}", name: { en: "${slug}" }, coverageFloor: 0, threshold: 1, ${more} }) {
      ... on ScorecardCreateSuccess { scorecard { id } } ... on InvalidInput { problems { path message } } } }`,
  )
  const id = scorecardCreate.scorecard.id
  await data(`mutation { scorecardPublish(id: "${id}", expectedRevision: 1) { __typename } }`)
  return id
}

const atLeast = (key: string, value: number) =>
  `{ atLeast: { field: { attribute: "${key}" }, value: { number: ${value} } } }`
await publishCard(
  'firm',
  `criteria: [{ rule: { key: "size", label: { en: "Size" }, two: ${atLeast('employees', 20)}, one: ${atLeast('employees', 10)} } }],
   disqualifiers: [{ key: "huge", reason: { en: "Too large for us." }, rule: ${atLeast('employees', 1000)} }]`,
)
const contact = await publishCard('contact', 'criteria: [{ starter: { key: "authority" } }]')

const addFirm = async (name: string, employees: number) =>
  encodeGlobalId('Customer', await addCompany(db, workspace.id, name, { employees }))
const addContact = async (name: string, company: string, points?: number) => {
  const id = await people.add(name, {}, { company })
  await people.say(id, 'profiling', 'GIVEN')
  if (points !== undefined) {
    await data(
      `mutation { criterionAnswer(scorecard: "${contact}", customer: "${id}", criterion: "authority", points: ${points}) { __typename } }`,
    )
  }
  return id
}
const combined = async (id: string) =>
  (
    await data(
      `{ customer(id: "${id}") { combinedFit(company: "firm", person: "contact", locale: en) {
        grade status percent meetsThreshold askNext explanation disqualifiedBy { side reason }
        company { points } person { points nextQuestion { criterion } } } } }`,
    )
  ).customer.combinedFit

test('a person and its company have one grade, explained', async () => {
  const firm = await addFirm('Fjordregnskap AS', 50)
  const decider = await addContact('Anne', firm, 2)
  expect(await combined(decider)).toMatchObject({
    grade: 'A1',
    status: 'SCORED',
    percent: 100,
    meetsThreshold: 'YES',
    askNext: null,
    explanation: ['The company: High (100%).', 'The person: High (100%).'],
  })
  const influencer = await addContact('Bjørn', await addFirm('Bygg AS', 12), 1)
  expect(await combined(influencer)).toMatchObject({ grade: 'B2', percent: 50, company: { points: 1 } })
})

test('who has not answered is asked next', async () => {
  const unasked = await addContact('Cecilie', await addFirm('Nord AS', 50))
  expect(await combined(unasked)).toMatchObject({
    grade: 'A3',
    meetsThreshold: 'UNDECIDED',
    askNext: 'PERSON',
    person: { nextQuestion: { criterion: 'authority' } },
  })
})

test('nobody in a company that is disqualified is sold to, and the reason is told', async () => {
  const decider = await addContact('Dag', await addFirm('Stor AS', 5000), 2)
  expect(await combined(decider)).toMatchObject({
    status: 'DISQUALIFIED',
    grade: '?1',
    disqualifiedBy: [{ side: 'COMPANY', reason: 'Too large for us.' }],
    explanation: ['The company is disqualified: Too large for us.', 'The person: High (100%).'],
  })
})

test('is of people in companies, and of those who may be profiled', async () => {
  const firm = await addFirm('Sør AS', 50)
  expect(await combined(firm)).toBeNull()
  expect(await combined(await people.add('Alene'))).toBeNull()
  const unwilling = await addContact('Eva', firm, 2)
  expect(await combined(unwilling)).not.toBeNull()
  await people.say(unwilling, 'profiling', 'WITHDRAWN')
  expect(await combined(unwilling)).toBeNull()
})
