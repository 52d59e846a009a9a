import { expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addCompany } from '../testing/companies.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, db, workspace } = server

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

const { scorecardCreate } = await data(
  `mutation { scorecardCreate(input: { name: { en: "Leads" }, slug: "leads", threshold: 7, coverageFloor: 0, criteria: [
    { starter: { key: "need", weight: 2 } }, { starter: { key: "budget", weight: 3 } }, { starter: { key: "authority" } }
  ] }) { ... on ScorecardCreateSuccess { scorecard { id } } } }`,
)
const card = scorecardCreate.scorecard.id
await data(`mutation { scorecardPublish(id: "${card}", expectedRevision: 1) { __typename } }`)

async function addLead(name: string, answers: { readonly [criterion: string]: number }, employees = 10) {
  const id = encodeGlobalId('Customer', await addCompany(db, workspace.id, name, { employees }))
  for (const [criterion, points] of Object.entries(answers)) {
    await data(
      `mutation { criterionAnswer(scorecard: "${card}", customer: "${id}", criterion: "${criterion}", points: ${points}) { __typename } }`,
    )
  }
  return id
}

const early = await addLead('Early', { authority: 2 }, 50)
const close = await addLead('Close', { need: 2, authority: 0 })
await addLead('Won', { need: 2, budget: 2 })

const fields = `considered isCut settled
  questions { criterion question best canDecide decides }
  leads { customer { name } criterion question outcomes decisive fit { points meetsThreshold } }`
const plan = async (args = '(first: 10)') =>
  (await data(`{ scorecard(slug: "leads", locale: en) { nextQuestions${args} { ${fields} } } }`)).scorecard
    .nextQuestions

test('tells whom to ask what, and how many leads each question can decide', async () => {
  expect(await plan()).toEqual({
    considered: 3,
    isCut: false,
    settled: 1,
    questions: [
      { criterion: 'budget', question: 'Has money been set aside?', best: 2, canDecide: 2, decides: 1 },
      {
        criterion: 'need',
        question: 'How great is the need for what we sell?',
        best: 0,
        canDecide: 0,
        decides: 0,
      },
    ],
    leads: [
      {
        customer: { name: 'Close' },
        criterion: 'budget',
        question: 'Has money been set aside?',
        outcomes: 3,
        decisive: 3,
        fit: { points: 4, meetsThreshold: 'UNDECIDED' },
      },
      {
        customer: { name: 'Early' },
        criterion: 'budget',
        question: 'Has money been set aside?',
        outcomes: 3,
        decisive: 2,
        fit: { points: 2, meetsThreshold: 'UNDECIDED' },
      },
    ],
  })
})

test('looks at the leads that are named, or that a rule holds for', async () => {
  const names = async (args: string) =>
    (await plan(args)).leads.map(({ customer }: { customer: { name: string } }) => customer.name)
  expect(await names(`(ids: ["${early}"])`)).toEqual(['Early'])
  expect(
    await names('(where: { atLeast: { field: { attribute: "employees" }, value: { number: 20 } } })'),
  ).toEqual(['Early'])
  expect(await names('(kind: PERSON)')).toEqual([])
  expect(await names('(first: 1)')).toEqual(['Close'])
  expect(
    (await ask(`{ scorecard(slug: "leads") { nextQuestions(first: 0) { considered } } }`)).body.errors?.[0]
      ?.message,
  ).toMatch(/1 to 100/)
})

test('asks no more once the lead has answered', async () => {
  await data(
    `mutation { criterionAnswer(scorecard: "${card}", customer: "${close}", criterion: "budget", points: 2) { __typename } }`,
  )
  expect(await plan(`(ids: ["${close}"])`)).toMatchObject({
    considered: 1,
    settled: 1,
    leads: [],
    questions: [],
  })
})
