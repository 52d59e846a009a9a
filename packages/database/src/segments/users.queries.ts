import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { findLinking } from '../profiles/linking.queries.ts'

/** Something that would no longer work, or not as before, without a segment. */
export interface SegmentUser {
  readonly kind: 'Profile' | 'Release' | 'Segment' | 'Scorecard'
  readonly id: string
  readonly name: string
}

/** Whether a document of the domain has the segment's id in it, however deep: rules name segments by it. */
function speaksOf(document: string, segmentId: string) {
  return sql`jsonb_path_exists(${sql.ref(document)}, '$.** ? (@ == $id)', jsonb_build_object('id', ${segmentId}::text))`
}

/**
 * All that uses a segment: profiles that point at it or speak of it in a rule, planned releases that will publish one,
 * other segments, and scorecards by their newest revision or the published one.
 */
export async function findSegmentUsers(
  tx: Tx,
  workspaceId: string,
  segmentId: string,
): Promise<readonly SegmentUser[]> {
  const { rows } = await sql<SegmentUser>`-- findSegmentUsers
    select 'Segment' as kind, id, slug as name from segment
    where workspace_id = ${workspaceId}::uuid and id <> ${segmentId}::uuid and ${speaksOf('segment.rule', segmentId)}
    union all
    select 'Scorecard', id, slug from scorecard
    where workspace_id = ${workspaceId}::uuid and exists (
      select from scorecard_revision as revision
      where revision.workspace_id = scorecard.workspace_id and revision.scorecard_id = scorecard.id
        and revision.revision in (scorecard.revision, scorecard.published_revision)
        and ${speaksOf('revision.content', segmentId)})
    union all
    select 'Profile', id, slug from profile
    where workspace_id = ${workspaceId}::uuid and exists (
      select from profile_revision as revision
      where revision.workspace_id = profile.workspace_id and revision.profile_id = profile.id
        and revision.revision = profile.revision and ${speaksOf('revision.content', segmentId)})
    union all
    select distinct 'Release', release.id, release.name from release
    join release_item as item on item.workspace_id = release.workspace_id and item.release_id = release.id
    join profile_revision as revision on revision.workspace_id = item.workspace_id
      and revision.profile_id = item.profile_id and revision.revision = item.revision
    where release.workspace_id = ${workspaceId}::uuid and release.state = 'planned'
      and ${speaksOf('revision.content', segmentId)}
    order by 1, 3`.execute(tx)
  const linking = await findLinking(tx, workspaceId, 'segment', segmentId)
  const named = new Set(rows.map(({ id }) => id))
  return [...linking.filter(({ id }) => !named.has(id)), ...rows].toSorted(
    (a, b) => compare(a.kind, b.kind) || compare(a.name, b.name),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
