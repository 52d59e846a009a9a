import { randomUUID } from 'node:crypto'
import type { Locale } from '@profilkort/domain/locales/locale'
import { emptyContent } from '@profilkort/domain/profiles/profile'
import type { ProfileReading } from '@profilkort/domain/profiles/read'
import { describe, expect, test } from 'vitest'
import { inWorkspace } from '../connect.ts'
import { testDatabase } from '../testing/database.ts'
import { insertWorkspace } from '../workspaces/workspaces.queries.ts'
import {
  countReadings,
  facetReadings,
  listReadings,
  type ProfileQuestion,
  type ProfileTest,
} from './profile-list.queries.ts'
import { insertProfile } from './profiles.queries.ts'
import { findSnapshots, saveSnapshots } from './snapshots.queries.ts'

const db = await testDatabase()
const workspaceId = randomUUID()
const others = randomUUID()
const typing = randomUUID()
const at = new Date('2026-11-01T00:00:00Z')

interface Written {
  readonly slug: string
  readonly names: { readonly [L in Locale]?: string }
  readonly text?: string
  readonly products?: readonly string[]
  readonly kind?: ProfileReading['kind']
}

/** Keeps readings of a profile in the languages it has a name in, for the public. */
async function keep(workspace: string, written: Written): Promise<void> {
  const id = randomUUID()
  const kind = written.kind ?? 'idealCustomerProfile'
  await inWorkspace(db, workspace, async (tx) => {
    const profile = {
      id,
      slug: written.slug,
      kind,
      templateKey: 'basic',
      content: emptyContent,
      marks: {},
      by: 'x',
    }
    await insertProfile(tx, workspace, profile)
    const readings = Object.entries(written.names).map(
      ([locale, name]): ProfileReading => ({
        id,
        slug: written.slug,
        kind,
        template: 'basic',
        revision: 1,
        publishedAt: at.toISOString(),
        publishedLocales: [],
        resolvedLocale: locale as Locale,
        name,
        summary: null,
        quote: null,
        picture: null,
        traits: [],
        sections: [
          {
            key: 's',
            title: 'S',
            fields: [
              {
                key: 'goals',
                label: 'G',
                kind: 'longText',
                text: written.text ?? null,
                items: null,
                picture: null,
                link: null,
              },
            ],
          },
        ],
        personas: [],
        contrasts: [],
        products: (written.products ?? []).map((key) => ({ key, name: key })),
      }),
    )
    await saveSnapshots(
      tx,
      workspace,
      readings.map((reading) => ({ audience: 'public' as const, reading, at })),
    )
  })
}

for (const id of [workspaceId, others, typing]) {
  await inWorkspace(db, id, (tx) =>
    insertWorkspace(tx, { id, slug: `w-${id}`, name: 'W', currency: 'NOK', locales: ['nb', 'sv', 'en'] }),
  )
}
await keep(workspaceId, {
  slug: 'akerbruk',
  names: { nb: 'Åkerbruk', sv: 'Åkerbruk', en: 'Farming' },
  text: 'Bonden selger kornet om høsten',
  products: ['a'],
})
await keep(workspaceId, {
  slug: 'arkitekter',
  names: { nb: 'Arkitekter' },
  text: 'Tegner hus',
  products: ['a', 'b'],
})
await keep(workspaceId, {
  slug: 'zoologer',
  names: { nb: 'Zoologer', en: 'Zoologists' },
  text: 'Regnskapsførere for dyr',
  kind: 'persona',
})
await keep(others, { slug: 'fremmed', names: { nb: 'Fremmed bonde' }, text: 'Bonden' })

await keep(typing, {
  slug: 'bookkeepers',
  names: {
    nb: 'Regnskapsførere for små bedrifter',
    sv: 'Redovisningskonsulter åt småföretagare',
    da: 'Bogholdere og lønbogholdere',
    en: 'Bookkeepers of small businesses',
  },
})

const chain = ['nb', 'sv', 'da', 'en'] as const
const question: ProfileQuestion = { workspaceId, audience: 'public', chain: ['nb', 'sv', 'en'] }
const page = {
  by: 'slug',
  descending: false,
  limit: 10,
  after: undefined,
  before: undefined,
  fromEnd: false,
} as const
const slugs = async (more: Partial<ProfileQuestion> = {}, how: Partial<typeof page> | object = {}) =>
  (await listReadings(db, { ...question, ...more }, { ...page, ...how })).map(({ slug }) => slug)

describe('the list of profiles', () => {
  test('holds those of the workspace, each once, in the first language it is published in', async () => {
    expect(await slugs()).toEqual(['akerbruk', 'arkitekter', 'zoologer'])
    const [first, second] = await listReadings(db, { ...question, chain: ['en', 'nb'] }, page)
    expect([first, second].map((row) => (JSON.parse(row?.body ?? '') as ProfileReading).name)).toEqual([
      'Farming',
      'Arkitekter',
    ])
  })

  test('is sorted as the language sorts, both ways, and read on from any place', async () => {
    expect(await slugs({}, { by: 'name' })).toEqual(['arkitekter', 'zoologer', 'akerbruk'])
    expect(await slugs({}, { by: 'name', descending: true })).toEqual(['akerbruk', 'zoologer', 'arkitekter'])
    const [first] = await listReadings(db, question, { ...page, by: 'name', limit: 1 })
    const after = [first?.place ?? '', first?.profileId ?? ''] as const
    expect(await slugs({}, { by: 'name', after })).toEqual(['zoologer', 'akerbruk'])
    expect(await slugs({}, { by: 'name', before: after, fromEnd: true })).toEqual([])
  })

  test.each<[string, ProfileTest, string[]]>([
    ['kind', { kind: 'kinds', kinds: ['persona'] }, ['zoologer']],
    ['nothing for an empty list', { kind: 'kinds', kinds: [] }, []],
    ['product', { kind: 'products', keys: ['b'] }, ['arkitekter']],
    ['words of a field', { kind: 'field', key: 'goals', contains: 'TEGNER' }, ['arkitekter']],
    ['a field that is not there', { kind: 'field', key: 'secret', contains: 'x' }, []],
    ['not', { kind: 'not', test: { kind: 'name', contains: 'o' } }, ['akerbruk', 'arkitekter']],
    [
      'any and all',
      {
        kind: 'all',
        tests: [
          { kind: 'any', tests: [{ kind: 'slugs', keys: ['zoologer', 'akerbruk'] }] },
          { kind: 'since', at },
        ],
      },
      ['akerbruk', 'zoologer'],
    ],
    ['any of nothing', { kind: 'any', tests: [] }, []],
  ])('is filtered by %s', async (_what, where, expected) => {
    expect(await slugs({ where })).toEqual(expected)
    expect(await countReadings(db, { ...question, where })).toBe(expected.length)
  })

  test('is searched in all languages by stem, and by likeness where a word is misspelt', async () => {
    expect(await slugs({ search: 'bønder' })).toEqual(['akerbruk'])
    expect(await slugs({ search: 'selge korn' })).toEqual(['akerbruk'])
    expect(await slugs({ search: 'zoologist' })).toEqual(['zoologer'])
    expect(await slugs({ search: 'regnskapsføere' })).toEqual(['zoologer'])
    expect(await slugs({ search: 'bonden' }, { by: 'relevance', descending: true })).toEqual(['akerbruk'])
  })

  test.each([
    ['nb', 'regnskapsførerne regnskapsforer rengskapsfører regnskapsføre'],
    ['sv', 'redovisningskonsulterna redovisningskonsullt redovisnigskonsult småföretagare smaforetagare'],
    ['da', 'bogholderne bogholdre boghloder bogholer lønbogholder lonbogholder'],
    ['en', 'bookkeeping bookeeper bookkeper bokkeeper'],
  ])('is searched in %s by other endings, other letters and misspelt words: %s', async (_locale, words) => {
    for (const search of words.split(' ')) {
      expect(await slugs({ workspaceId: typing, chain, search }), search).toContain('bookkeepers')
    }
    for (const search of ['traktor', 'xylofon', 'husvagn', 'cykelhandler', 'hotel'])
      expect(await slugs({ workspaceId: typing, chain, search }), search).toEqual([])
  })

  test('is counted by kind, template and product', async () => {
    expect(await facetReadings(db, question)).toEqual([
      { facet: 'kind', value: 'idealCustomerProfile', count: 2 },
      { facet: 'kind', value: 'persona', count: 1 },
      { facet: 'product', value: 'a', count: 2 },
      { facet: 'product', value: 'b', count: 1 },
      { facet: 'template', value: 'basic', count: 3 },
    ])
  })

  test('and one profile by its slug never show another workspace, audience or language', async () => {
    const find = (slug: string, audience: 'public' | 'internal', chain: readonly Locale[]) =>
      findSnapshots(db, workspaceId, audience, [slug], chain)
    expect(await find('akerbruk', 'public', ['sv'])).toHaveLength(1)
    expect(await find('fremmed', 'public', ['nb'])).toEqual([])
    expect(await find('akerbruk', 'internal', ['nb'])).toEqual([])
    expect(await find('arkitekter', 'public', ['sv', 'en'])).toEqual([])
  })
})
