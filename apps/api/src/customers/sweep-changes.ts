import { acrossWorkspaces, type Database, inWorkspace } from '@profilkort/database/connect'
import { sweepChanges } from '@profilkort/database/customers/customer-feed.queries'
import { listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'

/** Forgets, in every workspace, the changes of customers that all servers have long followed. */
export async function sweepAllChanges(db: Database): Promise<void> {
  const ids = await acrossWorkspaces(db, listWorkspaceIds)
  for (const id of ids) await inWorkspace(db, id, (tx) => sweepChanges(tx, id))
}
