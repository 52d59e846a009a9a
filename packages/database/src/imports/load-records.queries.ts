import { once } from 'node:events'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import { provenancesByShape } from '@profilkort/domain/identity/lonely-customer'
import { sql } from 'kysely'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Tx } from '../connect.ts'
import { uuidOf } from '../uuid-of.ts'

/** The columns of rows that are copied in, in order; `encodeRecord` writes them. */
export const loadedColumns = [
  'id',
  'external_id',
  'name',
  'name_key',
  'stage',
  'company_record_id',
  'company_id',
  'values',
  'attributes',
  'identifiers',
  'data',
  'digest',
  'line',
  'called',
  'called_key',
  'shape',
] as const

/**
 * Rows come into a table of the connection's own first: PostgreSQL copies into no table that has row-level security, and
 * from there one statement each writes what the wall lets through.
 */
export async function openLoad(tx: Tx): Promise<void> {
  await sql`-- openLoad
    create temporary table if not exists import_load (
      id uuid, external_id text, name text, name_key text, stage text, company_record_id uuid, company_id uuid,
      "values" jsonb, attributes jsonb, identifiers text[], data json, digest text, line int, called text, called_key text,
      shape int
    ) on commit delete rows`.execute(tx)
}

/** Copies encoded rows into the connection's own table. Needs `openLoad` in the same transaction. */
export async function copyRows(client: ClientBase, encoded: Uint8Array): Promise<void> {
  const columns = loadedColumns.map((column) => `"${column}"`).join(', ')
  const stream = client.query(copyFrom(`copy import_load (${columns}) from stdin`))
  const finished = once(stream, 'finish')
  stream.end(encoded)
  await finished
}

export interface LoadScope {
  readonly workspaceId: string
  readonly source: string
  readonly kind: CustomerKind
  readonly importId: string
  readonly layoutId: string | null
  readonly isMention: boolean
  readonly now: Date
}

/** Writes what was copied in as new records, each the one record of a customer of its own. */
export async function writeLoad(tx: Tx, scope: LoadScope): Promise<void> {
  const { workspaceId, source, kind, importId, layoutId, isMention, now } = scope
  // Who waits longer waits for another part of the same import, which waits for this one: the file has a row twice.
  await sql`set local lock_timeout = '1s'`.execute(tx)
  const provenances = provenancesByShape(kind, source, now.getTime()).map((each) => JSON.stringify(each))
  await sql`-- writeLoad: records
    insert into source_record (workspace_id, id, kind, source, external_id, customer_id, name, name_key, stage,
      company_record_id, is_mention, "values", said_at, identifiers, data, layout_id, digest, import_id, line)
    select ${workspaceId}::uuid, id, ${kind}, ${source}, external_id, id, name, name_key, stage,
      company_record_id, ${isMention}, "values", ${now}, identifiers, data, ${layoutId}::uuid, digest, ${importId}::uuid,
      line
    from import_load`.execute(tx)
  await sql`-- writeLoad: customers
    insert into customer (workspace_id, id, kind, stage, name, name_key, company_id, company_record_id, attributes,
      provenance)
    select ${workspaceId}::uuid, id, ${kind}, coalesce(stage, 'lead'), coalesce(name, called),
      coalesce(name_key, called_key), company_id, company_record_id,
      coalesce(attributes, "values"),
      (${provenances}::jsonb[])[shape + 1]
    from import_load`.execute(tx)
  await sql`-- writeLoad: identifiers
    insert into identifier (workspace_id, token, record_id)
    select ${workspaceId}::uuid, token, id from import_load, unnest(identifiers) as token order by token`.execute(
    tx,
  )
  await sql`set local lock_timeout to default`.execute(tx)
}

/** Empties the connection's own table, for the next rows of the same transaction. */
export async function clearLoad(tx: Tx): Promise<void> {
  await sql`-- clearLoad
    truncate import_load`.execute(tx)
}

/** The layout of rows under these headers, kept once. @returns its id */
export async function ensureLayout(tx: Tx, workspaceId: string, headers: readonly string[]): Promise<string> {
  const id = uuidOf(headers)
  await tx
    .insertInto('record_layout')
    .values({ workspace_id: workspaceId, id, headers: [...headers] })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return id
}
