import type { Tx } from '../connect.ts'

/** A one-time sign-in link, or the session it opened. */
export interface SignInRow {
  readonly id: string
  readonly memberId: string
  readonly kind: 'link' | 'session'
  readonly secretHash: string
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

/** A session with whose it is. */
export interface SessionRow extends SignInRow {
  readonly memberName: string
  readonly role: string
}

/** A session that was not signed out of, of a member who was not removed. */
export async function findSession(tx: Tx, workspaceId: string, id: string): Promise<SessionRow | undefined> {
  const row = await tx
    .selectFrom('sign_in as s')
    .innerJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 's.workspace_id').onRef('m.id', '=', 's.member_id'),
    )
    .select([
      's.id',
      's.member_id as memberId',
      's.kind',
      's.secret_hash as secretHash',
      's.expires_at as expiresAt',
      's.used_at as usedAt',
      'm.name as memberName',
      'm.role',
    ])
    .where('s.workspace_id', '=', workspaceId)
    .where('s.id', '=', id)
    .where('s.kind', '=', 'session')
    .where('s.used_at', 'is', null)
    .where('m.removed_at', 'is', null)
    .executeTakeFirst()
  return row as SessionRow | undefined
}

export async function insertSignIn(
  tx: Tx,
  workspaceId: string,
  row: Omit<SignInRow, 'usedAt'>,
): Promise<void> {
  await tx
    .insertInto('sign_in')
    .values({
      workspace_id: workspaceId,
      id: row.id,
      member_id: row.memberId,
      kind: row.kind,
      secret_hash: row.secretHash,
      expires_at: row.expiresAt,
    })
    .execute()
}

/** Marks a link as used. Of two that use it at once only one is told. @returns whose link it was */
export async function spendLink(
  tx: Tx,
  workspaceId: string,
  id: string,
  hash: string,
  now: Date,
): Promise<string | undefined> {
  const spent = await tx
    .updateTable('sign_in')
    .set({ used_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('kind', '=', 'link')
    .where('secret_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('member_id')
    .executeTakeFirst()
  return spent?.member_id
}

/** Ends all sessions and links of a member, at once. */
export async function deleteSignIns(tx: Tx, workspaceId: string, memberId: string): Promise<void> {
  await tx
    .deleteFrom('sign_in')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .execute()
}
