import { expect, test } from 'vitest'
import { readGlobalId } from '../graphql/global-id.ts'
import { addDeal } from '../testing/companies.ts'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'
import { applyAllRules } from './apply-rule.ts'

const server = await startTestServer()
const { ask, clock, db, workspace } = server
const people = await peopleOf(server)
const uuidOf = (id: string) => readGlobalId(id)?.id ?? ''

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

const create = async (input: object) =>
  (
    await data(
      `mutation ($input: RetentionRuleInput!) { retentionRuleCreate(input: $input) { __typename
        ... on RetentionRuleCreateSuccess { rule { id revision } } ... on Problem { path } } }`,
      { input: { name: 'Regel', months: 12, action: 'REPORT', ...input } },
    )
  ).retentionRuleCreate

const remove = (id: string, revision = 1) =>
  data(`mutation ($id: ID!) { retentionRuleDelete(id: $id, expectedRevision: ${revision}) { __typename } }`, {
    id,
  })

async function due(id: string) {
  const { retentionRules } = await data(
    '{ retentionRules { id dueCount due { name } runs { runBy found erased } } }',
  )
  const rule = retentionRules.find((each: { id: string }) => each.id === id)
  const names = rule.due.map(({ name }: { name: string }) => name)
  expect(rule.dueCount).toBe(names.length)
  return { names, runs: rule.runs }
}

const firm = await people.add('Firma AS', {}, { kind: 'COMPANY' })
const quietFirm = await people.add('Stille AS', {}, { kind: 'COMPANY' })
await people.add('Aktiv Kontakt', {}, { company: firm })
await people.add('Gammel Kontakt', {}, { company: quietFirm, source: 'crm' })
const yes = await people.add('Samtykker Forbruker', {}, { source: 'shop' })
await people.add('Taus Forbruker', {}, { source: 'shop' })
const sold = (customer: string, closedOn: string) =>
  addDeal(db, workspace.id, { customerId: uuidOf(customer), status: 'won', value: 1, closedOn })
await sold(firm, '2027-12-01')
await sold(quietFirm, '2020-01-01')
clock.now = new Date('2028-03-01T08:00:00Z')
await people.say(yes, 'marketing', 'GIVEN', { at: '2026-11-25T08:00:00Z' })

test.each<[string, object, readonly string[]]>([
  [
    'everybody without a deal, judgement or consent for so long',
    {},
    ['Gammel Kontakt', 'Samtykker Forbruker', 'Taus Forbruker'],
  ],
  ['nobody before the time', { months: 16 }, ['Gammel Kontakt']],
  ['contacts, whose company buys no more', { kind: 'CONTACT' }, ['Gammel Kontakt']],
  ['consumers', { kind: 'CONSUMER' }, ['Samtykker Forbruker', 'Taus Forbruker']],
  ['those of one source', { source: 'crm' }, ['Gammel Kontakt']],
  ['those who may not be used for a purpose', { purpose: 'marketing', kind: 'CONSUMER' }, ['Taus Forbruker']],
])('a rule finds %s', async (_, input, expected) => {
  const { rule } = await create(input)
  expect((await due(rule.id)).names.toSorted()).toEqual(expected)
  await remove(rule.id)
})

test.each<[string, object, string]>([
  ['a blank name', { name: ' ' }, 'name'],
  ['no time', { months: 0 }, 'months'],
  ['a purpose there is none of', { purpose: 'nothing' }, 'purpose'],
])('%s is refused', async (_, input, field) => {
  expect(await create(input)).toMatchObject({ __typename: 'InvalidInput', path: [field] })
})

test('those who are due are reported, and erased by whoever has seen how many they are', async () => {
  const { rule } = await create({ kind: 'CONTACT' })
  await applyAllRules(db, clock.now)
  expect(await due(rule.id)).toEqual({
    names: ['Gammel Kontakt'],
    runs: [{ runBy: 'Schedule', found: 1, erased: 0 }],
  })
  const apply = async (count: number) =>
    (
      await data(
        `mutation ($id: ID!) { retentionRuleApply(id: $id, expectedRevision: 1, expectedCount: ${count}) { __typename ... on Problem { path } } }`,
        { id: rule.id },
      )
    ).retentionRuleApply
  expect(await apply(2)).toMatchObject({ __typename: 'InvalidInput', path: ['expectedCount'] })
  expect(await apply(1)).toMatchObject({ __typename: 'RetentionRuleApplySuccess' })
  const { names, runs } = await due(rule.id)
  expect(names).toEqual([])
  expect(runs).toContainEqual({ runBy: 'Test secret', found: 1, erased: 1 })
  const { erasures } = await data('{ erasures { nodes { reason erasedBy } } }')
  expect(erasures.nodes).toEqual([{ reason: 'RETENTION', erasedBy: 'Test secret: Regel' }])
  await remove(rule.id)
})

test('a rule that erases does so each night, with a receipt for each', async () => {
  const { rule } = await create({ name: 'Natt', action: 'REPORT', kind: 'CONSUMER' })
  const update = `mutation ($id: ID!, $revision: Int!) { retentionRuleUpdate(id: $id, expectedRevision: $revision,
    input: { name: "Natt", months: 12, kind: CONSUMER, purpose: "marketing", action: ERASE }) { __typename } }`
  expect((await data(update, { id: rule.id, revision: 7 })).retentionRuleUpdate.__typename).toBe(
    'RevisionConflict',
  )
  await data(update, { id: rule.id, revision: 1 })
  await applyAllRules(db, clock.now)
  await applyAllRules(db, clock.now)
  expect(await due(rule.id)).toEqual({ names: [], runs: [{ runBy: 'Schedule', found: 1, erased: 1 }] })
  const { customers, erasures } = await data(
    '{ customers(kind: PERSON) { nodes { name } } erasures { nodes { reason erasedBy isIntact } } }',
  )
  expect(customers.nodes.map(({ name }: { name: string }) => name)).toEqual([
    'Aktiv Kontakt',
    'Samtykker Forbruker',
  ])
  expect(erasures.nodes[0]).toEqual({ reason: 'RETENTION', erasedBy: 'Schedule: Natt', isIntact: true })
})
