import type { Tx } from '../connect.ts'

/** One of the people of a workspace. */
export interface MemberRow {
  readonly id: string
  readonly name: string
  /** In lower case; null for who signs in on this machine. */
  readonly email: string | null
  readonly role: 'owner' | 'admin' | 'editor' | 'translator' | 'analyst' | 'seller' | 'viewer'
  readonly createdAt: Date
}

const columns = ['id', 'name', 'email', 'role', 'created_at as createdAt'] as const

/** The members that were not removed, the first first. */
export async function listMembers(tx: Tx, workspaceId: string): Promise<readonly MemberRow[]> {
  const rows = await tx
    .selectFrom('member')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1000)
    .execute()
  return rows as MemberRow[]
}

/** A member that is about to be changed; undefined when it was removed. */
export async function lockMember(tx: Tx, workspaceId: string, id: string): Promise<MemberRow | undefined> {
  const row = await tx
    .selectFrom('member')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row as MemberRow | undefined
}

/** The ids of all owners, locked, so that of two who demote each other one sees that the other did. */
export async function lockOwners(tx: Tx, workspaceId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('member')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'owner')
    .where('removed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** Adds a member. @returns false when the address is another member's */
export async function insertMember(tx: Tx, workspaceId: string, member: MemberRow): Promise<boolean> {
  const { id, name, email, role, createdAt } = member
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('member')
    .values({ workspace_id: workspaceId, id, name, email, role, created_at: createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function setRole(
  tx: Tx,
  workspaceId: string,
  id: string,
  role: MemberRow['role'],
): Promise<void> {
  await tx
    .updateTable('member')
    .set({ role })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Lets a member go; what it wrote keeps its name. */
export async function removeMember(tx: Tx, workspaceId: string, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('member')
    .set({ removed_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}
