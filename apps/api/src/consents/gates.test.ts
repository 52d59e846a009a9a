import { inWorkspace } from '@profilkort/database/connect'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'
import { settleAllRunOut } from './settle-run-out.ts'

const server = await startTestServer()
const { ask, clock, db, workspace } = server
const people = await peopleOf(server)

const hours = (count: number) => new Date(clock.now.getTime() + count * 3_600_000).toISOString()
const faithful = '{ is: { field: { attribute: "faith" }, value: { text: "Åsatru" } } }'
const special = (id: string, state: string, more = {}) => people.say(id, 'specialCategories', state, more)

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

async function namesWithFaith(): Promise<readonly string[]> {
  const { customers } = await data(`{ customers(first: 100, where: ${faithful}) { nodes { name } } }`)
  return customers.nodes.map(({ name }: { name: string }) => name)
}

/** What stands in the derived customers, whoever asks. */
async function keptFaiths(): Promise<number> {
  const { rows } = await inWorkspace(db, workspace.id, (tx) =>
    sql<{
      count: number
    }>`select count(*) from customer where attributes ? 'faith' or provenance ? 'faith'`.execute(tx),
  )
  return rows[0]?.count ?? 0
}

test('a value of a special category is not kept, read, filtered or counted without consent, and comes and goes with it', async () => {
  const id = await people.add('Tor Åsen', { faith: 'Åsatru', title: 'Smed' })
  const recordsOf = async () => {
    const { customer } = await data(
      'query ($id: ID!) { customer(id: $id) { records { raw values { key } } } }',
      { id },
    )
    return JSON.stringify(customer)
  }
  const isThere = async () => [
    (await people.known(id)).faith !== undefined,
    (await namesWithFaith()).includes('Tor Åsen'),
    (await keptFaiths()) > 0,
    (await recordsOf()).includes('Åsatru') || (await recordsOf()).includes('faith'),
  ]
  const nowhere = [false, false, false, false]
  const everywhere = [true, true, true, true]
  expect(await isThere()).toEqual(nowhere)
  expect((await people.known(id)).title).toBe('Smed')
  await special(id, 'GIVEN', { at: hours(-3) })
  expect(await isThere()).toEqual(everywhere)
  await special(id, 'WITHDRAWN', { at: hours(-2) })
  expect(await isThere()).toEqual(nowhere)
  await special(id, 'GIVEN', { at: hours(-1), expiresAt: hours(2) })
  expect(await isThere()).toEqual(everywhere)
  await special(id, 'DENIED')
  expect(await isThere()).toEqual(nowhere)
})

test('a consent that runs out hides the value from the next reader, and the worker takes it away without one', async () => {
  const read = await people.add('Liv Leser', { faith: 'Åsatru' })
  const unread = await people.add('Ulv Ulest', { faith: 'Åsatru' })
  const still = await people.add('Siv Stadig', { faith: 'Åsatru' })
  await special(read, 'GIVEN', { expiresAt: hours(1) })
  await special(still, 'GIVEN', { expiresAt: hours(100) })
  const before = await keptFaiths()
  clock.now = new Date(hours(1))
  expect(await people.known(read)).not.toHaveProperty('faith')
  expect(await keptFaiths()).toBe(before - 1)
  await special(unread, 'GIVEN', { expiresAt: hours(1) })
  expect(await keptFaiths()).toBe(before)
  clock.now = new Date(hours(1))
  await settleAllRunOut(db, clock.now)
  expect(await keptFaiths()).toBe(before - 1)
  expect(await people.known(still)).toHaveProperty('faith')
  await special(read, 'GIVEN')
  expect(await people.known(read)).toHaveProperty('faith')
  await special(read, 'WITHDRAWN')
  await special(still, 'WITHDRAWN')
})

test("a company has nobody who could consent: a person's special category is never known of it", async () => {
  const { body } = await ask(
    'mutation { customerCreate(input: { kind: COMPANY, name: "Hov AS", attributes: [{ key: "faith", value: "Åsatru" }] }) { __typename } }',
  )
  expect(body.errors).toBeUndefined()
  expect(await keptFaiths()).toBe(0)
})

test('fewer than ten customers are not counted by a special category', async () => {
  await data(
    `mutation { specialCategoriesEnable(ground: "Article 9(2)(d): a congregation and its own members.") { __typename } }`,
  )
  await data(
    `mutation { segmentCreate(input: { slug: "tro", name: { nb: "Tro" }, rule: ${faithful} }) { __typename } }`,
  )
  const counts = async () => {
    const answer = await data(
      `{ customers(where: ${faithful}) { totalCount } any: customers(where: { any: [${faithful}, ${faithful}] }) { totalCount } segment(slug: "tro") { customerCount } }`,
    )
    return [answer.customers.totalCount, answer.any.totalCount, answer.segment.customerCount]
  }
  for (let index = 0; index < 10; index++) {
    expect(await counts()).toEqual([null, null, null])
    const id = await people.add(`Teller ${index}`, { faith: 'Åsatru' })
    await special(id, 'GIVEN')
    await people.say(id, 'profiling', 'GIVEN')
  }
  expect(await counts()).toEqual([10, 10, 10])
  await data('mutation { specialCategoriesDisable { __typename } }')
})

test('whoever may not be profiled has no fit, is not judged and is not counted in segments', async () => {
  await data(
    `mutation { scorecardCreate(input: { slug: "kort", name: { nb: "Kort" } }) { __typename ... on Problem { message } } }`,
  )
  const { scorecard } = await data('{ scorecard(slug: "kort", draft: true) { id } }')
  await data(
    `mutation ($id: ID!) { scorecardPublish(id: $id, expectedRevision: 1) { __typename ... on Problem { message } } }`,
    {
      id: scorecard.id,
    },
  )
  const named = '{ is: { field: { attribute: "title" }, value: { text: "Vurdert" } } }'
  await data(
    `mutation { segmentCreate(input: { slug: "vurdert", name: { nb: "Vurdert" }, rule: ${named} }) { __typename } }`,
  )
  const id = await people.add('Vera Vurdert', { title: 'Vurdert' })
  const judged = async () => {
    const answer = await data(
      `mutation ($card: ID!, $id: ID!) { criterionAnswer(scorecard: $card, customer: $id, criterion: "need", points: 2) { __typename } }`,
      { card: scorecard.id, id },
    )
    const read = await data(
      'query ($id: ID!) { customer(id: $id) { fit(scorecard: "kort") { points } } segment(slug: "vurdert") { customerCount } }',
      { id },
    )
    return [answer.criterionAnswer.__typename, read.customer.fit, read.segment.customerCount]
  }
  const no = ['InvalidInput', null, 0]
  const yes = ['CriterionAnswerSuccess', { points: 2 }, 1]
  expect(await judged()).toEqual(no)
  await people.say(id, 'profiling', 'GIVEN', { at: hours(-2) })
  expect(await judged()).toEqual(yes)
  await people.say(id, 'profiling', 'WITHDRAWN', { at: hours(-1) })
  expect(await judged()).toEqual(no)
  const setGround = (ground: string, revision: number) =>
    data(
      `mutation { purposeSave(key: "profiling", expectedRevision: ${revision}, input: { ground: ${ground} }) { __typename } }`,
    )
  await setGround('LEGITIMATE_INTEREST', 0)
  expect(await judged()).toEqual(no)
  await people.say(id, 'profiling', 'GIVEN')
  expect(await judged()).toEqual(yes)
  await setGround('CONSENT', 1)
})

test('consents follow joins: the strictest at one time wins, and an undo puts each in its place', async () => {
  const [a, b] = [await people.add('Anna Lind', { faith: 'Åsatru' }), await people.add('Anna B. Lind')]
  const at = hours(-1)
  await special(a, 'GIVEN', { at })
  await special(b, 'WITHDRAWN', { at })
  await people.say(b, 'marketing', 'GIVEN')
  expect(await people.known(a)).toHaveProperty('faith')
  const { customerJoin } = await data(
    `mutation ($ids: [ID!]!) { customerJoin(ids: $ids, reason: "Samme") { __typename ... on Problem { message }
      ... on CustomerJoinSuccess { outcome { change { id } customers { id } } } } }`,
    { ids: [a, b] },
  )
  const joined = customerJoin.outcome.customers[0].id
  const states = async (id: string) => {
    const { customer } = await data(
      'query ($id: ID!) { customer(id: $id) { consents { purpose { key } state } } }',
      { id },
    )
    const all = customer.consents as readonly { purpose: { key: string }; state: string }[]
    return Object.fromEntries(
      all.filter(({ state }) => state !== 'UNKNOWN').map(({ purpose, state }) => [purpose.key, state]),
    )
  }
  expect(await states(joined)).toEqual({ marketing: 'GIVEN', specialCategories: 'WITHDRAWN' })
  expect(await people.known(joined)).not.toHaveProperty('faith')
  await data('mutation ($id: ID!) { identityChangeUndo(id: $id) { __typename } }', {
    id: customerJoin.outcome.change.id,
  })
  expect(await states(a)).toEqual({ specialCategories: 'GIVEN' })
  expect(await states(b)).toEqual({ marketing: 'GIVEN', specialCategories: 'WITHDRAWN' })
  expect(await people.known(a)).toHaveProperty('faith')
})

test('whatever is said in whatever order, the value is known exactly while the consent stands', async () => {
  const said = fc.array(
    fc.record({
      state: fc.constantFrom('GIVEN', 'DENIED', 'WITHDRAWN'),
      hour: fc.integer({ min: -4, max: -1 }),
      runsOut: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  let index = 0
  await fc.assert(
    fc.asyncProperty(said, async (consents) => {
      index += 1
      const id = await people.add(`Prøve ${index}`, { faith: 'Åsatru' })
      for (const { state, hour, runsOut } of consents) {
        const isYes = state === 'GIVEN' && runsOut !== undefined && runsOut > hour
        await special(id, state, { at: hours(hour), ...(isYes ? { expiresAt: hours(runsOut) } : {}) })
        const { customer } = await data(
          'query ($id: ID!) { customer(id: $id) { consents { purpose { key } mayBeUsed } attributes { key } } }',
          { id },
        )
        const stands = customer.consents.find(
          ({ purpose }: { purpose: { key: string } }) => purpose.key === 'specialCategories',
        ).mayBeUsed
        expect(customer.attributes.some(({ key }: { key: string }) => key === 'faith')).toBe(stands)
      }
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('an attribute that becomes sensitive is withheld at once, and known again when it is none any more', async () => {
  const create = `mutation { attributeCreate(input: { key: "habit", subject: PERSON, type: TEXT, category: PSYCHOGRAPHIC, label: { nb: "Vane" } }) { __typename } }`
  expect((await data(create)).attributeCreate.__typename).toBe('AttributeCreateSuccess')
  const id = await people.add('Vera Vane', { habit: 'Bønn' })
  expect(await people.known(id)).toMatchObject({ habit: 'Bønn' })
  const mark = (sensitive: boolean, revision: number) =>
    data(
      `mutation { attributeUpdate(key: "habit", expectedRevision: ${revision}, input: { sensitive: ${sensitive} }) { __typename } }`,
    )
  await mark(true, 1)
  expect(await people.known(id)).not.toHaveProperty('habit')
  await mark(false, 2)
  expect(await people.known(id)).toMatchObject({ habit: 'Bønn' })
})
