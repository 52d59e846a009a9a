import type { Locale } from '@profilkort/domain/locales/locale'
import type { ProfileContent, ProfileKind } from '@profilkort/domain/profiles/profile'
import { sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Tx } from '../connect.ts'

/** Which revision readers of one locale see. `publishedAt` is an ISO instant. */
export interface Publication {
  readonly revision: number
  readonly publishedAt: string
}

/** A profile with its newest revision and what is published, revisions' contents included. */
export interface ProfileRow {
  readonly id: string
  readonly slug: string
  readonly kind: ProfileKind
  readonly templateKey: string
  /** The newest revision; a draft where a locale's publication names another. */
  readonly revision: number
  readonly content: ProfileContent
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
      'profile.revision',
      'newest.content',
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
              'publishedAt', to_char(publication.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
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
  const rows = await profiles(tx, workspaceId)
    .where('profile.id', 'in', [...ids])
    .execute()
  return rows.map(toProfile)
}

/** All profiles of the workspace, by slug; a workspace has tens of them. */
export async function listProfiles(tx: Tx, workspaceId: string): Promise<readonly ProfileRow[]> {
  const rows = await profiles(tx, workspaceId).orderBy('profile.slug').limit(1000).execute()
  return rows.map(toProfile)
}

/** Takes the one row that a change of the profile is decided on, so that changes to it come one after the other. */
export async function lockProfile(tx: Tx, workspaceId: string, id: string): Promise<ProfileRow | undefined> {
  await tx
    .selectFrom('profile')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return (await findProfiles(tx, workspaceId, [id]))[0]
}

export interface NewProfile {
  readonly id: string
  readonly slug: string
  readonly kind: ProfileKind
  readonly templateKey: string
  readonly content: ProfileContent
  readonly by: string
}

/** @returns false, with nothing written, where the slug is taken */
export async function insertProfile(tx: Tx, workspaceId: string, profile: NewProfile): Promise<boolean> {
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
  if (numInsertedOrUpdatedRows !== 1n) return false
  await insertRevision(tx, workspaceId, profile.id, 1, profile.content, profile.by)
  return true
}

/** Writes a new revision and makes it the newest. */
export async function saveRevision(
  tx: Tx,
  workspaceId: string,
  id: string,
  revision: number,
  content: ProfileContent,
  by: string,
): Promise<void> {
  await insertRevision(tx, workspaceId, id, revision, content, by)
  await tx
    .updateTable('profile')
    .set({ revision })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

async function insertRevision(
  tx: Tx,
  workspaceId: string,
  profileId: string,
  revision: number,
  content: ProfileContent,
  by: string,
): Promise<void> {
  await tx
    .insertInto('profile_revision')
    .values({
      workspace_id: workspaceId,
      profile_id: profileId,
      revision,
      content: JSON.stringify(content),
      created_by: by,
    })
    .execute()
}

/** Makes a revision the one that readers of the locales see. */
export async function publishRevision(
  tx: Tx,
  workspaceId: string,
  profileId: string,
  revision: number,
  locales: readonly Locale[],
  now: Date,
): Promise<void> {
  await tx
    .insertInto('profile_publication')
    .values(
      locales.map((locale) => ({
        workspace_id: workspaceId,
        profile_id: profileId,
        locale,
        revision,
        published_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'profile_id', 'locale']).doUpdateSet({
        revision: (eb) => eb.ref('excluded.revision'),
        published_at: (eb) => eb.ref('excluded.published_at'),
      }),
    )
    .execute()
}

/** Takes the locales away from readers; the revisions stay. */
export async function unpublishLocales(
  tx: Tx,
  workspaceId: string,
  profileId: string,
  locales: readonly Locale[],
): Promise<void> {
  await tx
    .deleteFrom('profile_publication')
    .where('workspace_id', '=', workspaceId)
    .where('profile_id', '=', profileId)
    .where('locale', 'in', [...locales])
    .execute()
}

function toProfile(row: {
  id: string
  slug: string
  kind: string
  templateKey: string
  revision: number
  content: unknown
  publications: { byLocale: unknown } | null
}): ProfileRow {
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind as ProfileKind,
    templateKey: row.templateKey,
    revision: row.revision,
    content: row.content as ProfileContent,
    publications: row.publications?.byLocale ?? {},
  }
}
