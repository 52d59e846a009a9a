import { expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addCompany, addDeal } from '../testing/companies.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, db, workspace, clock } = server

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

const atLeast = (field: string, number: number) =>
  `{ atLeast: { field: { ${field} }, value: { number: ${number} } } }`
const size = `{ rule: { key: "size", label: { en: "Size" }, weight: 1, two: ${atLeast('attribute: "employees"', 100)} } }`
const loyal = `{ rule: { key: "loyal", label: { en: "Loyal" }, weight: 1, two: ${atLeast('metric: "wonDeals"', 1)} } }`
const { scorecardCreate } = await data(
  `mutation { scorecardCreate(input: { name: { en: "Leads" }, slug: "leads", threshold: 2, coverageFloor: 0.4,
    criteria: [${size}, { starter: { key: "need" } }],
    bands: [{ key: "low", label: { en: "Low" }, from: 0 }, { key: "high", label: { en: "High" }, from: 50 }] })
    { ... on ScorecardCreateSuccess { scorecard { id } } ... on InvalidInput { message } } }`,
)
const card = scorecardCreate.scorecard.id
await data(`mutation { scorecardPublish(id: "${card}", expectedRevision: 1) { __typename } }`)

/** What sources told of is of the first day of 2026. */
async function add(name: string, employees: number, deals: readonly (readonly ['won' | 'lost', string])[]) {
  const customerId = await addCompany(db, workspace.id, name, { employees })
  for (const [status, closedOn] of deals)
    await addDeal(db, workspace.id, { customerId, status, closedOn, value: 100 })
  return encodeGlobalId('Customer', customerId)
}

await add('Large', 200, [
  ['won', '2026-02-01'],
  ['won', '2026-07-01'],
  ['lost', '2026-08-01'],
])
await add('Small', 5, [['lost', '2026-07-01']])
const quiet = await add('Quiet', 5, [
  ['won', '2026-01-15'],
  ['won', '2026-09-01'],
])
await add('Before', 500, [['won', '2026-03-01']])

const group = '{ key label customers won lost winRate wonValue }'
const sides = `{ bands ${group} without ${group} qualified ${group} others ${group} }`
const replay = async (args: string) =>
  (
    await data(
      `{ scorecard(slug: "leads", locale: en) { replay(${args}) { customers isCut valuesSaidLater draft ${sides} before ${sides} } } }`,
    )
  ).scorecard.replay

const counted = (groups: readonly { key: string; customers: number; won: number; lost: number }[]) =>
  Object.fromEntries(groups.map(({ key, customers, won, lost }) => [key, [customers, won, lost]]))

test('tells by band what became of the deals that were closed since', async () => {
  const seen = await replay('on: "2026-06-30"')
  // Whoever has had no deal closed since is not in it.
  expect(seen).toMatchObject({ customers: 3, isCut: false, valuesSaidLater: 0 })
  expect(seen.before.bands).toEqual([
    { key: 'low', label: 'Low', customers: 2, won: 1, lost: 1, winRate: 0.5, wonValue: 100 },
    { key: 'high', label: 'High', customers: 1, won: 1, lost: 1, winRate: 0.5, wonValue: 100 },
  ])
  expect(seen.draft).toEqual(seen.before)
})

test('a draft judges by metrics as they were that day, not by what it is to foretell', async () => {
  const draft = `input: { criteria: [${size}, ${loyal}, { starter: { key: "need" } }], threshold: 4 }`
  const seen = await replay(`on: "2026-06-30", ${draft}`)
  // Of six points: Large has four, Quiet two for the deal it had won by then, Small none.
  expect(counted(seen.draft.bands)).toEqual({ low: [2, 1, 1], high: [1, 1, 1] })
  expect(seen.draft.qualified).toMatchObject({ customers: 1, won: 1, lost: 1 })
  expect(seen.draft.others).toMatchObject({ customers: 2, won: 1, lost: 1, winRate: 0.5 })
  const early = await replay(`on: "2026-01-10", ${draft}`)
  // Nobody had won anything yet.
  expect(counted(early.draft.bands)).toEqual({ low: [4, 5, 2], high: [0, 0, 0] })
})

test('values that were said later are unknown, unless they are asked for', async () => {
  const then = await replay('on: "2025-12-31"')
  expect(then.valuesSaidLater).toBe(4)
  expect(counted(then.draft.without)).toEqual({ disqualified: [0, 0, 0], insufficientData: [4, 5, 2] })
  const now = await replay('on: "2025-12-31", values: AS_NOW')
  expect(counted(now.draft.bands)).toEqual({ low: [2, 2, 1], high: [2, 3, 1] })
})

test('answers count from the day they were given on, to the day they were taken back', async () => {
  const answer = async (at: string, points: number | null) => {
    clock.now = new Date(at)
    await data(
      `mutation { criterionAnswer(scorecard: "${card}", customer: "${quiet}", criterion: "need", points: ${points}) { __typename } }`,
    )
    clock.now = new Date('2026-11-23T08:00:00Z')
  }
  await answer('2026-04-01T10:00:00Z', 2)
  await answer('2026-07-10T10:00:00Z', null)
  const bandOfQuiet = async (day: string) => counted((await replay(`on: "${day}"`)).draft.bands)
  expect(await bandOfQuiet('2026-03-31')).toMatchObject({ high: [1, 1, 1] })
  expect(await bandOfQuiet('2026-06-30')).toMatchObject({ high: [2, 2, 1] })
  expect(await bandOfQuiet('2026-07-15')).toMatchObject({ high: [1, 0, 1] })
})

test('a day that is not over is refused', async () => {
  const { body } = await ask('{ scorecard(slug: "leads") { replay(on: "2026-11-23") { customers } } }')
  expect(body.errors?.[0]?.message).toBe(
    'A replay is on a day before today, such as 2026-01-31; this is 2026-11-23.',
  )
})
