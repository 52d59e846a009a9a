import type { Locale } from '@profilkort/domain/locales/locale'
import type { Tx } from '../connect.ts'

/** A key as it is kept: never the key itself. */
export interface KeyRow {
  readonly id: string
  readonly kind: 'publishable' | 'secret'
  readonly name: string
  readonly secretHash: string
  readonly origins: readonly string[]
  /** Of a secret key: what it may be used for. */
  readonly scopes: readonly string[]
  /** The languages it answers in pages; none for all of the workspace. */
  readonly locales: readonly Locale[]
  readonly createdAt: Date
  readonly createdBy: string
  readonly expiresAt: Date | null
  readonly revokedAt: Date | null
  /** Told to the minute. */
  readonly lastUsedAt: Date | null
  /** The key it was rotated to. */
  readonly replacedBy: string | null
  /** Of a publishable key: whether pages may send events with it. */
  readonly writesEvents: boolean
  /** What the source of its events is called. */
  readonly eventSource: string
}

const columns = [
  'id',
  'kind',
  'name',
  'secret_hash as secretHash',
  'origins',
  'scopes',
  'locales',
  'created_at as createdAt',
  'created_by as createdBy',
  'expires_at as expiresAt',
  'revoked_at as revokedAt',
  'last_used_at as lastUsedAt',
  'replaced_by as replacedBy',
  'writes_events as writesEvents',
  'event_source as eventSource',
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

/** A key that is about to be changed. */
export async function lockKey(tx: Tx, workspaceId: string, id: string): Promise<KeyRow | undefined> {
  const row = await tx
    .selectFrom('api_key')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as KeyRow | undefined
}

export async function listKeys(tx: Tx, workspaceId: string): Promise<readonly KeyRow[]> {
  const rows = await tx
    .selectFrom('api_key')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1000)
    .execute()
  return rows as KeyRow[]
}

export type NewKey = Omit<KeyRow, 'revokedAt' | 'lastUsedAt' | 'replacedBy'>

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
      scopes: [...key.scopes],
      locales: [...key.locales],
      created_at: key.createdAt,
      created_by: key.createdBy,
      expires_at: key.expiresAt,
      writes_events: key.writesEvents,
      event_source: key.eventSource,
    })
    .execute()
}

export type KeyChange = Partial<
  Pick<KeyRow, 'name' | 'origins' | 'locales' | 'expiresAt' | 'writesEvents' | 'eventSource'>
>

/** Changes what a key answers; what is not given stays. */
export async function updateKey(tx: Tx, workspaceId: string, id: string, change: KeyChange): Promise<void> {
  const { name, origins, locales, expiresAt, writesEvents, eventSource } = change
  await tx
    .updateTable('api_key')
    .set((eb) => ({
      name: name ?? eb.ref('name'),
      ...(origins === undefined ? {} : { origins: [...origins] }),
      ...(locales === undefined ? {} : { locales: [...locales] }),
      ...(expiresAt === undefined ? {} : { expires_at: expiresAt }),
      ...(writesEvents === undefined ? {} : { writes_events: writesEvents }),
      ...(eventSource === undefined ? {} : { event_source: eventSource }),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Lets a key end when its successor has taken over. */
export async function replaceKey(
  tx: Tx,
  workspaceId: string,
  id: string,
  { replacedBy, expiresAt }: { readonly replacedBy: string; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .updateTable('api_key')
    .set({ replaced_by: replacedBy, expires_at: expiresAt })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
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

/** Remembers that a key was used. Tells nobody: no server has to know. */
export async function touchKey(tx: Tx, workspaceId: string, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('api_key')
    .set({ last_used_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<', now)]))
    .execute()
}
