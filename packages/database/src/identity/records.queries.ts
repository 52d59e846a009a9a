import type { CustomerKind } from '@profilkort/domain/customers/customer'
import type { SourceRecord } from '@profilkort/domain/identity/record'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** What one record of a source says, and the customer it speaks of. */
export interface RecordRow extends SourceRecord {
  readonly customerId: string
  /** Of the data and how it was read. */
  readonly digest: string | null
  readonly revision: number
}

/** A record as it is to be kept. */
export interface RecordToSave extends Omit<RecordRow, 'since' | 'revision'> {
  readonly nameKey: string | null
  /** As the source said it; with a layout, the cells under its headers. */
  readonly data: unknown
  readonly layoutId: string | null
}

/** The columns of a `RecordRow`. */
export const recordColumns = sql`id, kind, source, external_id as "externalId", customer_id as "customerId", name, stage,
  company_record_id as "companyRecordId", is_mention as "isMention", attached_to as "attachedTo", "values",
  extract(epoch from said_at)::float8 * 1000 as "saidAt", said_since as "saidSince", identifiers, digest, revision,
  extract(epoch from created_at)::float8 * 1000 as since`

export interface SourceScope {
  readonly source: string
  readonly kind: CustomerKind
}

/** The records of a source by their external ids. */
export async function findRecords(
  tx: Tx,
  workspaceId: string,
  { source, kind }: SourceScope,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, RecordRow>> {
  const { rows } = await sql<RecordRow>`-- findRecords
    select ${recordColumns} from source_record
    where workspace_id = ${workspaceId}::uuid and source = ${source} and kind = ${kind}
      and external_id = any(${[...externalIds]})`.execute(tx)
  return new Map(rows.map((row) => [row.externalId, row]))
}

/** Records by their ids. */
export async function findRecordsById(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly RecordRow[]> {
  const { rows } = await sql<RecordRow>`-- findRecordsById
    select ${recordColumns} from source_record
    where workspace_id = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/** All records of customers. */
export async function findRecordsOf(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<readonly RecordRow[]> {
  const { rows } = await sql<RecordRow>`-- findRecordsOf
    select ${recordColumns} from source_record
    where workspace_id = ${workspaceId}::uuid and customer_id = any(${[...customerIds]}::uuid[])`.execute(tx)
  return rows
}

/** Keeps what records say. Of one that is there already the customer stays. */
export async function saveRecords(
  tx: Tx,
  workspaceId: string,
  records: readonly RecordToSave[],
): Promise<void> {
  if (records.length === 0) return
  await sql`-- saveRecords
    insert into source_record as record (workspace_id, id, kind, source, external_id, customer_id, name, name_key, stage,
      company_record_id, is_mention, attached_to, "values", said_at, said_since, identifiers, data, layout_id, digest)
    select ${workspaceId}::uuid, id, kind, source, "externalId", "customerId", name, "nameKey", stage,
      "companyRecordId", "isMention", "attachedTo", "values", to_timestamp("saidAt" / 1000), "saidSince", identifiers,
      data, "layoutId", digest
    from json_to_recordset(${JSON.stringify(records)}::json) as given(
      id uuid, kind text, source text, "externalId" text, "customerId" uuid, name text, "nameKey" text, stage text,
      "companyRecordId" uuid, "isMention" boolean, "attachedTo" uuid, "values" jsonb, "saidAt" float8, "saidSince" jsonb,
      identifiers text[], data json, "layoutId" uuid, digest text)
    on conflict (workspace_id, id) do update set
      name = excluded.name, name_key = excluded.name_key, stage = excluded.stage,
      company_record_id = excluded.company_record_id, is_mention = excluded.is_mention, "values" = excluded."values",
      said_at = excluded.said_at, said_since = excluded.said_since, identifiers = excluded.identifiers,
      data = excluded.data, layout_id = excluded.layout_id, digest = excluded.digest, revision = record.revision + 1
  `.execute(tx)
}

/** That a record is known by an identifier. */
export interface Holding {
  readonly token: string
  readonly recordId: string
}

/** Lets records be known by other identifiers than before. */
export async function changeIdentifiers(
  tx: Tx,
  workspaceId: string,
  { gone, added }: { readonly gone: readonly Holding[]; readonly added: readonly Holding[] },
): Promise<void> {
  if (gone.length > 0) {
    await sql`-- changeIdentifiers: gone
      delete from identifier using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as given(token text, "recordId" uuid)
      where workspace_id = ${workspaceId}::uuid and identifier.token = given.token and record_id = given."recordId"
    `.execute(tx)
  }
  if (added.length === 0) return
  await sql`-- changeIdentifiers: added
    insert into identifier (workspace_id, token, record_id)
    select ${workspaceId}::uuid, token, "recordId"
    from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as given(token text, "recordId" uuid)
    on conflict do nothing`.execute(tx)
}
