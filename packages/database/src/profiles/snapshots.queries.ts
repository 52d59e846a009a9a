import { hash } from 'node:crypto'
import type { Locale } from '@profilkort/domain/locales/locale'
import { plainLetters } from '@profilkort/domain/plain-letters'
import type { Visibility } from '@profilkort/domain/profiles/profile'
import type { ProfileReading } from '@profilkort/domain/profiles/read'
import { sql } from 'kysely'
import type { Database, Tx } from '../connect.ts'

/** Whom a snapshot is for; `draft` is the newest revision, for those who may see drafts. */
export type Audience = Visibility | 'draft'

/** The form of a reading that this program writes; snapshots of an older form are computed anew. */
export const snapshotVersion = 2

/** A reading as it is delivered: its JSON and what names exactly that text. */
export interface SnapshotRow {
  readonly profileId: string
  readonly slug: string
  readonly body: string
  readonly etag: string
}

/** A reading that is to be kept. */
export interface NewSnapshot {
  readonly audience: Audience
  readonly reading: ProfileReading
  readonly at: Date
}

/**
 * The readings of profiles by their slugs, each in the first locale of the chain that it is published in: one prepared
 * statement that names its workspace itself, so that row-level security holds without a transaction around it.
 */
export async function findSnapshots(
  db: Database,
  workspaceId: string,
  audience: Audience,
  slugs: readonly string[],
  chain: readonly Locale[],
): Promise<readonly SnapshotRow[]> {
  const { rows } = await db.pool.query<SnapshotRow>({
    name: 'findSnapshots',
    text: `-- findSnapshots
      with seen as materialized (select set_config('profilkort.workspace', $1, true)::uuid as workspace_id)
      select found.* from seen cross join lateral (
        select distinct on (slug) profile_id as "profileId", slug, body, etag
        from profile_snapshot
        where workspace_id = seen.workspace_id and audience = $2 and slug = any($3) and locale = any($4)
        order by slug, array_position($4, locale)) as found`,
    values: [workspaceId, audience, slugs, chain],
  })
  return rows
}

/** Puts readings in place of those kept before; one that reads the same is left as it is, and nobody is told. */
export async function saveSnapshots(
  tx: Tx,
  workspaceId: string,
  snapshots: readonly NewSnapshot[],
): Promise<void> {
  if (snapshots.length === 0) return
  const rows = snapshots.map(({ audience, reading, at }) => {
    const body = JSON.stringify(reading)
    const texts = textsOf(reading)
    return {
      audience,
      locale: reading.resolvedLocale,
      profile_id: reading.id,
      revision: reading.revision,
      slug: reading.slug,
      kind: reading.kind,
      template_key: reading.template,
      name: reading.name,
      products: reading.products.map(({ key }) => key),
      at: at.toISOString(),
      texts,
      words: wordsOf(reading),
      plain: plainLetters(wordsOf(reading)),
      body,
      etag: hash('sha256', body, 'base64url').slice(0, 22),
      version: snapshotVersion,
    }
  })
  await sql`-- saveSnapshots
    insert into profile_snapshot (workspace_id, audience, locale, profile_id, revision, slug, kind, template_key, name,
      products, at, texts, search, words, body, etag, version)
    select ${workspaceId}::uuid, audience, locale, profile_id, revision, slug, kind, template_key, name, products, at,
      texts, to_tsvector(search_language(locale), words), plain, body, etag, version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (audience text, locale text, profile_id uuid,
      revision integer, slug text, kind text, template_key text, name text, products text[], at timestamptz,
      texts jsonb, words text, plain text, body text, etag text, version smallint)
    on conflict (workspace_id, audience, locale, profile_id) do update set
      revision = excluded.revision, slug = excluded.slug, kind = excluded.kind, template_key = excluded.template_key,
      name = excluded.name, products = excluded.products, at = excluded.at, texts = excluded.texts,
      search = excluded.search, words = excluded.words, body = excluded.body, etag = excluded.etag,
      version = excluded.version
    where profile_snapshot.etag <> excluded.etag or profile_snapshot.version <> excluded.version`.execute(tx)
}

/** Takes away the readings of a profile in audiences other than `draft`, but for the locales that are kept. */
export async function dropSnapshots(
  tx: Tx,
  workspaceId: string,
  profileId: string,
  kept: readonly Locale[],
): Promise<void> {
  await sql`-- dropSnapshots
    delete from profile_snapshot
    where workspace_id = ${workspaceId} and profile_id = ${profileId} and audience <> 'draft'
      and locale <> all(${[...kept]}::text[])`.execute(tx)
}

/** The profiles whose kept drafts are not of the newest revision. */
export async function findStaleDrafts(tx: Tx, workspaceId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`-- findStaleDrafts
    select id from profile
    where workspace_id = ${workspaceId} and not exists (
      select from profile_snapshot as kept
      where kept.workspace_id = profile.workspace_id and kept.profile_id = profile.id and kept.audience = 'draft'
        and kept.revision = profile.revision and kept.version = ${snapshotVersion})`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Takes away the kept drafts of profiles, before they are written anew. */
export async function dropDrafts(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<void> {
  await sql`-- dropDrafts
    delete from profile_snapshot
    where workspace_id = ${workspaceId} and profile_id = any(${[...ids]}::uuid[]) and audience = 'draft'`.execute(
    tx,
  )
}

/** The published profiles of the workspace whose readings are missing, or of another program's form. */
export async function findStalePublished(tx: Tx, workspaceId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`-- findStalePublished
    select distinct profile_id as id from profile_publication as published
    where workspace_id = ${workspaceId} and not exists (
      select from profile_snapshot as kept
      where kept.workspace_id = published.workspace_id and kept.profile_id = published.profile_id
        and kept.audience = 'public' and kept.locale = published.locale and kept.version = ${snapshotVersion})`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** The profiles whose published revision points at this one. */
export async function findPointingAt(tx: Tx, workspaceId: string, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`-- findPointingAt
    select distinct published.profile_id as id from profile_publication as published
    join profile_revision as revision using (workspace_id, profile_id, revision)
    where workspace_id = ${workspaceId}
      and (revision.content #> '{links,personas}' ? ${id} or revision.content #> '{links,contrasts}' ? ${id})`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/** The plain texts of a reading's fields by their keys. */
function textsOf({ sections }: ProfileReading): { readonly [key: string]: string } {
  return Object.fromEntries(
    sections.flatMap(({ fields }) =>
      fields.map((field) => [field.key, field.text ?? field.items?.join('\n') ?? field.link?.label ?? '']),
    ),
  )
}

/** All words of a reading, as its reader sees them. */
function wordsOf(reading: ProfileReading): string {
  return [
    reading.name,
    reading.summary,
    reading.quote,
    ...reading.traits.flatMap(({ label, words }) => [label, words]),
    ...Object.values(textsOf(reading)),
    ...reading.products.map(({ name }) => name),
  ]
    .filter((text) => text !== null && text !== '')
    .join('\n')
}
