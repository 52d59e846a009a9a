import { inWorkspace } from '@profilkort/database/connect'
import { expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addCompany, addDeal } from '../testing/companies.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, clock, db, workspace } = await startTestServer()
const days = (count: number) => new Date(clock.now.getTime() + count * 86_400_000)
const company = await addCompany(db, workspace.id, 'Fjordregnskap AS', {})
const other = await addCompany(db, workspace.id, 'Strandkafeen', {})
const customer = encodeGlobalId('Customer', company)

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

const { scorecardCreate } = await data(
  `mutation ($input: ScorecardCreateInput!) { scorecardCreate(input: $input) {
    ... on ScorecardCreateSuccess { scorecard { id slug maximum groups { key cap label } criteria { key group decay { freshDays staleDays } } } }
    ... on InvalidInput { problems { path message } }
  } }`,
  {
    input: {
      name: { en: 'Interest' },
      threshold: 3,
      coverageFloor: 0,
      groups: [{ key: 'talk', label: { en: 'What they say' }, cap: 3 }],
      criteria: [
        { starter: { key: 'need', group: 'talk', decay: { freshDays: 30, staleDays: 130 } } },
        { starter: { key: 'timeline', group: 'talk' } },
        { starter: { key: 'budget' } },
      ],
    },
  },
)
const card = scorecardCreate.scorecard
await data('mutation ($id: ID!) { scorecardPublish(id: $id, expectedRevision: 1) { __typename } }', {
  id: card.id,
})

const answerMutation = `mutation ($card: ID!, $customer: ID!, $criterion: String!, $points: Int, $note: String!, $evidence: EvidenceInput) {
  criterionAnswer(scorecard: $card, customer: $customer, criterion: $criterion, points: $points, note: $note, evidence: $evidence) {
    ... on CriterionAnswerSuccess { fit { points range { low high } groups { points uncapped maximum explanation } } }
    ... on InvalidInput { problems { path message } }
  }
}`
const answer = async (criterion: string, points: number | null, more: object = {}) =>
  (await data(answerMutation, { card: card.id, customer, criterion, points, note: '', ...more }))
    .criterionAnswer

const fitOf = async (id = customer) =>
  (
    await data(
      `query ($id: ID!) { customer(id: $id) { fit(scorecard: "interest", locale: en) {
        points coverage meetsThreshold nextQuestion { criterion }
        criteria { key points known explanation answer { points note by at evidence { at link deal { id } interaction } }
          answerChanges { points note by at evidence { at link } } } } } }`,
      { id },
    )
  ).customer.fit
const needOf = async () => (await fitOf()).criteria[0]

test('a scorecard tells its groups and how its answers age', () => {
  expect(card).toMatchObject({
    maximum: 5,
    groups: [{ key: 'talk', cap: 3, label: 'What they say' }],
    criteria: [
      { key: 'need', group: 'talk', decay: { freshDays: 30, staleDays: 130 } },
      { key: 'timeline', group: 'talk', decay: null },
      { key: 'budget', group: null },
    ],
  })
})

test('a group that is full says so', async () => {
  await answer('need', 2)
  const { fit: full } = await answer('timeline', 2)
  expect(full).toMatchObject({ points: 3, range: { low: 3, high: 5 } })
  expect(full.groups).toEqual([
    { points: 3, uncapped: 4, maximum: 3, explanation: 'Til sammen 4 poeng, men gruppen gir høyst 3.' },
  ])
  await answer('timeline', null)
  await answer('need', null)
})

test('an answer keeps what it rests on, ages from there, and every change of it', async () => {
  const evidence = { at: days(-80).toISOString(), source: { link: 'https://notes.example/12' } }
  await answer('need', 2, { note: 'They called', evidence })
  expect(await needOf()).toMatchObject({
    points: 1,
    known: 0.5,
    explanation: 'A clear need. That is from September 4, 2026 and now counts 50%.',
    answer: {
      points: 2,
      note: 'They called',
      by: 'Test secret',
      evidence: { at: evidence.at, link: 'https://notes.example/12' },
    },
  })
  await answer('need', 1, { note: 'Less than I thought' })
  await answer('need', null, { note: 'Wrong company' })
  const { answer: current, answerChanges } = await needOf()
  expect(current).toBeNull()
  expect(answerChanges.slice(0, 3)).toMatchObject([
    { points: null, note: 'Wrong company', by: 'Test secret', evidence: null },
    { points: 1, note: 'Less than I thought' },
    { points: 2, note: 'They called', evidence: { link: 'https://notes.example/12' } },
  ])
  await answer('need', null, { note: 'Nothing to take back' })
  expect((await needOf()).answerChanges[0].note).toBe('Wrong company')
})

test('an answer that is too old is asked for anew', async () => {
  await answer('need', 2, { evidence: { at: days(-200).toISOString() } })
  const fit = await fitOf()
  expect(fit).toMatchObject({ points: 0, coverage: 0, meetsThreshold: 'UNDECIDED' })
  expect(fit.criteria[0]).toMatchObject({ points: null, known: 0, answer: { points: 2 } })
  expect(fit.criteria[0].explanation).toMatch(/too old to count; ask again/)
})

test("evidence is the customer's own deal, an address of the web, and not of the future", async () => {
  await addDeal(db, workspace.id, { customerId: company, status: 'won', closedOn: '2026-01-01' })
  await addDeal(db, workspace.id, { customerId: other, status: 'won', closedOn: '2026-01-01' })
  const deals = await inWorkspace(db, workspace.id, (tx) =>
    tx.selectFrom('deal').select(['id', 'customer_id']).execute(),
  )
  const dealOf = (id: string) =>
    encodeGlobalId('Deal', deals.find((deal) => deal.customer_id === id)?.id ?? '')
  const at = days(-1).toISOString()
  await answer('budget', 1, { evidence: { at, source: { deal: dealOf(company) } } })
  const budget = (await fitOf()).criteria[2]
  expect(budget.answer.evidence).toEqual({ at, link: null, interaction: null, deal: { id: dealOf(company) } })
  const wrong = async (evidence: object) => (await answer('budget', 1, { evidence })).problems
  expect(await wrong({ at, source: { deal: dealOf(other) } })).toMatchObject([
    { path: ['evidence', 'source', 'deal'], message: expect.stringMatching(/no such deal/) },
  ])
  expect(await wrong({ at, source: { interaction: 'abc' } })).toMatchObject([
    { path: ['evidence', 'source', 'interaction'] },
  ])
  expect(await wrong({ at, source: { link: 'javascript:alert(1)' } })).toMatchObject([
    { path: ['evidence', 'source', 'link'] },
  ])
  expect(await wrong({ at: days(1).toISOString() })).toMatchObject([{ path: ['evidence', 'at'] }])
})
