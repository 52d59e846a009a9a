import type { Locale } from '@profilkort/domain/locales/locale'
import { plainLetters } from '@profilkort/domain/plain-letters'
import type { ProfileKind } from '@profilkort/domain/profiles/profile'
import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Database } from '../connect.ts'
import type { Audience, SnapshotRow } from './snapshots.queries.ts'

/** A test on what a reader sees of a profile; there is none on what the reader does not. */
export type ProfileTest =
  | { readonly kind: 'all' | 'any'; readonly tests: readonly ProfileTest[] }
  | { readonly kind: 'not'; readonly test: ProfileTest }
  | { readonly kind: 'kinds'; readonly kinds: readonly ProfileKind[] }
  | { readonly kind: 'slugs' | 'templates' | 'products'; readonly keys: readonly string[] }
  | { readonly kind: 'name'; readonly contains: string }
  | { readonly kind: 'field'; readonly key: string; readonly contains: string }
  | { readonly kind: 'since' | 'before'; readonly at: Date }

export const profileSorts = ['name', 'slug', 'date', 'relevance'] as const
export type ProfileSort = (typeof profileSorts)[number]

/** Which profiles, as one reader sees them. */
export interface ProfileQuestion {
  readonly workspaceId: string
  readonly audience: Audience
  /** The languages to read in, best first. */
  readonly chain: readonly Locale[]
  readonly where?: ProfileTest | undefined
  readonly search?: string | undefined
  /** Of drafts: those in the archive rather than those that are not. */
  readonly archived?: boolean | undefined
}

/** A place in a sorted list: what it is sorted by, then the profile's id. */
export type ProfilePlace = readonly [value: string | number, id: string]

export interface ProfilePage {
  readonly by: ProfileSort
  readonly descending: boolean
  readonly limit: number
  readonly after: ProfilePlace | undefined
  readonly before: ProfilePlace | undefined
  readonly fromEnd: boolean
}

export type ListedProfile = SnapshotRow & { readonly place: string | number }

/** One row more than the page's limit where there are more. Drafts have to be up to date before they are listed. */
export async function listReadings(
  db: Database,
  question: ProfileQuestion,
  page: ProfilePage,
): Promise<readonly ListedProfile[]> {
  const value = sortValue(page.by, question)
  const order = page.descending === page.fromEnd ? sql`asc` : sql`desc`
  const past = (place: ProfilePlace, isAfter: boolean) => {
    const sign = isAfter === page.descending ? sql`<` : sql`>`
    return sql`(${value}, profile_id) ${sign} (${castPlace(place[0], page.by)}, ${place[1]}::uuid)`
  }
  // Bodies are read of those alone that are on the page.
  const place = page.by === 'name' ? sql`place collate ${sql.ref(collationOf(question))}` : sql`place`
  const query = sql<ListedProfile>`-- listReadings
    ${readable(question)},
    picked as materialized (
      select workspace_id, audience, locale, profile_id, ${value} as place from readable
      where ${matches(question)}
        ${page.after ? sql`and ${past(page.after, true)}` : sql``}
        ${page.before ? sql`and ${past(page.before, false)}` : sql``}
      order by ${value} ${order}, profile_id ${order}
      limit ${page.limit + 1})
    select profile_id as "profileId", slug, body, etag, place from picked
    join profile_snapshot using (workspace_id, audience, locale, profile_id)
    order by ${place} ${order}, profile_id ${order}`
  const rows = await run<ListedProfile>(db, query.compile(db), isPlain(question))
  return page.fromEnd ? rows.toReversed() : rows
}

export async function countReadings(db: Database, question: ProfileQuestion): Promise<number> {
  const query = sql<{ count: number }>`-- countReadings
    ${readable(question)} select count(*)::integer as count from readable where ${matches(question)}`
  const [row] = await run<{ count: number }>(db, query.compile(db))
  return row?.count ?? 0
}

/** How many of the profiles are of each value. */
export interface FacetRow {
  readonly facet: 'kind' | 'template' | 'product'
  readonly value: string
  readonly count: number
}

/** The values among the profiles asked for, those of most profiles first. */
export function facetReadings(db: Database, question: ProfileQuestion): Promise<readonly FacetRow[]> {
  const query = sql<FacetRow>`-- facetReadings
    ${readable(question)}, matching as materialized (select * from readable where ${matches(question)}),
    valued as (
      select 'kind' as facet, kind as value from matching
      union all select 'template', template_key from matching
      union all select 'product', unnest(products) from matching)
    select facet, value, count(*)::integer as count from valued group by facet, value order by facet, count desc, value`
  return run(db, query.compile(db))
}

/** The one snapshot of each profile that the reader sees: in the first locale of the chain there is. */
function readable({ workspaceId, audience, chain, archived = false }: ProfileQuestion): RawBuilder<unknown> {
  const notArchived =
    audience === 'draft'
      ? sql`and exists (select from profile where profile.workspace_id = kept.workspace_id
          and profile.id = kept.profile_id and (profile.archived_at is not null) = ${archived})`
      : sql``
  return sql`with seen as materialized (
      select set_config('profilkort.workspace', ${workspaceId}, true)::uuid as workspace_id),
    readable as (
      select one.* from seen cross join lateral (
        select distinct on (profile_id) * from profile_snapshot as kept
        where kept.workspace_id = seen.workspace_id and audience = ${audience} and locale = any(${[...chain]}::text[])
          ${notArchived}
        order by profile_id, array_position(${[...chain]}::text[], locale)) as one)`
}

function matches(question: ProfileQuestion): RawBuilder<unknown> {
  const { where, search } = question
  const tests = [...(where ? [toSql(where)] : []), ...(search ? [found(question, search)] : [])]
  return tests.length === 0 ? sql`true` : sql`(${sql.join(tests, sql` and `)})`
}

function toSql(test: ProfileTest): RawBuilder<unknown> {
  switch (test.kind) {
    case 'all':
      return test.tests.length === 0 ? sql`true` : sql`(${sql.join(test.tests.map(toSql), sql` and `)})`
    case 'any':
      return test.tests.length === 0 ? sql`false` : sql`(${sql.join(test.tests.map(toSql), sql` or `)})`
    case 'not':
      return sql`(not ${toSql(test.test)})`
    case 'kinds':
      return sql`kind = any(${[...test.kinds]}::text[])`
    case 'slugs':
      return sql`slug = any(${[...test.keys]}::text[])`
    case 'templates':
      return sql`template_key = any(${[...test.keys]}::text[])`
    case 'products':
      return sql`products && ${[...test.keys]}::text[]`
    case 'name':
      return sql`position(lower(${test.contains}) in lower(name)) > 0`
    case 'field':
      return sql`position(lower(${test.contains}) in lower(coalesce(texts ->> ${test.key}, ''))) > 0`
    case 'since':
      return sql`at >= ${test.at}`
    case 'before':
      return sql`at < ${test.at}`
  }
}

/** Found by the words of any language the reader may read in, or by likeness where they are misspelt. */
function found(question: ProfileQuestion, search: string): RawBuilder<unknown> {
  return sql`exists (select from profile_snapshot as worded
    where worded.workspace_id = readable.workspace_id and worded.profile_id = readable.profile_id
      and worded.audience = ${question.audience} and worded.locale = any(${[...question.chain]}::text[])
      and (worded.search @@ websearch_to_tsquery(search_language(worded.locale), ${search})
        or word_similarity(${plainLetters(search)}, worded.words) >= ${likeness.part}
        or strict_word_similarity(${plainLetters(search)}, worded.words) >= ${likeness.word}))`
}

/** How many of a misspelt word's three-letter pieces have to be found in a row, or among those of one whole word, 0-1. */
const likeness = { part: 0.5, word: 0.3 }

function sortValue(by: ProfileSort, question: ProfileQuestion): RawBuilder<unknown> {
  switch (by) {
    case 'name':
      return sql`(name collate ${sql.ref(collationOf(question))})`
    case 'slug':
      return sql`slug`
    case 'date':
      return sql`(extract(epoch from at)::float8)`
    case 'relevance':
      return relevance(question)
  }
}

function castPlace(value: string | number, by: ProfileSort): RawBuilder<unknown> {
  return by === 'date' || by === 'relevance' ? sql`${value}::float8` : sql`${value}::text`
}

/** How well the best of the reader's languages answers the search. */
function relevance({ search = '', audience, chain }: ProfileQuestion): RawBuilder<unknown> {
  return sql`(select coalesce(max(ts_rank(worded.search, websearch_to_tsquery(search_language(worded.locale), ${search}))
      + word_similarity(${plainLetters(search)}, worded.words)), 0)::float8 from profile_snapshot as worded
    where worded.workspace_id = readable.workspace_id and worded.profile_id = readable.profile_id
      and worded.audience = ${audience} and worded.locale = any(${[...chain]}::text[]))`
}

const collations: { readonly [L in Locale]: string } = {
  nb: 'nb-NO-x-icu',
  sv: 'sv-SE-x-icu',
  da: 'da-DK-x-icu',
  en: 'en-US-x-icu',
}

function collationOf({ chain }: ProfileQuestion): string {
  return collations[chain[0] ?? 'en']
}

function isPlain({ where, search }: ProfileQuestion): boolean {
  return where === undefined && search === undefined
}

/** Runs a statement that names its workspace itself. One of a fixed form is prepared under a name of its text. */
async function run<Row>(db: Database, query: CompiledQuery, prepared = false): Promise<readonly Row[]> {
  const { rows } = await db.pool.query<Row & object>({
    ...(prepared ? { name: nameOf(query.sql) } : {}),
    text: query.sql,
    values: [...query.parameters],
  })
  return rows
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `listReadings ${names.size}`
  names.set(text, name)
  return name
}
