import type { Locale } from '@profilkort/domain/locales/locale'
import type { Marks } from '@profilkort/domain/profiles/marks'
import type { ProfileContent, ProfileKind } from '@profilkort/domain/profiles/profile'
import { sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Tx } from '../connect.ts'
import { instant } from '../instant.ts'

/** Which revision readers of one locale see. `publishedAt` is an ISO instant. */
export interface Publication {
  readonly revision: number
  readonly publishedAt: string
  readonly publishedBy: string
  /** The linked scorecard's revision when this was published. */
  readonly scorecardRevision: number | null
}

/** A profile with its newest revision and what is published, revisions' contents included. */
export interface ProfileRow {
  readonly id: string
  readonly slug: string
  readonly kind: ProfileKind
  readonly templateKey: string
  readonly archivedAt: Date | null
  /** The newest revision; a draft where a locale's publication names another. */
  readonly revision: number
  readonly content: ProfileContent
  readonly marks: Marks
  readonly savedAt: Date
  readonly savedBy: string
  readonly publications: { readonly [L in Locale]?: Publication & { readonly content: ProfileContent } }
}

function profiles(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('profile')
    .innerJoin('profile_revision as newest', (join) =>
      join
        .onRef('newest.workspace_id', '=', 'profile.workspace_id')
        .onRef('newest.profile_id', '=', 'profile.id')
        .onRef('newest.revision', '=', 'profile.revision'),
    )
    .where('profile.workspace_id', '=', workspaceId)
    .select((eb) => [
      'profile.id',
      'profile.slug',
      'profile.kind',
      'profile.template_key as templateKey',
      'profile.archived_at as archivedAt',
      'profile.revision',
      'newest.content',
      'newest.marks',
      'newest.created_at as savedAt',
      'newest.created_by as savedBy',
      jsonObjectFrom(
        eb
          .selectFrom('profile_publication as publication')
          .innerJoin('profile_revision as published', (join) =>
            join
              .onRef('published.workspace_id', '=', 'publication.workspace_id')
              .onRef('published.profile_id', '=', 'publication.profile_id')
              .onRef('published.revision', '=', 'publication.revision'),
          )
          .whereRef('publication.workspace_id', '=', 'profile.workspace_id')
          .whereRef('publication.profile_id', '=', 'profile.id')
          .select(
            sql`coalesce(jsonb_object_agg(publication.locale, jsonb_build_object(
              'revision', publication.revision,
              'publishedAt', ${instant('publication.published_at')},
              'publishedBy', publication.published_by,
              'scorecardRevision', publication.scorecard_revision,
              'content', published.content)), '{}')`.as('byLocale'),
          ),
      ).as('publications'),
    ])
}

export async function findProfileBySlug(
  tx: Tx,
  workspaceId: string,
  slug: string,
): Promise<ProfileRow | undefined> {
  const row = await profiles(tx, workspaceId).where('profile.slug', '=', slug).executeTakeFirst()
  return row && toProfile(row)
}

export async function findProfiles(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly ProfileRow[]> {
  if (ids.length === 0) return []
  const rows = await profiles(tx, workspaceId)
    .where('profile.id', 'in', [...ids])
    .execute()
  return rows.map(toProfile)
}

/** All profiles of the workspace, archived ones too, by slug. */
export async function listProfiles(tx: Tx, workspaceId: string): Promise<readonly ProfileRow[]> {
  const rows = await profiles(tx, workspaceId).orderBy('profile.slug').execute()
  return rows.map(toProfile)
}

/** The ids of profiles by their slugs; one that there is none of is left out. */
export async function findProfileIds(
  tx: Tx,
  workspaceId: string,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (slugs.length === 0) return new Map()
  const rows = await tx
    .selectFrom('profile')
    .select(['id', 'slug'])
    .where('workspace_id', '=', workspaceId)
    .where('slug', 'in', [...slugs])
    .execute()
  return new Map(rows.map((row) => [row.slug, row.id]))
}

/** Takes the one row that a change of the profile is decided on, so that changes to it come one after the other. */
export async function lockProfile(tx: Tx, workspaceId: string, id: string): Promise<ProfileRow | undefined> {
  await tx
    .selectFrom('profile')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
  return (await findProfiles(tx, workspaceId, [id]))[0]
}

/** Makes publications in a workspace come one after the other: each may change what others' readers see. */
export async function lockPublishing(tx: Tx, workspaceId: string): Promise<void> {
  await sql`-- lockPublishing
    select pg_advisory_xact_lock(hashtextextended(${`publish ${workspaceId}`}, 0))`.execute(tx)
}

export interface NewProfile {
  readonly id: string
  readonly slug: string
  readonly kind: ProfileKind
  readonly templateKey: string
  readonly content: ProfileContent
  readonly marks: Marks
  readonly by: string
}

/** @returns its id; undefined, with nothing written, where the slug is taken */
export async function insertProfile(
  tx: Tx,
  workspaceId: string,
  profile: NewProfile,
): Promise<string | undefined> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('profile')
    .values({
      workspace_id: workspaceId,
      id: profile.id,
      slug: profile.slug,
      kind: profile.kind,
      template_key: profile.templateKey,
      revision: 1,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'slug']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return undefined
  await tx
    .insertInto('profile_revision')
    .values({
      workspace_id: workspaceId,
      profile_id: profile.id,
      revision: 1,
      content: JSON.stringify(profile.content),
      marks: JSON.stringify(profile.marks),
      created_by: profile.by,
    })
    .execute()
  return profile.id
}

/** A revision to be saved. */
export interface NewRevision {
  readonly profileId: string
  readonly revision: number
  readonly content: ProfileContent
  readonly marks: Marks
  readonly by: string
  /** Now in the database where not given. */
  readonly at?: Date
  readonly isAutosave?: boolean
  readonly restoredFrom?: number
}

/** Writes a new revision and makes it the newest, in one statement. */
export async function saveRevision(tx: Tx, workspaceId: string, saved: NewRevision): Promise<void> {
  await tx
    .with('saved', (cte) =>
      cte.insertInto('profile_revision').values({
        workspace_id: workspaceId,
        profile_id: saved.profileId,
        revision: saved.revision,
        content: JSON.stringify(saved.content),
        marks: JSON.stringify(saved.marks),
        created_by: saved.by,
        ...(saved.at === undefined ? {} : { created_at: saved.at }),
        is_autosave: saved.isAutosave ?? false,
        restored_from: saved.restoredFrom ?? null,
      }),
    )
    .updateTable('profile')
    .set({ revision: saved.revision })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', saved.profileId)
    .execute()
}

/** Puts a profile in the archive, or takes it out (`at` null). */
export async function archiveProfile(
  tx: Tx,
  workspaceId: string,
  id: string,
  at: Date | null,
): Promise<void> {
  await tx
    .updateTable('profile')
    .set({ archived_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Deletes a profile with all its revisions. */
export async function deleteProfile(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom('profile').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}

function toProfile(row: {
  id: string
  slug: string
  kind: string
  templateKey: string
  archivedAt: Date | null
  revision: number
  content: unknown
  marks: unknown
  savedAt: Date
  savedBy: string
  publications: { byLocale: unknown } | null
}): ProfileRow {
  return {
    ...row,
    kind: row.kind as ProfileKind,
    content: row.content as ProfileContent,
    marks: row.marks as Marks,
    publications: row.publications?.byLocale ?? {},
  }
}
