import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { pinnedRevisions, ruleUsers } from '../rules/users.queries.ts'
import type { AttributeUser } from './changes.queries.ts'

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
    ${ruleUsers(workspaceId, 'attribute', key)}
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
      select revision from (${pinnedRevisions}) as pinned where revision is not null order by revision) as revisions
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
