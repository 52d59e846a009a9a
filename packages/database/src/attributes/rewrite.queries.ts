import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** How many rows one statement rewrites: few enough to stay far below the statement time-out. */
const chunk = 20_000

/** Under which key values were and are, and the change that is noted with them. */
export interface Rewrite {
  readonly from: string
  readonly to: string
  readonly changeId: string
}

/** Gives the records of the collected values what these become, and keeps what they said. @returns how many */
export async function convertRecords(
  tx: Tx,
  workspaceId: string,
  { from, changeId }: Rewrite,
): Promise<number> {
  return inChunks(tx, workspaceId, 'source_record', async ({ after, until }) => {
    const { rows } = await sql<{ count: number }>`-- convertRecords
      with touched as materialized (
        select record.id, conversion.value, conversion.after, conversion.is_lost
        from source_record as record join pg_temp.conversion on conversion.value = record."values" -> ${from}
        where record.workspace_id = ${workspaceId}::uuid and record.id > ${after}::uuid and record.id <= ${until}::uuid),
      kept as (
        insert into former_value (workspace_id, record_id, change_id, value, is_lost)
        select ${workspaceId}::uuid, id, ${changeId}::uuid, value, is_lost from touched),
      rewritten as (
        update source_record as record
        set "values" = case when touched.after is null then "values" - ${from}::text
            else jsonb_set("values", array[${from}::text], touched.after) end,
          said_since = case when touched.after is null then nullif(said_since - ${from}::text, '{}') else said_since end,
          revision = revision + 1
        from touched where record.workspace_id = ${workspaceId}::uuid and record.id = touched.id)
      select count(*) from touched`.execute(tx)
    return rows[0]?.count ?? 0
  })
}

/** Gives the customers of the collected values what these become. @returns how many */
export async function convertCustomers(tx: Tx, workspaceId: string, { from }: Rewrite): Promise<number> {
  return inChunks(tx, workspaceId, 'customer', async ({ after, until }) => {
    const { numAffectedRows } = await sql`-- convertCustomers
      update customer
      set attributes = case when conversion.after is null then attributes - ${from}::text
          else jsonb_set(attributes, array[${from}::text], conversion.after) end,
        provenance = case when conversion.after is null then provenance - ${from}::text else provenance end,
        updated_at = now()
      from pg_temp.conversion
      where customer.workspace_id = ${workspaceId}::uuid and customer.id > ${after}::uuid and customer.id <= ${until}::uuid
        and conversion.value = customer.attributes -> ${from}`.execute(tx)
    return Number(numAffectedRows)
  })
}

/** Moves what records say to another key. @returns how many */
export async function renameInRecords(tx: Tx, workspaceId: string, { from, to }: Rewrite): Promise<number> {
  return inChunks(tx, workspaceId, 'source_record', async ({ after, until }) => {
    const { numAffectedRows } = await sql`-- renameInRecords
      update source_record
      set "values" = "values" - ${from}::text || jsonb_build_object(${to}::text, "values" -> ${from}),
        said_since = case when said_since ? ${from}
          then said_since - ${from}::text || jsonb_build_object(${to}::text, said_since -> ${from}) else said_since end,
        revision = revision + 1
      where workspace_id = ${workspaceId}::uuid and id > ${after}::uuid and id <= ${until}::uuid and "values" ? ${from}`.execute(
      tx,
    )
    return Number(numAffectedRows)
  })
}

/** Moves what customers have to another key. @returns how many */
export async function renameInCustomers(tx: Tx, workspaceId: string, { from, to }: Rewrite): Promise<number> {
  return inChunks(tx, workspaceId, 'customer', async ({ after, until }) => {
    const { numAffectedRows } = await sql`-- renameInCustomers
      update customer
      set attributes = attributes - ${from}::text || jsonb_build_object(${to}::text, attributes -> ${from}),
        provenance = case when provenance ? ${from}
          then provenance - ${from}::text || jsonb_build_object(${to}::text, provenance -> ${from}) else provenance end,
        updated_at = now()
      where workspace_id = ${workspaceId}::uuid and id > ${after}::uuid and id <= ${until}::uuid and attributes ? ${from}`.execute(
      tx,
    )
    return Number(numAffectedRows)
  })
}

/**
 * Of the customers that several records speak of, one record each where a change rewrote some of them: what is said
 * most, or longest, may be another value now. After a record's id, at most `limit`.
 */
export async function findToUnify(
  tx: Tx,
  workspaceId: string,
  changeId: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`-- findToUnify
    select former.record_id as id from former_value as former
    join source_record as record on record.workspace_id = former.workspace_id and record.id = former.record_id
    where former.workspace_id = ${workspaceId}::uuid and former.change_id = ${changeId}::uuid
      and former.record_id > ${after}::uuid
      and exists (
        select from source_record as sibling
        where sibling.workspace_id = record.workspace_id and sibling.customer_id = record.customer_id
          and sibling.id <> record.id)
    order by former.record_id limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The records that say something on an attribute, after a record's id, at most `limit`. */
export async function findRecordsSaying(
  tx: Tx,
  workspaceId: string,
  key: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`-- findRecordsSaying
    select id from source_record
    where workspace_id = ${workspaceId}::uuid and id > ${after}::uuid and "values" ? ${key}
    order by id limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}

interface Ids {
  /** The last id before the chunk. */
  readonly after: string
  readonly until: string
}

/** Before all others. */
export const firstId = '00000000-0000-0000-0000-000000000000'

/** Goes through a table by id, some rows at a time. @returns the sum of what `work` answers */
async function inChunks(
  tx: Tx,
  workspaceId: string,
  table: 'source_record' | 'customer',
  work: (ids: Ids) => Promise<number>,
): Promise<number> {
  let [sum, after] = [0, firstId]
  for (;;) {
    const { rows } = await sql<{ until: string | null }>`-- inChunks
      select (
        select id from ${sql.table(table)} where workspace_id = ${workspaceId}::uuid and id > ${after}::uuid
        order by id offset ${chunk - 1} limit 1) as until`.execute(tx)
    const until = rows[0]?.until ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'
    sum += await work({ after, until })
    if (rows[0]?.until == null) return sum
    after = until
  }
}
