import { inWorkspace } from '@profilkort/database/connect'
import { generateDemo } from '@profilkort/demo/generate'
import { demoProfiles } from '@profilkort/demo/profiles'
import { Kind, parse, print } from 'graphql'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { exampleOperations } from '../http/example-operations.ts'
import { createKey } from '../keys/create-key.ts'
import { startTestServer } from '../testing/server.ts'
import { demoWorkspace } from './demo-workspace.ts'
import { loadDemo } from './load-demo.ts'

const demo = generateDemo()
const { app, db, clock, ask } = await startTestServer()
await Promise.all([loadDemo(app.imports, clock.now), loadDemo(app.imports, clock.now)])

const { text: key } = await createKey({ db, now: clock.now }, demoWorkspace.id, {
  kind: 'secret',
  name: 'Visitor',
  origins: [],
  expiresAt: null,
})
const visit = async (query: string) => {
  const { body } = await ask(query, { key })
  expect(body.errors, query).toBeUndefined()
  return body.data
}
/** Its source was changed after it was translated. */
const lagging = 'firma-ved-siden-av-jobben'
const slugs = (...states: readonly (typeof demoProfiles)[number]['state'][]) =>
  demoProfiles
    .filter(({ state }) => states.includes(state))
    .map(({ slug }) => slug)
    .toSorted()

const counts = async () => {
  const { rows } = await inWorkspace(db, demoWorkspace.id, (tx) =>
    sql<{ [what: string]: number }>`
      select (select count(*) from customer where kind = 'company') as companies,
        (select count(*) from customer where kind = 'person') as contacts, (select count(*) from deal) as deals,
        (select count(*) from profile) as profiles, (select count(*) from profile_revision) as revisions,
        (select count(*) from profile_publication) as publications,
        (select count(*) from scorecard where published_revision is not null) as scorecards,
        (select count(*) from source_record where source = 'support') as support,
        (select count(*) from sales_order) as orders, (select count(*) from customer_cost) as costs,
        (select count(*) from channel_cost) as "channelCosts", (select count(*) from referral) as referrals,
        (select count(*) from ticket) as tickets, (select count(*) from nps_answer) as answers,
        (select count(*) from interaction where record_id is not null) as interactions`.execute(tx),
  )
  return rows[0]
}

test('its contacts have said what they allow, some have withdrawn it, and for some it has run out', async () => {
  const { rows } = await inWorkspace(db, demoWorkspace.id, (tx) =>
    sql<{ purpose: string; standing: string; count: number }>`
      select purpose, standing, count(*) as count from consent_standing group by purpose, standing`.execute(
      tx,
    ),
  )
  const count = (purpose: string, standing: string) =>
    rows.find((row) => row.purpose === purpose && row.standing === standing)?.count ?? 0
  expect(count('profiling', 'given')).toBeGreaterThan(5000)
  expect(count('marketing', 'given')).toBeGreaterThan(2000)
  expect(count('marketing', 'withdrawn')).toBeGreaterThan(200)
  expect(count('marketing', 'expired')).toBeGreaterThan(100)
  const { customers } = await visit('{ customers(kind: PERSON, purpose: "marketing") { totalCount } }')
  expect(customers.totalCount).toBe(count('marketing', 'given'))
})

test('servers that start together load the demo once, duplicates of the support desk joined', async () => {
  const loaded = {
    companies: 2000,
    contacts: 6000,
    deals: 5000,
    profiles: 9,
    revisions: 10,
    publications: 28,
    scorecards: 1,
    support: 60,
    ...Object.fromEntries(
      (['orders', 'costs', 'channelCosts', 'referrals', 'tickets', 'answers'] as const).map((each) => [
        each,
        demo[each].length,
      ]),
    ),
    interactions: 60_000,
  }
  expect(await counts()).toEqual(loaded)
  await loadDemo(app.imports, clock.now)
  expect(await counts()).toEqual(loaded)
})

describe('a visitor of the demo', () => {
  test('reads what is published in four languages, and finds the rest among the drafts', async () => {
    const nodes = 'totalCount nodes { slug publishedLocales }'
    const { read, written } = await visit(
      `{ read: profiles(first: 50) { ${nodes} } written: profiles(first: 50, draft: true) { ${nodes} } }`,
    )
    expect(read.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(slugs('published'))
    for (const { publishedLocales } of read.nodes) expect(publishedLocales).toEqual(['nb', 'sv', 'da', 'en'])
    expect(written.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(
      slugs('published', 'draft', 'scheduled'),
    )
  })

  test('meets the people in a company, whom it is told apart from and what it buys', async () => {
    const { profile } = await visit(`{
      profile(slug: "regnskapsforere-i-vekst", locale: en) {
        personas { slug name } contrasts { slug } products { name }
      }
    }`)
    expect(profile).toEqual({
      personas: [
        { slug: 'ingunn-daglig-leder', name: 'Ingunn, managing director of the accounting firm' },
        { slug: 'farid-oppdragsansvarlig', name: 'Farid, engagement manager' },
      ],
      contrasts: [{ slug: 'sesongsteder' }],
      products: [{ name: 'Kvist Regnskap' }, { name: 'Vik Innsikt' }],
    })
  })

  test('sees what a customer does, and what counts as support', async () => {
    const { customers, interactionTypes } = await visit(`{
      customers(kind: COMPANY, first: 1) { nodes { interactions(first: 3) { nodes { name at } } interactionSummary { name count } } }
      interactionTypes { name label(locale: sv) countsAs }
    }`)
    const [{ interactions, interactionSummary }] = customers.nodes
    expect(interactions.nodes.length).toBeGreaterThan(0)
    expect(interactionSummary[0].count).toBeGreaterThan(0)
    expect(interactionTypes).toContainEqual({
      name: 'Ticket Opened',
      label: 'Ärende skapat',
      countsAs: 'SUPPORT_LOAD',
    })
  })

  test('sees which translations lag behind, and that their readers still have what was translated', async () => {
    const { profiles } = await visit(
      '{ profiles(first: 9, draft: true) { nodes { slug localeStatus { locale status outdated { path } } } } }',
    )
    const statuses: readonly { slug: string; localeStatus: { locale: string; status: string }[] }[] =
      profiles.nodes
    expect(statuses.find(({ slug }) => slug === lagging)?.localeStatus).toEqual([
      { locale: 'nb', status: 'PUBLISHED', outdated: [] },
      ...['sv', 'da', 'en'].map((locale) => ({
        locale,
        status: 'OUTDATED',
        outdated: [{ path: `summary.${locale}` }, { path: `fields.channels.${locale}` }],
      })),
    ])
    for (const { slug, localeStatus } of statuses.filter((each) => each.slug !== lagging)) {
      const status = slugs('published').includes(slug) ? 'PUBLISHED' : 'DRAFT'
      expect(localeStatus, slug).toMatchObject(Array.from({ length: 4 }, () => ({ status })))
    }
    const { nb, sv } = await visit(
      `{ nb: profile(slug: "${lagging}", locale: nb) { revision } sv: profile(slug: "${lagging}", locale: sv) { revision } }`,
    )
    expect([nb.revision, sv.revision]).toEqual([2, 1])
  })

  test('sees what is planned for the next weeks, at a time of day in Norway', async () => {
    const { releases } = await visit('{ releases(state: [PLANNED]) { nodes { at zone items { slug } } } }')
    expect(releases.nodes).toEqual([
      { at: expect.any(String), zone: 'Europe/Oslo', items: [{ slug: slugs('scheduled')[0] }] },
    ])
    expect(new Date(releases.nodes[0].at).getTime()).toBeGreaterThan(clock.now.getTime())
  })

  test('finds that the best are sent by others and cheap to serve, and the given up cost more than they bring', async () => {
    const { bestCustomers, worst, won } = await visit(`{
      bestCustomers(first: 10, mix: { margin: 1 }) { metrics { margin serviceCost } }
      worst: customers(first: 1, where: { all: [{ is: { field: { attribute: "industry" }, value: { text: "hospitality" } } }, { lessThan: { field: { metric: "margin" }, value: { number: 0 } } }] }) { totalCount }
      won: customers(first: 1, where: { all: [{ is: { field: { attribute: "industry" }, value: { text: "hospitality" } } }, { moreThan: { field: { metric: "margin" }, value: { number: 0 } } }] }) { totalCount }
    }`)
    expect(worst.totalCount).toBeGreaterThan(3 * won.totalCount)
    for (const { metrics } of bestCustomers)
      expect(metrics.serviceCost ?? 0).toBeLessThan(metrics.margin / 10)
    const { channelCosts } = await visit('{ channelCosts { amount allocated unallocated } }')
    expect(channelCosts).toHaveLength(192)
    for (const { amount, allocated, unallocated } of channelCosts) {
      expect(allocated + unallocated).toBeCloseTo(amount, 6)
      expect([0, amount]).toContain(allocated)
    }
  })

  test('gets an answer from every query that GraphiQL opens with', async () => {
    const queries = parse(exampleOperations).definitions.filter(
      (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === 'query',
    )
    expect(queries.length).toBeGreaterThan(5)
    for (const query of queries) {
      const data = await visit(print(query))
      for (const [field, found] of Object.entries<{ nodes?: unknown[] } | null>(data)) {
        expect(found, field).not.toBeNull()
        expect(found?.nodes ?? [found], field).not.toEqual([])
      }
    }
  })
})
