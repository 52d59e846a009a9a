import { expect, test } from 'vitest'
import { keepSegments } from '../segments/keep-members.ts'
import { addCompany } from '../testing/companies.ts'
import { startTestServer } from '../testing/server.ts'
import { keepFits } from './keep-fits.ts'

const server = await startTestServer()
const { ask, db, workspace, clock } = server

async function data(query: string) {
  const { body } = await ask(query)
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

const large = '{ atLeast: { field: { attribute: "employees" }, value: { number: 100 } } }'
const byFit = (figure: string, test: string) =>
  `{ ${test.replace('FIT', `fit: { scorecard: "leads", figure: ${figure} }`)} }`
const criterion = (rule: string) =>
  `{ rule: { key: "size", label: { en: "Size" }, weight: 1, two: ${rule} } }`
const createScorecard = (slug: string, rule: string) =>
  data(`mutation { scorecardCreate(input: { name: { en: "${slug}" }, slug: "${slug}", threshold: 1, coverageFloor: 0.5,
    criteria: [${criterion(rule)}], bands: [{ key: "low", label: { en: "Low" }, from: 0 }, { key: "high", label: { en: "High" }, from: 50 }] })
    { ... on ScorecardCreateSuccess { scorecard { id } } ... on InvalidInput { message } } }`)
const createSegment = async (slug: string, rule: string) =>
  (
    await data(`mutation { segmentCreate(input: { slug: "${slug}", name: { en: "${slug}" }, rule: ${rule} }) {
      ... on SegmentCreateSuccess { segment { id sentence } } ... on InvalidInput { message } } }`)
  ).segmentCreate

const { scorecardCreate } = await createScorecard('leads', large)
const card = scorecardCreate.scorecard.id
await data(`mutation { scorecardPublish(id: "${card}", expectedRevision: 1) { __typename } }`)
await addCompany(db, workspace.id, 'Large', { employees: 300 })
await addCompany(db, workspace.id, 'Small', { employees: 3 })
await addCompany(db, workspace.id, 'Nobody knows', {})

const namesWhere = async (rule: string): Promise<readonly string[]> =>
  (await data(`{ customers(first: 10, where: ${rule}) { nodes { name } } }`)).customers.nodes
    .map(({ name }: { readonly name: string }) => name)
    .toSorted()
const keep = () => keepFits(db, workspace.id, clock.now)

test('customers are found by the band, status, threshold and points of their fit', async () => {
  const high = byFit('BAND', 'is: { field: { FIT }, value: { text: "high" } }')
  expect(await namesWhere(high)).toEqual([])
  await keep()
  expect(await namesWhere(high)).toEqual(['Large'])
  expect(
    await namesWhere(byFit('STATUS', 'oneOf: { field: { FIT }, values: ["insufficientData"] }')),
  ).toEqual(['Nobody knows'])
  expect(await namesWhere(byFit('THRESHOLD', 'isNot: { field: { FIT }, value: { text: "yes" } }'))).toEqual([
    'Nobody knows',
    'Small',
  ])
  expect(await namesWhere(byFit('POINTS', 'atLeast: { field: { FIT }, value: { number: 2 } }'))).toEqual([
    'Large',
  ])
  // Who has no band is in none.
  expect(await namesWhere(byFit('BAND', 'isUnknown: { field: { FIT } }'))).toEqual(['Nobody knows'])
})

test('a segment by fit follows the fits', async () => {
  const { segment } = await createSegment(
    'good',
    byFit('BAND', 'is: { field: { FIT }, value: { text: "high" } }'),
  )
  expect(segment.sentence).toBe('Nivået etter «leads» er High')
  const entered = async () => {
    await keep()
    await keepSegments(db, workspace.id, clock.now)
    return (
      await data('{ segment(slug: "good") { events(first: 10) { nodes { kind customer { name } } } } }')
    ).segment.events.nodes
  }
  expect(await entered()).toEqual([])
  await addCompany(db, workspace.id, 'Larger', { employees: 400 })
  clock.now = new Date(clock.now.getTime() + 6 * 60_000)
  expect(await entered()).toEqual([{ kind: 'ENTERED', customer: { name: 'Larger' } }])
  expect(await namesWhere('{ inSegment: "good" }')).toEqual(['Large', 'Larger'])
})

test('no scorecard scores by fits, neither itself nor by a segment that is changed later', async () => {
  const high = byFit('BAND', 'is: { field: { FIT }, value: { text: "high" } }')
  const own = await createScorecard('second', high)
  expect(own.scorecardCreate.message).toContain('cannot judge by a fit')
  const by = await createScorecard('third', '{ inSegment: "good" }')
  expect(by.scorecardCreate.message).toContain('nor by a segment that does')
  const { segment } = await createSegment('size', large)
  const fine = await createScorecard('fourth', '{ inSegment: "size" }')
  expect(fine.scorecardCreate.scorecard).toBeDefined()
  const { segmentUpdate } = await data(
    `mutation { segmentUpdate(id: "${segment.id}", expectedRevision: 1, input: { rule: ${high} }) {
      __typename ... on InvalidInput { message } } }`,
  )
  expect(segmentUpdate.message).toContain('the scorecard "fourth" scores by this segment')
})

test('of a scorecard that is put away nobody has a fit', async () => {
  const high = byFit('BAND', 'is: { field: { FIT }, value: { text: "high" } }')
  expect(await namesWhere(high)).not.toEqual([])
  await data(`mutation { scorecardArchive(id: "${card}", expectedRevision: 1) { __typename } }`)
  expect((await createSegment('late', high)).message).toContain("There is no published scorecard 'leads'")
  // A segment that names it has nobody in it any more.
  expect(await namesWhere('{ inSegment: "good" }')).toEqual([])
})
