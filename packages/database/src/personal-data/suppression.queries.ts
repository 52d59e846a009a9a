import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** What becomes of an erased person that a source tells of again. */
export type OnReturn = 'refuse' | 'flag'

export interface PrivacySetting {
  /** What identifiers of erased people are hashed with. */
  readonly salt: Buffer
  readonly onReturn: OnReturn
}

/** Undefined until somebody was erased or the setting was changed. */
export async function findPrivacySetting(tx: Tx, workspaceId: string): Promise<PrivacySetting | undefined> {
  const row = await tx
    .selectFrom('privacy_setting')
    .select(['salt', 'on_return as onReturn'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  return row && { salt: row.salt, onReturn: row.onReturn as OnReturn }
}

/** Keeps the salt that is there; sets what is given. */
export async function savePrivacySetting(
  tx: Tx,
  workspaceId: string,
  { salt, onReturn }: { readonly salt: Buffer; readonly onReturn?: OnReturn },
): Promise<void> {
  await sql`-- savePrivacySetting
    insert into privacy_setting as own (workspace_id, salt, on_return)
    values (${workspaceId}::uuid, ${salt}, ${onReturn ?? 'refuse'})
    on conflict (workspace_id) do update set on_return = coalesce(${onReturn ?? null}, own.on_return)`.execute(
    tx,
  )
}

/** Remembers what an erased person was known by, as hashes. */
export async function insertSuppressions(
  tx: Tx,
  workspaceId: string,
  erasureId: string,
  hashes: readonly string[],
): Promise<void> {
  await sql`-- insertSuppressions
    insert into suppression (workspace_id, hash, erasure_id)
    select ${workspaceId}::uuid, hash, ${erasureId}::uuid from unnest(${[...hashes]}::text[]) as hash
    on conflict do nothing`.execute(tx)
}

/** Of these hashes those of erased people, with the receipt of the newest erasure. */
export async function findSuppressed(
  tx: Tx,
  workspaceId: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ hash: string; erasureId: string }>`-- findSuppressed
    select distinct on (hash) hash, erasure.id as "erasureId" from suppression
    join erasure on erasure.workspace_id = suppression.workspace_id and erasure.id = erasure_id
    where suppression.workspace_id = ${workspaceId}::uuid and hash = any(${[...hashes]})
    order by hash, erasure.number desc`.execute(tx)
  return new Map(rows.map(({ hash, erasureId }) => [hash, erasureId]))
}

/** Flags records of people that were erased before. */
export async function insertReturned(
  tx: Tx,
  workspaceId: string,
  returned: readonly { readonly recordId: string; readonly erasureId: string }[],
  now: Date,
): Promise<void> {
  if (returned.length === 0) return
  await sql`-- insertReturned
    insert into returned_record (workspace_id, record_id, erasure_id, returned_at)
    select ${workspaceId}::uuid, "recordId", "erasureId", ${now}
    from json_to_recordset(${JSON.stringify(returned)}::json) as given("recordId" uuid, "erasureId" uuid)
    on conflict do nothing`.execute(tx)
}

/** The receipts of the erasures before which customers were here, by the customer. */
export async function findReturned(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ customerId: string; erasureId: string }>`-- findReturned
    select distinct record.customer_id as "customerId", returned.erasure_id as "erasureId" from source_record as record
    join returned_record as returned on returned.workspace_id = record.workspace_id and returned.record_id = record.id
    where record.workspace_id = ${workspaceId}::uuid and record.customer_id = any(${[...customerIds]}::uuid[])`.execute(
    tx,
  )
  return new Map(
    [...Map.groupBy(rows, ({ customerId }) => customerId)].map(([id, own]) => [
      id,
      own.map((each) => each.erasureId),
    ]),
  )
}
