import { inWorkspace } from '@profilkort/database/connect'
import { demoProfiles } from '@profilkort/demo/profiles'
import { Kind, parse, print } from 'graphql'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { exampleOperations } from '../http/example-operations.ts'
import { createKey } from '../keys/create-key.ts'
import { startTestServer } from '../testing/server.ts'
import { demoWorkspace } from './demo-workspace.ts'
import { loadDemo } from './load-demo.ts'

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
        (select count(*) from source_record where source = 'support') as support`.execute(tx),
  )
  return rows[0]
}

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
