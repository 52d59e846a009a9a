import type { Tx } from '../connect.ts'

/** A one-time sign-in link, or the session it opened. */
export interface SignInRow {
  readonly id: string
  readonly kind: 'link' | 'session'
  readonly secretHash: string
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

export async function findSignIn(tx: Tx, workspaceId: string, id: string): Promise<SignInRow | undefined> {
  const row = await tx
    .selectFrom('sign_in')
    .select(['id', 'kind', 'secret_hash as secretHash', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row as SignInRow | undefined
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
      kind: row.kind,
      secret_hash: row.secretHash,
      expires_at: row.expiresAt,
    })
    .execute()
}

/** Marks a link as used. Of two that use it at once only one is told true. */
export async function spendLink(
  tx: Tx,
  workspaceId: string,
  id: string,
  hash: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sign_in')
    .set({ used_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('kind', '=', 'link')
    .where('secret_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
