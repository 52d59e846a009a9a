import { type Database, inWorkspace } from '@profilkort/database/connect'
import { insertMember, listMembers } from '@profilkort/database/members/members.queries'

/**
 * The first owner of a workspace, made where there is none. Its id is the workspace's own, so that servers that start
 * together make one. @returns its id
 */
export function ensureOwner(db: Database, workspaceId: string, now: Date): Promise<string> {
  return inWorkspace(db, workspaceId, async (tx) => {
    const owner = (await listMembers(tx, workspaceId)).find(({ role }) => role === 'owner')
    if (owner !== undefined) return owner.id
    const first = { id: workspaceId, name: 'Owner', email: null, role: 'owner', createdAt: now } as const
    await insertMember(tx, workspaceId, first)
    return first.id
  })
}
