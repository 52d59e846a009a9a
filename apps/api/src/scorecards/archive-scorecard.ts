import { archiveScorecard } from '@profilkort/database/scorecards/scorecards.queries'
import type { Context } from '../graphql/context.ts'
import { lockAny, type Seen } from './lock-scorecard.ts'

/** Puts a scorecard away: it scores no more and no profile can be made to point at it; those that do keep their link. */
export async function putInArchive(context: Context, seen: Seen): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const { id, archivedAt } = await lockAny(tx, workspaceId, context.viewer, 'scorecard:write', seen)
    await archiveScorecard(tx, workspaceId, id, archivedAt ?? context.now)
  })
}

/** Takes a scorecard out of the archive: it scores as it did. */
export async function takeFromArchive(context: Context, seen: Seen): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const { id } = await lockAny(tx, workspaceId, context.viewer, 'scorecard:write', seen)
    await archiveScorecard(tx, workspaceId, id, null)
  })
}
