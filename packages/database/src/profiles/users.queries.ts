import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** Something that points at a profile. */
export interface ProfileUser {
  readonly kind: 'Profile' | 'Scorecard' | 'Release'
  readonly id: string
  readonly name: string
}

/** What points at a profile: newest or published revisions of others, scorecards, and releases still to come. */
export async function findUsers(tx: Tx, workspaceId: string, id: string): Promise<readonly ProfileUser[]> {
  const { rows } = await sql<ProfileUser>`-- findUsers
    select 'Profile' as kind, profile.id, profile.slug as name from profile
    where profile.workspace_id = ${workspaceId} and profile.id <> ${id} and exists (
      select from profile_revision as revision
      where revision.workspace_id = profile.workspace_id and revision.profile_id = profile.id
        and (revision.content #> '{links,personas}' ? ${id} or revision.content #> '{links,contrasts}' ? ${id})
        and (revision.revision = profile.revision or exists (
          select from profile_publication as published
          where published.workspace_id = revision.workspace_id and published.profile_id = revision.profile_id
            and published.revision = revision.revision)))
    union all
    select 'Scorecard', id, slug from scorecard where workspace_id = ${workspaceId} and profile_id = ${id}
    union all
    select distinct 'Release', release.id, release.name from release
    join release_item as item on item.workspace_id = release.workspace_id and item.release_id = release.id
    where release.workspace_id = ${workspaceId} and release.state = 'planned' and item.profile_id = ${id}
    order by kind, name`.execute(tx)
  return rows
}
