import { expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { mintToken } from '../keys/testing/mint-token.ts'
import { keepFits } from '../scorecards/keep-fits.ts'
import { keepSegments } from '../segments/keep-members.ts'
import { addCompany } from '../testing/companies.ts'
import { peopleOf } from '../testing/people.ts'
import { pageOrigin, secondServer, startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, clock, db, workspace } = server
const people = await peopleOf(server)
const hours = (count: number) => new Date(clock.now.getTime() + count * 3_600_000).toISOString()

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

const inBergen = '{ is: { field: { attribute: "city" }, value: { text: "Bergen" } } }'
const fits = '{ atLeast: { field: { fit: { scorecard: "leads", figure: POINTS } }, value: { number: 1 } } }'
const fitsInJson = {
  kind: 'atLeast',
  field: { kind: 'fit', scorecard: 'leads', figure: 'points' },
  value: 1,
}
const inSegment = '{ inSegment: "bergen" }'
const hasPeople = '{ people: { rule: { inSegment: "bergen" } } }'

const { scorecardCreate } =
  await data(`mutation { scorecardCreate(input: { name: { en: "Leads" }, slug: "leads", threshold: 1,
  criteria: [{ rule: { key: "city", label: { en: "City" }, weight: 1, two: ${inBergen} } }] }) {
  ... on ScorecardCreateSuccess { scorecard { id } } ... on Problem { message } } }`)
await data('mutation ($id: ID!) { scorecardPublish(id: $id, expectedRevision: 1) { __typename } }', {
  id: scorecardCreate.scorecard.id,
})
for (const [slug, rule] of [
  ['bergen', inBergen],
  ['with-people', hasPeople],
])
  await data(
    `mutation { segmentCreate(input: { slug: "${slug}", name: { en: "${slug}" }, rule: ${rule} }) { __typename } }`,
  )
const company = await addCompany(db, workspace.id, 'Firma', { city: 'Bergen' })
const asked = await people.add('Anne', { city: 'Bergen' }, { company: encodeGlobalId('Customer', company) })
await people.add('Per', { city: 'Bergen' })
await people.add('Siri', { city: 'Voss' })

/** Who is told of by everything that goes by fits and segments: from columns, from the database, and as a file. */
async function told(databaseOnly: string) {
  const query = `{
    scorecard(slug: "leads") {
      fits(first: 10, kind: PERSON, pointsFrom: 1) { totalCount nodes { customer { name } criteria { explanation } } }
      scoring(kind: PERSON) { counts { meetsThreshold count } }
    }
    byFit: customers(first: 10, kind: PERSON, where: ${fits}) { totalCount nodes { name } }
    notByFit: customers(first: 10, kind: PERSON, where: { not: ${fits} }) { totalCount nodes { name } }
    bySegment: customers(first: 10, kind: PERSON, where: ${inSegment}) { totalCount nodes { name } }
    notBySegment: customers(first: 10, kind: PERSON, where: { not: ${inSegment} }) { totalCount nodes { name } }
    companies: customers(first: 10, kind: COMPANY, where: ${hasPeople}) { totalCount nodes { name } }
    withPeople: segment(slug: "with-people") { customerCount }
    bergen: segment(slug: "bergen") { customerCount members(first: 10) { nodes { customer { name } } } }
  }`
  const { scorecard, withPeople, bergen, ...lists } = await data(query)
  const names = (page: {
    readonly totalCount: number
    readonly nodes: readonly { readonly name: string }[]
  }) => {
    expect(page.totalCount).toBe(page.nodes.length)
    return page.nodes.map(({ name }) => name)
  }
  const answer = await fetch(databaseOnly, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${workspace.secretKey}` },
    body: JSON.stringify({ query }),
  })
  expect(await answer.json()).toMatchObject({ data: { scorecard, withPeople, bergen, ...lists } })
  const exported = async (rule: object) => {
    const where = encodeURIComponent(JSON.stringify(rule))
    const file = await fetch(
      `${server.url}/v1/exports/customers.csv?kind=person&columns=name&where=${where}`,
      { headers: { authorization: `Bearer ${workspace.secretKey}` } },
    )
    expect(file.status).toBe(200)
    return (await file.text()).trimEnd().split('\r\n').slice(1)
  }
  expect(scorecard.fits.totalCount).toBe(scorecard.fits.nodes.length)
  const ofSegment = await exported({ kind: 'inSegment', segment: 'bergen' })
  expect(ofSegment).toEqual(names(lists.bySegment))
  expect(bergen.customerCount - 1).toBe(ofSegment.length)
  const token = mintToken(workspace.secretKey, clock.now, { customers: [asked], origin: pageOrigin })
  const page = await fetch(`${server.url}/v1/widgets?ask=fit/en/leads/${encodeURIComponent(asked)}`, {
    headers: { origin: pageOrigin, authorization: `Bearer ${token}` },
  })
  expect(page.status).toBe(200)
  const inPage = /"points":2/.test(await page.text())
  const members = bergen.members.nodes.map(({ customer }: { customer: { name: string } }) => customer.name)
  expect(withPeople.customerCount).toBe(lists.companies.nodes.length)
  return {
    scored: scorecard.fits.nodes.map(
      ({ customer }: { readonly customer: { name: string } }) => customer.name,
    ),
    counted: scorecard.scoring.counts.reduce((sum: number, { count }: { count: number }) => sum + count, 0),
    byFit: names(lists.byFit),
    notByFit: names(lists.notByFit),
    exported: await exported(fitsInJson),
    bySegment: names(lists.bySegment),
    notBySegment: names(lists.notBySegment),
    companies: names(lists.companies),
    inPage,
    members: members.filter((name: string) => name !== 'Firma'),
  }
}

const everybody = ['Anne', 'Per', 'Siri']
const nobody = {
  scored: [],
  counted: 0,
  byFit: [],
  notByFit: everybody,
  exported: [],
  bySegment: [],
  notBySegment: everybody,
  companies: [],
  inPage: false,
  members: [],
}
const anne = {
  scored: ['Anne'],
  counted: 1,
  byFit: ['Anne'],
  notByFit: ['Per', 'Siri'],
  exported: ['Anne'],
  bySegment: ['Anne'],
  notBySegment: ['Per', 'Siri'],
  companies: ['Firma'],
  inPage: true,
  members: ['Anne'],
}

test('whoever may not be profiled any more is in no list by fits or segments, at once', async () => {
  const database = `${(await secondServer(server, { columnsMiB: 0 })).url}/graphql`
  await people.say(asked, 'profiling', 'GIVEN', { at: hours(-3) })
  await keepFits(db, workspace.id, clock.now)
  await keepSegments(db, workspace.id, clock.now)
  expect(await told(database)).toEqual(anne)
  await people.say(asked, 'profiling', 'WITHDRAWN', { at: hours(-2) })
  expect(await told(database)).toEqual(nobody)
  await people.say(asked, 'profiling', 'GIVEN', { at: hours(-1), expiresAt: hours(1) })
  expect(await told(database)).toEqual(anne)
  clock.now = new Date(hours(1))
  expect(await told(database)).toEqual(nobody)
})

test('with a legitimate interest they are in them until they object', async () => {
  const database = `${(await secondServer(server, { columnsMiB: 0 })).url}/graphql`
  await people.say(asked, 'profiling', 'DENIED')
  await data(
    'mutation { purposeSave(key: "profiling", expectedRevision: 0, input: { ground: LEGITIMATE_INTEREST }) { __typename } }',
  )
  await keepFits(db, workspace.id, clock.now)
  const but = {
    scored: ['Per'],
    byFit: ['Per'],
    notByFit: ['Anne', 'Siri'],
    exported: ['Per'],
    companies: [],
  }
  expect(await told(database)).toMatchObject({
    ...but,
    bySegment: ['Per'],
    notBySegment: ['Anne', 'Siri'],
  })
  await data(
    'mutation { purposeSave(key: "profiling", expectedRevision: 1, input: { ground: CONSENT }) { __typename } }',
  )
  expect(await told(database)).toEqual(nobody)
})

test('a company leaves a segment by its people once one of them may not be profiled', async () => {
  const members = async () => {
    await keepSegments(db, workspace.id, clock.now)
    const { segment } = await data(
      '{ segment(slug: "with-people") { members(first: 10) { nodes { customer { name } } } } }',
    )
    return segment.members.nodes.map(({ customer }: { customer: { name: string } }) => customer.name)
  }
  clock.now = new Date(hours(1))
  await people.say(asked, 'profiling', 'GIVEN')
  expect(await members()).toEqual(['Firma'])
  clock.now = new Date(hours(1))
  await people.say(asked, 'profiling', 'WITHDRAWN')
  expect(await members()).toEqual([])
})
