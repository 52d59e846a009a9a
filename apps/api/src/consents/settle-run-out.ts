import { acrossWorkspaces, type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import { findRunOut, listWorkspacesWithRunOut } from '@profilkort/database/consents/standings.queries'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import { settleIdentity } from '../identity/settle-identity.ts'

/** Takes away what may be known no more since a consent has run out, wherever that is. */
export async function settleAllRunOut(db: Database, now: Date): Promise<void> {
  for (const workspaceId of await acrossWorkspaces(db, (tx) => listWorkspacesWithRunOut(tx, now)))
    await settleRunOut(db, workspaceId, now)
}

/** The same in one workspace; one look-up where nothing has run out. @returns whether anything had */
export async function settleRunOut(db: Database, workspaceId: string, now: Date): Promise<boolean> {
  const isThere = async (tx: Tx) => (await findRunOut(tx, workspaceId, now)).length > 0
  let hasSettled = false
  while (await inWorkspace(db, workspaceId, isThere)) {
    hasSettled = true
    await inWorkspace(db, workspaceId, async (tx) => {
      await lockIdentity(tx, workspaceId)
      await settleIdentity(tx, workspaceId, await findRunOut(tx, workspaceId, now), now)
    })
  }
  return hasSettled
}
