import type { Tx } from '../connect.ts'

/** A key as it is kept: never the key itself. */
export interface KeyRow {
  readonly id: string
  readonly kind: 'publishable' | 'secret'
  readonly name: string
  readonly secretHash: string
  readonly origins: readonly string[]
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly revokedAt: Date | null
}

const columns = [
  'id',
  'kind',
  'name',
  'secret_hash as secretHash',
  'origins',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'revoked_at as revokedAt',
] as const

export async function findKey(tx: Tx, workspaceId: string, id: string): Promise<KeyRow | undefined> {
  const row = await tx
    .selectFrom('api_key')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row as KeyRow | undefined
}

export async function listKeys(tx: Tx, workspaceId: string): Promise<readonly KeyRow[]> {
  const rows = await tx
    .selectFrom('api_key')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .orderBy('created_at')
    .limit(1000)
    .execute()
  return rows as KeyRow[]
}

export type NewKey = Pick<KeyRow, 'id' | 'kind' | 'name' | 'secretHash' | 'origins' | 'expiresAt'>

export async function insertKey(tx: Tx, workspaceId: string, key: NewKey): Promise<void> {
  await tx
    .insertInto('api_key')
    .values({
      workspace_id: workspaceId,
      id: key.id,
      kind: key.kind,
      name: key.name,
      secret_hash: key.secretHash,
      origins: [...key.origins],
      expires_at: key.expiresAt,
    })
    .execute()
}

/** Revokes a key for good; one that is revoked already keeps its time. */
export async function revokeKey(tx: Tx, workspaceId: string, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}
