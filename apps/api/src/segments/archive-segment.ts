import { lockAttributes } from '@profilkort/database/attributes/attributes.queries'
import { archiveSegment, deleteSegment } from '@profilkort/database/segments/segments.queries'
import { findSegmentUsers } from '@profilkort/database/segments/users.queries'
import type { Context } from '../graphql/context.ts'
import { InUse } from '../graphql/problems.ts'
import { lockAny, lockForChange } from './lock-segment.ts'

/** Puts a segment away: no profile can be made to point at it any more, and those that do keep their link. */
export async function putInArchive(context: Context, id: string, expectedRevision: number): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const { archivedAt } = await lockForChange(tx, workspaceId, id, expectedRevision)
    await archiveSegment(tx, workspaceId, id, archivedAt ?? context.now)
  })
}

export async function takeFromArchive(context: Context, id: string): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    await lockAny(tx, workspaceId, id)
    await archiveSegment(tx, workspaceId, id, null)
  })
}

/** Deletes a segment that nothing uses. */
export async function removeSegment(context: Context, id: string, expectedRevision: number): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    await lockAttributes(tx, workspaceId)
    const { slug } = await lockForChange(tx, workspaceId, id, expectedRevision)
    const users = await findSegmentUsers(tx, workspaceId, { id, slug })
    if (users.length > 0) throw new InUse('segment', users)
    await deleteSegment(tx, workspaceId, id)
  })
}
