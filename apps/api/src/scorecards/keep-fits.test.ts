import { inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addCompany, addDeal } from '../testing/companies.ts'
import { startTestServer } from '../testing/server.ts'
import { keepFits } from './keep-fits.ts'

const server = await startTestServer()
const { ask, db, workspace, clock } = server

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

const keep = () => keepFits(db, workspace.id, clock.now)
const minutesLater = (minutes: number) => {
  clock.now = new Date(clock.now.getTime() + minutes * 60_000)
}

const size = `{ rule: { key: "size", label: { en: "Size" }, weight: 1,
  two: { atLeast: { field: { attribute: "employees" }, value: { number: 100 } } } } }`
const loyal = `{ rule: { key: "loyal", label: { en: "Loyal" }, weight: 1,
  two: { atLeast: { field: { metric: "wonDeals" }, value: { number: 1 } } } } }`
const need = '{ starter: { key: "need" } }'

const { scorecardCreate } = await data(
  `mutation { scorecardCreate(input: { name: { en: "Leads" }, slug: "leads", threshold: 4, coverageFloor: 0.4,
    criteria: [${size}, ${loyal}, ${need}],
    bands: [{ key: "low", label: { en: "Low" }, from: 0 }, { key: "high", label: { en: "High" }, from: 50 }] })
    { ... on ScorecardCreateSuccess { scorecard { id } } ... on InvalidInput { message } } }`,
)
const card = scorecardCreate.scorecard.id
await data(`mutation { scorecardPublish(id: "${card}", expectedRevision: 1) { __typename } }`)

const large = await addCompany(db, workspace.id, 'Large', { employees: 300 })
const small = await addCompany(db, workspace.id, 'Small', { employees: 3 })
const nobody = await addCompany(db, workspace.id, 'Nobody knows', {})

const fits = async (args = '') =>
  (
    await data(
      `{ scorecard(slug: "leads") { fits(first: 50 ${args}) { totalCount nodes { customer { name } points status } } } }`,
    )
  ).scorecard.fits
const names = (list: { readonly nodes: readonly { readonly customer: { readonly name: string } }[] }) =>
  list.nodes.map(({ customer }) => customer.name)
const history = async (customer: string) =>
  (
    await data(
      `query ($id: ID!) { node(id: $id) { ... on Customer { fitHistory(scorecard: "leads", locale: en, first: 20) {
        nodes { cause revision by sentence before { points } after { points band } } } } } }`,
      { id: encodeGlobalId('Customer', customer) },
    )
  ).node.fitHistory.nodes
const scoring = async () =>
  (
    await data(
      '{ scorecard(slug: "leads") { scoring { revision counts { status meetsThreshold band count } } } }',
    )
  ).scorecard.scoring

/** Throws where a fit that is kept is not the one that is worked out now. */
async function expectFresh() {
  const { nodes } = (
    await data(
      `{ scorecard(slug: "leads") { fits(first: 100) { nodes { customer { id } points percent status meetsThreshold
        range { low high } coverage band { key } } } } }`,
    )
  ).scorecard.fits
  const kept = await inWorkspace(db, workspace.id, (tx) =>
    tx.selectFrom('customer_fit').selectAll().where('workspace_id', '=', workspace.id).execute(),
  )
  const byId = new Map(kept.map((row) => [encodeGlobalId('Customer', row.customer_id), row]))
  expect(nodes.length).toBe(kept.length)
  for (const { customer, points, percent, status, meetsThreshold, range, coverage, band } of nodes) {
    expect(byId.get(customer.id)).toMatchObject({
      points,
      percent,
      ...range,
      coverage,
      band: band?.key ?? null,
    })
    expect(byId.get(customer.id)?.status.toLowerCase()).toBe(status.toLowerCase().replace('_', ''))
    expect(byId.get(customer.id)?.threshold.toUpperCase()).toBe(meetsThreshold)
  }
}

test('fits are kept once a scorecard is published, listed in order, filtered and counted', async () => {
  expect(await scoring()).toBeNull()
  expect(names(await fits())).toEqual([
    'Large',
    ...[
      [small, 'Small'],
      [nobody, 'Nobody knows'],
    ]
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
      .map(([, name]) => name),
  ])
  const early = await ask('{ scorecard(slug: "leads") { fits(band: "low") { totalCount } } }')
  expect(early.body.errors?.[0]?.message).toContain('Ask again in a few seconds')
  await keep()
  expect(await scoring()).toMatchObject({ revision: 1 })
  expect((await scoring()).counts).toHaveLength(3)
  expect(await fits('meetsThreshold: UNDECIDED')).toMatchObject({ totalCount: 2 })
  expect(names(await fits('status: INSUFFICIENT_DATA'))).toEqual(['Nobody knows'])
  expect(names(await fits('band: "low"'))).toEqual(['Large', 'Small'])
  await expectFresh()
  // Fits that were never otherwise have no history.
  expect(await history(large)).toEqual([])
})

test('fits are listed within a range of points, and by pages', async () => {
  expect(names(await fits('pointsFrom: 2, pointsTo: 2'))).toEqual(['Large'])
  expect(names(await fits('pointsFrom: 2.5'))).toEqual([])
  const page = async (args: string) =>
    (
      await data(
        `{ scorecard(slug: "leads") { fits(kind: COMPANY, ${args}) { nodes { customer { name } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }`,
      )
    ).scorecard.fits
  const first = await page('first: 2')
  const rest = await page(`first: 2, after: "${first.pageInfo.endCursor}"`)
  const before = await page(`last: 2, before: "${rest.pageInfo.startCursor}"`)
  expect([...names(first), ...names(rest)]).toEqual(names(await fits()))
  expect(names(before)).toEqual(names(first))
  expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false])
})

test('what changed of a customer, an answer, a publication: each has its cause in the history', async () => {
  minutesLater(1)
  await addDeal(db, workspace.id, { customerId: large, status: 'won', closedOn: '2026-05-01' })
  // The list is that of what is kept; the fit itself is what it is now.
  expect((await fits()).nodes[0]).toMatchObject({ customer: { name: 'Large' }, points: 4 })
  await keep()
  minutesLater(1)
  await data(
    `mutation { criterionAnswer(scorecard: "${card}", customer: "${encodeGlobalId('Customer', small)}", criterion: "need", points: 1, note: "Said so") { __typename } }`,
  )
  await keep()
  expect(await history(small)).toMatchObject([
    {
      cause: 'ANSWERED',
      by: 'Test secret',
      sentence: 'Test secret answered, or took an answer back: 0 points → 1 point',
    },
  ])
  minutesLater(1)
  await data(
    `mutation { scorecardUpdate(id: "${card}", expectedRevision: 1, input: { criteria: [${size.replace('weight: 1', 'weight: 2')}, ${loyal}, ${need}] }) { __typename } }`,
  )
  await data(`mutation { scorecardPublish(id: "${card}", expectedRevision: 2) { __typename } }`)
  // Until every customer is scored by the new one, readers have the old one's, filtered and counted as before.
  const { nodes } = (
    await data(
      `{ scorecard(slug: "leads") { publishedRevision fits(first: 9, band: "high") { nodes { points scorecard { revision } } } } }`,
    )
  ).scorecard.fits
  expect(nodes).toEqual([{ points: 4, scorecard: { revision: 1 } }])
  expect(await scoring()).toMatchObject({ revision: 1 })
  await keep()
  expect(await scoring()).toMatchObject({ revision: 2 })
  expect(await history(large)).toMatchObject([
    { cause: 'PUBLISHED', revision: 2, before: { points: 4 }, after: { points: 6, band: 'high' } },
    { cause: 'CUSTOMER_CHANGED', revision: 1, before: { points: 2 }, after: { points: 4, band: 'high' } },
  ])
  await expectFresh()
})

test('rules may speak of fits: lists find whom the kept ones say, and scorecards refuse them', async () => {
  const customers = async (test: string) =>
    (await data(`{ customers(first: 10, where: ${test}) { nodes { name } } }`)).customers.nodes.map(
      ({ name }: { readonly name: string }) => name,
    )
  const band = '{ oneOf: { field: { fit: { scorecard: "leads" } }, values: ["high"] } }'
  expect(await customers(band)).toEqual(['Large'])
  expect(
    await customers(
      '{ lessThan: { field: { fit: { scorecard: "leads", figure: POINTS } }, value: { number: 2 } } }',
    ),
  ).toEqual(['Nobody knows', 'Small'])
  const wrong = async (where: string) =>
    (await ask(`{ customers(where: ${where}) { totalCount } }`)).body.errors?.[0]?.message
  expect(await wrong(band.replace('high', 'hihg'))).toBe(
    "A band of 'leads' is never 'hihg'. Use one of: low, high.",
  )
  expect(await wrong(band.replace('leads', 'leds'))).toContain("Did you mean 'leads'?")
  const { segmentCreate } = await data(
    `mutation { segmentCreate(input: { name: { en: "Best" }, slug: "best", rule: ${band} }) { ... on SegmentCreateSuccess { segment { sentence } } } }`,
  )
  expect(segmentCreate.segment.sentence).toContain('Nivået etter «Leads» er High')
  for (const rule of [band, '{ inSegment: "best" }']) {
    const { scorecardCreate: refused } = await data(
      `mutation { scorecardCreate(input: { name: { en: "Again" }, threshold: 1, criteria: [{ rule: { key: "again", label: { en: "Again" }, two: ${rule} } }] }) { ... on Problem { message } } }`,
    )
    expect(refused.message).toContain('A scorecard cannot judge by a fit')
  }
})

test('a new day is scored anew, and who is gone has no fit', async () => {
  minutesLater(24 * 60)
  await inWorkspace(db, workspace.id, (tx) =>
    sql`delete from customer where workspace_id = ${workspace.id} and id = ${nobody}`.execute(tx),
  )
  await keep()
  const { rows } = await inWorkspace(db, workspace.id, (tx) =>
    sql<{
      cause: string
      after: unknown
    }>`select cause, after from customer_fit_change where customer_id = ${nobody}`.execute(tx),
  )
  expect(rows).toEqual([{ cause: 'customerGone', after: null }])
  await expectFresh()
})

test('after a storm of changes, with keepers that meet and are broken off, fits are those that are worked out anew', async () => {
  const ids = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      addCompany(db, workspace.id, `Storm ${index}`, { employees: index * 7 }),
    ),
  )
  const keepers = async () => {
    for (let round = 0; round < 25; round++) await keep().catch(() => undefined)
  }
  const breaker = async () => {
    for (let round = 0; round < 8; round++) {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query like '%saveFits%'`.execute(
        db,
      )
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const changes = ids.map(async (customerId, index) => {
    await inWorkspace(db, workspace.id, (tx) =>
      sql`update customer set attributes = jsonb_build_object('employees', ${(index * 37) % 200}::int)
        where workspace_id = ${workspace.id} and id = ${customerId}`.execute(tx),
    )
    for (let deal = 0; deal < index % 3; deal++)
      await addDeal(db, workspace.id, { customerId, status: 'won', closedOn: '2026-05-01' })
    await ask(
      `mutation { criterionAnswer(scorecard: "${card}", customer: "${encodeGlobalId('Customer', customerId)}", criterion: "need", points: ${index % 3}) { __typename } }`,
    )
  })
  await Promise.all([keepers(), keepers(), breaker(), ...changes])
  await keep()
  await expectFresh()
  // The history ends with what is kept.
  const { rows } = await inWorkspace(db, workspace.id, (tx) =>
    sql<{ differing: number }>`select count(*)::float8 as differing from customer_fit as kept
      join lateral (select after from customer_fit_change as change where change.workspace_id = kept.workspace_id
        and change.customer_id = kept.customer_id and change.scorecard_id = kept.scorecard_id order by id desc limit 1) as last on true
      where (last.after ->> 'points')::float8 <> kept.points or last.after ->> 'status' <> kept.status`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([{ differing: 0 }])
})
