import { createHash } from 'node:crypto'
import { inWorkspace } from '@profilkort/database/connect'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readGlobalId } from '../graphql/global-id.ts'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { pageOrigin, startTestServer } from '../testing/server.ts'
import { refreshPublished } from './snapshots.ts'

const { ask, url, db, workspace, makeWorkspace } = await startTestServer({ keepsAnswers: false })
const editor = profileEditor(ask)

const hidden = 'HEMMELIG'
const words = ['Vekst', 'regnskap', 'kunde', hidden, 'budsjett', 'a', '%', '']

/** Queries as a page's author would write them, on anything a list can be asked by. */
const queries = fc.record({
  field: fc.constantFrom('profiles', 'one'),
  slug: fc.constantFrom('a', 'b', 'c', 'kladd', 'fremmed'),
  args: fc
    .record(
      {
        first: fc.integer({ min: 1, max: 5 }).map(String),
        search: fc.constantFrom(...words).map((word) => JSON.stringify(word)),
        locale: fc.constantFrom('nb', 'sv', 'da', 'en'),
        where: where(2),
        sort: fc
          .tuple(fc.constantFrom('NAME', 'SLUG', 'DATE'), fc.constantFrom('ASCENDING', 'DESCENDING'))
          .map(([by, direction]) => `{ by: ${by}, direction: ${direction} }`),
      },
      { requiredKeys: [] },
    )
    .map((given) => Object.entries(given).map(([name, value]) => `${name}: ${value}`)),
  alias: fc.boolean(),
  fragment: fc.boolean(),
  count: fc.boolean(),
  facets: fc.boolean(),
})

function where(depth: number): fc.Arbitrary<string> {
  const leaf = fc.oneof(
    fc.constantFrom('IDEAL_CUSTOMER_PROFILE', 'PERSONA', 'ANTI_PROFILE').map((kind) => `{ kind: [${kind}] }`),
    fc.constantFrom(...words).map((word) => `{ name: ${JSON.stringify(word)} }`),
    fc
      .tuple(
        fc.constantFrom('budget', 'finances', 'location', 'warningSigns', 'goals'),
        fc.constantFrom(...words),
      )
      .map(([key, word]) => `{ field: { key: "${key}", contains: ${JSON.stringify(word)} } }`),
    fc.constantFrom('basic', 'icpScorecard').map((key) => `{ template: ["${key}"] }`),
    fc.constantFrom('a', 'kladd', 'fremmed').map((slug) => `{ slug: ["${slug}"] }`),
  )
  if (depth === 0) return leaf
  const inner = where(depth - 1)
  return fc.oneof(
    leaf,
    fc
      .tuple(fc.constantFrom('all', 'any'), fc.array(inner, { maxLength: 3 }))
      .map(([kind, each]) => `{ ${kind}: [${each.join(', ')}] }`),
    inner.map((each) => `{ not: ${each} }`),
  )
}

const all = `id slug kind template revision publishedAt publishedLocales resolvedLocale name summary quote
  traits { key label words rule } sections { key title fields { key label text items } }
  personas { slug name } contrasts { slug name } products { key name }
  latestRevision savedAt savedBy archivedAt content keptFields waitingLinks
  localeStatus { locale status completeness } revisions { nodes { revision } }`

function documentOf(query: typeof queries extends fc.Arbitrary<infer Query> ? Query : never): string {
  const fields = query.fragment ? '...Seen' : all
  const fragment = query.fragment ? ` fragment Seen on Profile { ${all} }` : ''
  const alias = query.alias ? 'other: ' : ''
  if (query.field === 'one')
    return `query { ${alias}profile(slug: "${query.slug}") { ${fields} } }${fragment}`
  const args = query.args.length === 0 ? '' : `(${query.args.join(', ')})`
  const more = `${query.count ? 'totalCount ' : ''}${query.facets ? 'facets { facet value count } ' : ''}`
  return `query { ${alias}profiles${args} { ${more}edges { cursor } pageInfo { endCursor hasNextPage } nodes { ${fields} } } }${fragment}`
}

async function answerTo(text: string): Promise<string> {
  const documentId = `sha256:${createHash('sha256').update(text).digest('hex')}`
  const response = await fetch(`${url}/graphql?${new URLSearchParams({ documentId }).toString()}`, {
    headers: {
      authorization: `Bearer ${workspace.publishableKey}`,
      origin: pageOrigin,
      'apollo-require-preflight': '1',
    },
  })
  return `${response.status} ${response.headers.get('etag')} ${await response.text()}`
}

async function register(text: string): Promise<void> {
  const { body } = await ask(
    'mutation ($text: String!) { trustedDocumentRegister(text: $text, name: "x") { __typename ... on Problem { message } } }',
    { variables: { text } },
  )
  expect(body.data?.trustedDocumentRegister.__typename, JSON.stringify(body)).toBe(
    'TrustedDocumentRegisterSuccess',
  )
}

test('what a page may not read changes no byte of a thousand answers', async () => {
  const scorecardProfile = (slug: string) =>
    basicProfile(slug, {
      template: 'icpScorecard',
      summary: { nb: 'Kunder i vekst', en: 'Growing' },
      fields: [
        { key: 'location', text: { nb: 'Bergen' } },
        { key: 'budget', text: { nb: 'Legges i oktober' } },
      ],
    })
  const ids: string[] = []
  for (const slug of ['a', 'b', 'c']) {
    const { profile } = await editor.create(scorecardProfile(slug))
    await editor.publish(profile.id, 1)
    ids.push(readGlobalId(profile.id)?.id ?? '')
  }
  const texts = [...new Set(fc.sample(queries, { numRuns: 2500, seed: 20261123 }).map(documentOf))].slice(
    0,
    1000,
  )
  expect(texts).toHaveLength(1000)
  for (const text of texts) await register(text)
  const before = new Map<string, string>()
  for (const text of texts) before.set(text, await answerTo(text))
  expect([...before.values()].filter((answer) => answer.startsWith('200')).length).toBe(1000)

  // The same published public content; all the rest is another.
  await inWorkspace(db, workspace.id, async (tx) => {
    await sql`update profile_revision set content = jsonb_set(content, '{fields,budget}',
      ${JSON.stringify({ kind: 'text', text: { nb: `${hidden} regnskap kunde` } })}::jsonb)`.execute(tx)
    await sql`update profile_revision set content = jsonb_set(content, '{fields,warningSigns}',
      ${JSON.stringify({ kind: 'list', items: { nb: [hidden, 'budsjett'] } })}::jsonb)`.execute(tx)
    await refreshPublished(tx, workspace.id, ids)
  })
  await editor.update((await ask('{ profile(slug: "b") { id } }')).body.data.profile.id, 1, {
    name: { nb: hidden, sv: 'Utkast' },
  })
  await editor.create(basicProfile('kladd', { kind: 'ANTI_PROFILE', name: { nb: `${hidden} Vekst` } }))
  const other = await makeWorkspace()
  const foreign = await editor.create(basicProfile('fremmed', { name: { nb: 'Vekst' } }), {
    key: other.secretKey,
  })
  await editor.publish(foreign.profile.id, 1, {}, { key: other.secretKey })
  const seen = await ask('{ profile(slug: "a") { sections { fields { text } } } }')
  expect(JSON.stringify(seen.body)).toContain(hidden)

  for (const text of texts) expect(await answerTo(text), text).toBe(before.get(text))
}, 180_000)
