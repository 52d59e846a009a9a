import { expect, test } from 'vitest'
import { openEvents, soon, timelineOf } from '../testing/events.ts'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, clock } = server
const people = await peopleOf(server)
const events = await openEvents(server)

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

async function personWho(userId: string, name: string, event: string) {
  await events.identify(userId, name)
  await events.send('/v1/track', { userId, event })
  await expect.poll(() => events.namesOf(name), soon).toEqual([event])
  const { id, interactions } = await timelineOf(server, name)
  await people.say(id, 'profiling', 'GIVEN')
  return { id: id as string, interaction: interactions.nodes[0].id as string }
}

test("an answer rests on one of the customer's own interactions", async () => {
  const asked = await personWho('anne', 'Anne Spurt', 'Demo Booked')
  const other = await personWho('bo', 'Bo Annen', 'Price Seen')
  const { scorecardCreate } = await data(
    'mutation { scorecardCreate(input: { slug: "card", name: { en: "Card" } }) { ... on ScorecardCreateSuccess { scorecard { id } } } }',
  )
  const answer = (interaction: string) =>
    data(
      `mutation ($card: ID!, $customer: ID!, $evidence: EvidenceInput) {
        criterionAnswer(scorecard: $card, customer: $customer, criterion: "need", points: 2, evidence: $evidence) {
          ... on CriterionAnswerSuccess { fit { criteria { key answer { evidence { interaction link } } } } }
          ... on InvalidInput { problems { path } } } }`,
      {
        card: scorecardCreate.scorecard.id,
        customer: asked.id,
        evidence: { at: clock.now.toISOString(), source: { interaction } },
      },
    )
  const { criterionAnswer: own } = await answer(asked.interaction)
  expect(own.fit.criteria[0]).toEqual({
    key: 'need',
    answer: { evidence: { interaction: asked.interaction, link: null } },
  })
  const { criterionAnswer: foreign } = await answer(other.interaction)
  expect(foreign.problems).toEqual([{ path: ['evidence', 'source', 'interaction'] }])
})
