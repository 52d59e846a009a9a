import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import type { ImportKey } from './imports.queries.ts'

/** A record that may speak of the same customer as another, now that an import has come in. */
export interface Contested {
  readonly recordId: string
  /** Where it stands in the file; null where it does not. */
  readonly line: number | null
  readonly identifiers: readonly string[]
}

/** A table of the connection's own for what an import has to settle. */
export async function openContested(tx: Tx): Promise<void> {
  await sql`-- openContested
    create temporary table if not exists import_contested (record_id uuid primary key)`.execute(tx)
  await sql`truncate import_contested`.execute(tx)
}

/** Whether an older program may have kept a token in Punycode, which SQL does not read: those are few, and settled each. */
const mayBeInPunycode = sql`octet_length(token) > length(token)`

/** Gathers the records that an import added which share an identifier with another, or the name of a mention. */
export async function gatherContested(tx: Tx, { workspaceId, id: importId }: ImportKey): Promise<void> {
  await sql`set local statement_timeout = '10min'`.execute(tx)
  await sql`-- gatherContested
    insert into import_contested
    select record.id from (
      select token from identifier where workspace_id = ${workspaceId}::uuid group by token
      having count(*) > 1 or ${mayBeInPunycode}
    ) as contested
    join identifier as held on held.workspace_id = ${workspaceId}::uuid and held.token = contested.token
    join source_record as record on record.workspace_id = ${workspaceId}::uuid and record.id = held.record_id
      and record.import_id = ${importId}::uuid
    union
    select unnest(array[record.id, mention.id]) from source_record as mention
    join source_record as record on record.workspace_id = ${workspaceId}::uuid and record.kind = 'company'
      and record.name_key = mention.name_key and record.id <> mention.id
      and ${importId}::uuid in (record.import_id, mention.import_id)
    where mention.workspace_id = ${workspaceId}::uuid and mention.is_mention and mention.kind = 'company'`.execute(
    tx,
  )
}

/** The same of the rows that were copied in last alone. */
export async function gatherContestedOfLoad(tx: Tx, workspaceId: string): Promise<void> {
  await sql`-- gatherContestedOfLoad
    insert into import_contested
    select loaded.id from import_load as loaded, unnest(loaded.identifiers) as own(token)
    where ${mayBeInPunycode} or exists (
      select from identifier as other where other.workspace_id = ${workspaceId}::uuid and other.token = own.token
        and other.record_id <> loaded.id)
    union
    select loaded.id from import_load as loaded
    join source_record as mention on mention.workspace_id = ${workspaceId}::uuid and mention.kind = 'company'
      and mention.is_mention and mention.name_key = loaded.name_key and mention.id <> loaded.id`.execute(tx)
}

/** So many of them at most, after one, in order. */
export async function listContested(
  tx: Tx,
  { workspaceId, id: importId }: ImportKey,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly Contested[]> {
  const { rows } = await sql<Contested>`-- listContested
    select record_id as "recordId", case record.import_id when ${importId}::uuid then record.line end as line,
      record.identifiers
    from (
      select record_id from import_contested where ${after}::uuid is null or record_id > ${after}::uuid
      order by record_id limit ${limit}) as next
    join source_record as record on record.workspace_id = ${workspaceId}::uuid and record.id = next.record_id
    order by record_id`.execute(tx)
  return rows
}

/** How many of them turned out to speak of customers that others spoke of first. */
export async function countJoined(tx: Tx, { workspaceId, id: importId }: ImportKey): Promise<number> {
  const { rows } = await sql<{ count: number }>`-- countJoined
    select count(*)::int as count from import_contested
    join source_record as record on record.workspace_id = ${workspaceId}::uuid and record.id = record_id
    where record.customer_id <> record.id and record.import_id = ${importId}::uuid and not record.is_mention`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}
