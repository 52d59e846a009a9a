import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { encodeGlobalId } from './graphql/global-id.ts'
import { schema } from './graphql/schema.ts'
import { exampleOperations } from './http/example-operations.ts'
import { keepFits } from './scorecards/keep-fits.ts'
import { addCompany, addDeal } from './testing/companies.ts'
import { addInteractions } from './testing/interactions.ts'
import { peopleOf } from './testing/people.ts'
import { tell } from './testing/records.ts'
import { startTestServer } from './testing/server.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const pages = [
  'README.md',
  ...['docs', 'docs/elements'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${folder}/${file}`),
  ),
]
const read = (page: string) => readFileSync(path.join(root, page), 'utf8')
const operationsOf = (page: string) =>
  [...read(page).matchAll(/```graphql\n(.*?)```/gs)].map((match) => match[1] ?? '')

describe('the documentation', () => {
  test.each(
    pages.flatMap((page) => operationsOf(page).map((text, index) => [`${page} ${index + 1}`, text] as const)),
  )('the operation %s is valid', (_name, text) => {
    expect(validate(schema, parse(text))).toEqual([])
  })

  test.each(pages)('%s links only to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '')
    for (const link of links)
      expect(existsSync(path.resolve(root, path.dirname(page), link)), link).toBe(true)
  })
})

describe('the first hour', async () => {
  const { ask, db, workspace } = await startTestServer()
  await addCompany(db, workspace.id, 'Butikkdrift AS', { industry: 'retail', employees: 900 })

  test('its operations do what it says, in order', async () => {
    const ids: { [variable: string]: string } = {}
    for (const text of operationsOf('docs/first-hour.md')) {
      const { body } = await ask(text, { variables: ids })
      expect(body.errors, text).toBeUndefined()
      expect(JSON.stringify(body.data), text).not.toContain('problems')
      const { profileCreate, scorecardCreate, scorecard } = body.data
      if (profileCreate)
        Object.assign(ids, { profile: profileCreate.profile.id, id: profileCreate.profile.id })
      if (scorecardCreate)
        Object.assign(ids, { scorecard: scorecardCreate.scorecard.id, id: scorecardCreate.scorecard.id })
      if (scorecard) ids.customer = scorecard.fits.nodes[0].customer.id
    }
    const { body } = await ask(
      '{ scorecard(slug: "mid-sized-retailers") { fits(first: 1) { nodes { points } } } }',
    )
    expect(body.data.scorecard.fits.nodes).toEqual([{ points: 10 }])
  })

  test('the examples that GraphiQL opens with are valid', () => {
    expect(validate(schema, parse(exampleOperations))).toEqual([])
  })
})

test('the rules of their page find whom they say, in order', async () => {
  const { ask, db, workspace } = await startTestServer()
  const known = { industry: 'accounting', employees: 40 }
  const customerId = await addCompany(db, workspace.id, 'Nordlys AS', known)
  for (const closedOn of ['2025-03-01', '2026-11-02'])
    await addDeal(db, workspace.id, { customerId, status: 'won', value: 120_000, closedOn })
  const done = [{ name: 'Demo Booked', at: '2026-10-01T12:00:00Z' }]
  const types = ['Demo Booked', 'Order Placed']
  for (const name of types)
    await ask('mutation ($name: String!) { interactionTypeSave(input: { name: $name }) { __typename } }', {
      variables: { name },
    })
  await addInteractions(
    db,
    workspace.id,
    customerId,
    done.map((each) => ({ ...each, properties: { seats: 12 } })),
  )
  const answers: { [field: string]: unknown }[] = []
  for (const text of operationsOf('docs/rules-and-fit.md')) {
    const { body } = await ask(text)
    expect(body.errors, text).toBeUndefined()
    answers.push(body.data)
  }
  const found = { customers: { totalCount: 1, nodes: [{ name: 'Nordlys AS' }] } }
  expect(answers).toMatchObject([
    found,
    found,
    found,
    { customers: { totalCount: 0 } },
    {
      segmentCreate: {
        segment: { slug: 'good-customers', sentence: 'Antall vunne salg er minst 2', customerCount: 1 },
      },
    },
    { people: { nodes: [] }, companies: { nodes: [] } },
  ])
})

test('the operations on attributes do what their page says, in order', async () => {
  const { ask, db, workspace, clock } = await startTestServer()
  const fleets = ['liten', 'Large', 'diger', 'vet ikke', 'enorm']
  const told = fleets.map((fleet) => ({ externalId: fleet, values: { fleet } }))
  await tell(db, workspace.id, told, clock.now)
  const answers: { [field: string]: unknown }[] = []
  for (const text of operationsOf('docs/attributes.md')) {
    const { body } = await ask(text)
    expect(body.errors, text).toBeUndefined()
    answers.push(body.data)
  }
  expect(answers).toMatchObject([
    { attribute: { allOptions: { nodes: [{ key: 'NO-4601', label: 'Bergen' }] } } },
    { attributeCreate: { attribute: { key: 'fleet', revision: 1 } } },
    {
      attributeMigrationPreview: {
        preview: { canMigrate: true, records: 4, lost: [], unlisted: [{ before: 'enorm', records: 1 }] },
      },
    },
    {
      attributeMigrate: {
        migrated: { attribute: { type: 'CHOICE', revision: 2 }, migration: { customers: 4 } },
      },
    },
    {
      attribute: {
        history: { nodes: [{ kind: 'MIGRATED', after: { type: 'choice' } }, { kind: 'CREATED' }] },
      },
    },
  ])
})

describe('consent and privacy', async () => {
  const server = await startTestServer()
  const person = await (await peopleOf(server)).add('Kari Nes')

  test('its operations do what it says, in order', async () => {
    for (const text of operationsOf('docs/consent-and-privacy.md')) {
      const { body } = await server.ask(text, { variables: { person } })
      expect(body.errors, text).toBeUndefined()
      expect(JSON.stringify(body.data), text).not.toContain('"message"')
      if (body.data.customers)
        expect(body.data.customers).toEqual({ totalCount: 1, nodes: [{ name: 'Kari Nes' }] })
    }
  })
})

test('the operations on scorecards do what their page says, in order', async () => {
  const { ask, db, workspace, clock } = await startTestServer()
  const company = await addCompany(db, workspace.id, 'Butikkdrift AS', { employees: 900 })
  const rule = '{ atLeast: { field: { attribute: "employees" }, value: { number: 20 } } }'
  const made = await ask(`mutation { profileCreate(input: { kind: IDEAL_CUSTOMER_PROFILE, template: "basic",
    name: { en: "Shops" }, traits: [{ key: "size", label: { en: "Size" }, rule: ${rule} }] }) {
      ... on ProfileCreateSuccess { profile { id } } } }`)
  const variables: { [name: string]: string } = {
    profile: made.body.data.profileCreate.profile.id,
    customer: encodeGlobalId('Customer', company),
  }
  const answers: { [field: string]: unknown }[] = []
  for (const text of operationsOf('docs/scorecards.md')) {
    const { body } = await ask(text, { variables })
    expect(body.errors, text).toBeUndefined()
    answers.push(body.data)
    const { scorecardCreate, scorecardPublish, criterionAnswer } = body.data
    if (scorecardCreate) variables.scorecard = scorecardCreate.scorecard.id
    if (scorecardPublish ?? criterionAnswer) await keepFits(db, workspace.id, clock.now)
  }
  expect(answers).toMatchObject([
    { scorecardFromProfile: { threshold: 5, maximum: 10, leftOut: [] } },
    { scorecardCreate: { scorecard: { slug: 'shops', latestRevision: 1 } } },
    { scorecardUpdate: { scorecard: { latestRevision: 2, maximum: 8, groups: [{ cap: 4 }] } } },
    { scorecard: { revisions: { nodes: [{ revision: 2 }, { revision: 1, changes: [] }] } } },
    {
      scorecardPublish: {
        scorecard: { publishedRevision: 2, publications: [{ note: 'Budget counts double' }] },
      },
    },
    {
      scorecard: {
        preview: {
          count: 1,
          thresholds: [{ answer: 'YES' }, { answer: 'UNDECIDED', count: 1, before: 1 }, { answer: 'NO' }],
        },
      },
    },
    { scorecard: { replay: { customers: 0 } } },
    { criterionAnswer: { fit: { points: 4, range: { low: 4, high: 8 } } } },
    {
      scorecard: { scoring: { revision: 2, counts: [{ meetsThreshold: 'UNDECIDED', count: 1 }] } },
      node: {
        fitHistory: {
          nodes: [{ cause: 'ANSWERED', by: 'Test secret', sentence: expect.stringContaining('0 points') }],
        },
      },
    },
    {
      scorecard: {
        fits: { totalCount: 1, nodes: [{ customer: { name: 'Butikkdrift AS' }, points: 4 }] },
      },
      customers: { nodes: [{ name: 'Butikkdrift AS', fit: { points: 4 } }] },
    },
    {
      scorecard: {
        nextQuestions: { considered: 1, questions: [{ canDecide: 1, decides: 1 }, { canDecide: 0 }] },
      },
    },
    { specialCategoriesEnable: { decision: { by: 'Test secret' } } },
  ])
})
