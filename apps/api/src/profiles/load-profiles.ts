import { findProfiles, type ProfileRow } from '@profilkort/database/profiles/profiles.queries'
import type { Locale, LocaleChain } from '@profilkort/domain/locales/locale'
import type { ProfileReading } from '@profilkort/domain/profiles/read'
import { withinLocales } from '@profilkort/domain/profiles/within-locales'
import DataLoader from 'dataloader'
import { type Context, insider } from '../graphql/context.ts'
import { localeChain } from '../graphql/locales.schema.ts'
import { perRequest } from '../graphql/per-request.ts'
import { readSnapshots } from './read-snapshots.ts'
import { readDraft, readTerms } from './read-terms.ts'
import { type Reader, readerOf } from './reader.ts'

/** A profile's row, for what its editors see beside its texts; those asked for together are read together. */
export function loadRow(context: Context, id: string): Promise<ProfileRow | undefined> {
  return loaderOf(context).load(id)
}

/** Has what was just read or saved at hand for the rest of the request. */
export function rememberRow(context: Context, row: ProfileRow): void {
  loaderOf(context).clear(row.id).prime(row.id, row)
}

const loaderOf = perRequest(
  (context: Context) =>
    new DataLoader<string, ProfileRow | undefined>(async (ids) => {
      const rows = await context.read((tx, workspaceId) => findProfiles(tx, workspaceId, ids))
      const byId = new Map(rows.map((row) => [row.id, row]))
      return ids.map((each) => byId.get(each))
    }),
)

/** Published profiles as the viewer reads them, by slug. */
export async function loadPublished(
  context: Context,
  slugs: readonly string[],
  locale: Locale | null | undefined,
): Promise<readonly ProfileReading[]> {
  const reader: Reader = await readerOf(context, insider(context.viewer).workspaceId, locale)
  const rows = await readSnapshots(context.db, reader, slugs)
  for (const row of rows) context.surrogateKeys.add(`profile-${row.slug}`)
  return rows.map((row) => withinLocales(parseReading(row), reader.allowed))
}

/** The newest revisions of profiles, in the first language of the chain that each is named in. */
export async function loadDrafts(
  context: Context,
  find: (...parts: Parameters<Parameters<Context['read']>[0]>) => Promise<readonly ProfileRow[]>,
  locale: Locale | null | undefined,
): Promise<readonly ProfileReading[]> {
  const chain = await localeChain(context, locale)
  const known = { catalogue: await context.catalogue(), locales: (await context.workspace()).locales }
  return context.read(async (tx, workspaceId) => {
    const rows = await find(tx, workspaceId)
    for (const row of rows) rememberRow(context, row)
    const terms = await readTerms(tx, workspaceId, rows, known)
    return rows.map((row) => readDraft(row, terms, firstWritten(row, chain)))
  })
}

const parsed = new WeakMap<object, ProfileReading>()

/** The reading in a snapshot's JSON; one row that several ask for at once is parsed once. */
export function parseReading(row: { readonly body: string }): ProfileReading {
  const known = parsed.get(row)
  if (known !== undefined) return known
  const reading = JSON.parse(row.body) as ProfileReading
  parsed.set(row, reading)
  return reading
}

/** The first language of the chain that a profile is named in. */
export function firstWritten({ content }: ProfileRow, chain: LocaleChain): Locale {
  return chain.find((each) => (content.name[each] ?? '').trim() !== '') ?? chain[0]
}
