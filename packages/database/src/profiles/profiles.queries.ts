import type { Locale } from '@profilkort/domain/locales/locale'
import type { Marks } from '@profilkort/domain/profiles/marks'
import type { ProfileContent, ProfileKind } from '@profilkort/domain/profiles/profile'
import type { Template } from '@profilkort/domain/templates/template'
import { type Expression, type Kysely, sql } from 'kysely'
import type { Database, Tx } from '../connect.ts'
import type { DB } from '../database.generated.ts'
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

/**
 * Each with its newest and its published revisions. Revisions are looked up one at a time and by all of their key: left
 * to join, the planner reads every revision a profile ever had.
 */
function profiles(db: Kysely<DB>, workspaceId: string | Expression<string>) {
  return db
    .selectFrom('profile')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('profile_revision as revision')
          .whereRef('revision.workspace_id', '=', 'profile.workspace_id')
          .whereRef('revision.profile_id', '=', 'profile.id')
          .whereRef('revision.revision', '=', 'profile.revision')
          .select(['content', 'marks', 'created_at', 'created_by'])
          .limit(sql.lit(1))
          .as('newest'),
      (join) => join.onTrue(),
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
      eb
        .selectFrom('profile_publication as publication')
        .whereRef('publication.workspace_id', '=', 'profile.workspace_id')
        .whereRef('publication.profile_id', '=', 'profile.id')
        .select(
          sql`json_object_agg(publication.locale, json_build_object(
            'revision', publication.revision,
            'publishedAt', ${instant('publication.published_at')},
            'publishedBy', publication.published_by,
            'scorecardRevision', publication.scorecard_revision,
            'content', (
              select content from profile_revision as published
              where published.workspace_id = publication.workspace_id
                and published.profile_id = publication.profile_id
                and published.revision = publication.revision)))`.as('byLocale'),
        )
        .as('publications'),
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

/** A profile that is written in, with its template where that is one of the workspace's own. */
export interface Draft {
  readonly profile: ProfileRow
  readonly template: Template | undefined
}

let findDraftsText: string | undefined

/** What drafts are saved on, by id, in one round trip: a prepared statement that names its workspace itself. */
export async function findDrafts(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Draft>> {
  findDraftsText ??= draftsQuery(db)
  const { rows } = await db.pool.query<RawProfile & { template: Template | null }>({
    name: 'findDrafts',
    text: findDraftsText,
    values: [workspaceId, ids],
  })
  return new Map(
    rows.map(({ template, ...profile }) => [
      profile.id,
      { profile: toProfile(profile), template: template ?? undefined },
    ]),
  )
}

/** `$1` is the workspace, `$2` the ids; the offset keeps the planner from reading before the workspace is named. */
function draftsQuery(db: Database): string {
  const found = profiles(db, sql<string>`seen.workspace_id`)
    .where('profile.id', '=', sql<string>`any($2::uuid[])`)
    .select((eb) =>
      eb
        .selectFrom('template')
        .whereRef('template.workspace_id', '=', 'profile.workspace_id')
        .whereRef('template.key', '=', 'profile.template_key')
        .select('template.content')
        .as('template'),
    )
    .offset(sql.lit(0))
  return sql`-- findDrafts
    with seen as materialized (select set_config('profilkort.workspace', $1, true)::uuid as workspace_id)
    select found.* from seen cross join lateral ${found} as found`.compile(db).sql
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

/** A draft to be saved on top of the revision that its writer has seen. */
export type NewDraft = Required<Omit<NewRevision, 'restoredFrom'>>

/**
 * Saves drafts as the newest revisions, in one round trip and one commit. @returns those that were saved; nothing is
 * written of one whose profile has meanwhile got a newer revision or is gone
 */
export async function saveDrafts(
  db: Database,
  workspaceId: string,
  drafts: readonly NewDraft[],
): Promise<readonly NewDraft[]> {
  const { rows } = await db.pool.query<{ place: number }>({
    name: 'saveDrafts',
    text: '-- saveDrafts\nselect save_revisions($1, $2) as place',
    values: [workspaceId, JSON.stringify(drafts)],
  })
  return rows.flatMap(({ place }) => drafts[place - 1] ?? [])
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

interface RawProfile {
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
  publications: unknown
}

function toProfile(row: RawProfile): ProfileRow {
  return {
    ...row,
    kind: row.kind as ProfileKind,
    content: row.content as ProfileContent,
    marks: row.marks as Marks,
    publications: row.publications ?? {},
  }
}
