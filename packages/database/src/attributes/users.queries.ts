import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import type { AttributeUser } from './changes.queries.ts'

/** Whether a document of the domain has a field of a rule with this attribute in it, however deep. */
function speaksOf(document: string, key: string) {
  return sql`jsonb_path_exists(${sql.ref(document)}, '$.** ? (@.kind == "attribute" && @.key == $key)',
    jsonb_build_object('key', ${key}::text))`
}

/**
 * All that would no longer work without an attribute: segments, scorecards and profiles by their newest revision, one
 * that is published or one that a planned release will publish; templates; and rules of whose word counts.
 */
export async function findAttributeUsers(
  tx: Tx,
  workspaceId: string,
  key: string,
): Promise<readonly AttributeUser[]> {
  const { rows } = await sql<AttributeUser>`-- findAttributeUsers
    select 'Segment' as kind, id::text, slug as name from segment
    where workspace_id = ${workspaceId}::uuid and ${speaksOf('segment.rule', key)}
    union all
    select 'Scorecard', id::text, slug from scorecard
    where workspace_id = ${workspaceId}::uuid and exists (
      select from scorecard_revision as revision
      where revision.workspace_id = scorecard.workspace_id and revision.scorecard_id = scorecard.id
        and revision.revision in (scorecard.revision, scorecard.published_revision)
        and ${speaksOf('revision.content', key)})
    union all
    select 'Profile', id::text, slug from profile
    where workspace_id = ${workspaceId}::uuid and exists (
      select from profile_revision as revision
      where revision.workspace_id = profile.workspace_id and revision.profile_id = profile.id
        and (revision.revision = profile.revision or revision.revision in (${pinned}))
        and ${speaksOf('revision.content', key)})
    union all
    select 'Template', key, key from template
    where workspace_id = ${workspaceId}::uuid
      and jsonb_path_exists(content, '$.sections[*].fields[*] ? (@.attribute == $key)',
        jsonb_build_object('key', ${key}::text))
    union all
    select 'Survivorship', key, key from survivorship where workspace_id = ${workspaceId}::uuid and key = ${key}
    order by 1, 3`.execute(tx)
  return rows
}

/** The revisions of a profile that readers see or that a planned release will publish. */
const pinned = sql`
  select published.revision from profile_publication as published
  where published.workspace_id = profile.workspace_id and published.profile_id = profile.id
  union
  select item.revision from release_item as item
  join release on release.workspace_id = item.workspace_id and release.id = item.release_id
  where item.workspace_id = profile.workspace_id and item.profile_id = profile.id and release.state = 'planned'`

/** A profile with the revisions that readers see or will see, the newest aside. */
export interface PinnedRevisions {
  readonly profileId: string
  readonly revisions: readonly number[]
}

/** What of profiles is pinned beside their newest revisions. */
export async function findPinnedRevisions(
  tx: Tx,
  workspaceId: string,
  profileIds: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await sql<PinnedRevisions>`-- findPinnedRevisions
    select profile.id as "profileId", array(
      select revision from (${pinned}) as pinned where revision is not null order by revision) as revisions
    from profile where workspace_id = ${workspaceId}::uuid and id = any(${[...profileIds]}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map(({ profileId, revisions }) => [profileId, revisions]))
}

/** Has all that is pinned to a revision of a profile point at another: publications, planned releases and reviews. */
export async function repointRevision(
  tx: Tx,
  workspaceId: string,
  profileId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  await sql`-- repointRevision: publications
    update profile_publication set revision = ${to}
    where workspace_id = ${workspaceId}::uuid and profile_id = ${profileId}::uuid and revision = ${from}`.execute(
    tx,
  )
  await sql`-- repointRevision: planned releases
    update release_item set revision = ${to} from release
    where release_item.workspace_id = ${workspaceId}::uuid and release_item.profile_id = ${profileId}::uuid
      and release_item.revision = ${from} and release.workspace_id = release_item.workspace_id
      and release.id = release_item.release_id and release.state = 'planned'`.execute(tx)
  await sql`-- repointRevision: reviews
    update profile_review set revision = ${to}
    where workspace_id = ${workspaceId}::uuid and profile_id = ${profileId}::uuid and revision = ${from}
      and state in ('requested', 'approved')`.execute(tx)
}

/** Has the rule of whose word counts follow an attribute to its new key. */
export async function renameSurvivorship(
  tx: Tx,
  workspaceId: string,
  key: string,
  to: string,
): Promise<void> {
  await tx
    .updateTable('survivorship')
    .set({ key: to })
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', key)
    .execute()
}
