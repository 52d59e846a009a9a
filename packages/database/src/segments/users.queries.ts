import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { findLinking } from '../profiles/linking.queries.ts'
import { ruleUsers, speaksOf } from '../rules/users.queries.ts'

/** Something that would no longer work, or not as before, without a segment. */
export interface SegmentUser {
  readonly kind: 'Profile' | 'Release' | 'Segment' | 'Scorecard'
  readonly id: string
  readonly name: string
}

/**
 * All that uses a segment: profiles that point at it or name it in a rule, planned releases that will publish one, other
 * segments, and scorecards by their newest revision or the published one.
 */
export async function findSegmentUsers(
  tx: Tx,
  workspaceId: string,
  { id, slug }: { readonly id: string; readonly slug: string },
): Promise<readonly SegmentUser[]> {
  const { rows } = await sql<SegmentUser>`-- findSegmentUsers
    ${ruleUsers(workspaceId, 'segment', slug)}
    union all
    select distinct 'Release', release.id::text, release.name from release
    join release_item as item on item.workspace_id = release.workspace_id and item.release_id = release.id
    join profile_revision as revision on revision.workspace_id = item.workspace_id
      and revision.profile_id = item.profile_id and revision.revision = item.revision
    where release.workspace_id = ${workspaceId}::uuid and release.state = 'planned'
      and (${speaksOf('revision.content', 'segment', slug)} or revision.content #> '{links,segment}' ? ${id})
    order by 1, 3`.execute(tx)
  const linking = await findLinking(tx, workspaceId, 'segment', id)
  const named = new Set(rows.map((row) => row.id))
  return [...linking.filter((each) => !named.has(each.id)), ...rows].toSorted(
    (one, other) => compare(one.kind, other.kind) || compare(one.name, other.name),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
