import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import type { SourceScope } from '../identity/records.queries.ts'

/** What is known of a row's record before it is written. */
export interface KnownRow {
  readonly externalId: string
  readonly digest: string | null
  readonly companyRecordId: string | null
  readonly isMention: boolean
  readonly importId: string | null
  readonly line: number | null
}

/** Those rows of a source that it told of before, by external id. */
export async function findKnownRows(
  tx: Tx,
  workspaceId: string,
  { source, kind }: SourceScope,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, KnownRow>> {
  const { rows } = await sql<KnownRow>`-- findKnownRows
    select external_id as "externalId", digest, company_record_id as "companyRecordId", is_mention as "isMention",
      import_id as "importId", line
    from source_record
    where workspace_id = ${workspaceId}::uuid and source = ${source} and kind = ${kind}
      and external_id = any(${[...externalIds]})`.execute(tx)
  return new Map(rows.map((row) => [row.externalId, row]))
}

/** Whether a source has told of anybody of a kind. */
export async function hasRecords(
  tx: Tx,
  workspaceId: string,
  { source, kind }: SourceScope,
): Promise<boolean> {
  const { rows } = await sql`-- hasRecords
    select from source_record
    where workspace_id = ${workspaceId}::uuid and source = ${source} and kind = ${kind} limit 1`.execute(tx)
  return rows.length > 0
}

/** Where in the file a row stood first, and what it said. */
export interface SeenRow {
  readonly externalId: string
  readonly line: number
  readonly digest: string
}

/** Those of some rows that stood further up in the file, as far as they were marked. */
export async function findSeen(
  tx: Tx,
  workspaceId: string,
  importId: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, SeenRow>> {
  const { rows } = await sql<SeenRow>`-- findSeen
    select external_id as "externalId", line, digest from import_seen
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid
      and external_id = any(${[...externalIds]})`.execute(tx)
  return new Map(rows.map((row) => [row.externalId, row]))
}

/** Marks rows that were known before, so that they are seen when they stand in the file again. */
export async function markSeen(
  tx: Tx,
  workspaceId: string,
  importId: string,
  rows: readonly SeenRow[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`-- markSeen
    insert into import_seen (workspace_id, import_id, external_id, line, digest)
    select ${workspaceId}::uuid, ${importId}::uuid, given.*
    from unnest(${rows.map(({ externalId }) => externalId)}::text[], ${rows.map(({ line }) => line)}::int[],
      ${rows.map(({ digest }) => digest)}::text[]) as given`.execute(tx)
}

/** Forgets the marks of an import that is over. */
export async function deleteSeen(tx: Tx, workspaceId: string, importId: string): Promise<void> {
  await tx
    .deleteFrom('import_seen')
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', importId)
    .execute()
}
