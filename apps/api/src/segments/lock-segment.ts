import type { Tx } from '@profilkort/database/connect'
import { lockSegment, type SegmentRow } from '@profilkort/database/segments/segments.queries'
import { NotFound, RevisionConflict } from '../graphql/problems.ts'

/** The one read that a change of a segment is decided on: locked, and still as the caller has seen it. */
export async function lockForChange(
  tx: Tx,
  workspaceId: string,
  id: string,
  expectedRevision: number,
): Promise<SegmentRow> {
  const segment = await lockAny(tx, workspaceId, id)
  if (segment.revision !== expectedRevision) throw new RevisionConflict(expectedRevision, segment.revision)
  return segment
}

/** A segment, locked, whatever the caller has seen of it. */
export async function lockAny(tx: Tx, workspaceId: string, id: string): Promise<SegmentRow> {
  const segment = await lockSegment(tx, workspaceId, id)
  if (segment === undefined) throw new NotFound('segment', id)
  return segment
}
