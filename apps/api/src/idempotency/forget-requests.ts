import { acrossWorkspaces, type Database, inWorkspace } from '@profilkort/database/connect'
import { forgetRequests } from '@profilkort/database/idempotency/idempotency.queries'
import { listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'

/** Forgets the answers to writes that nobody sends again. */
export async function forgetAllRequests(db: Database, now: Date): Promise<void> {
  for (const id of await acrossWorkspaces(db, listWorkspaceIds)) {
    await inWorkspace(db, id, (tx) => forgetRequests(tx, id, now))
  }
}
