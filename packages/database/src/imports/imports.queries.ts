import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

export interface ImportRow {
  readonly source: string
  readonly kind: string
  readonly fileName: string
  /** SHA-256 of the file, lower-case hex. */
  readonly fileHash: string
  readonly mapping: unknown
  readonly report: unknown
}

/** Records an import that was carried out. */
export async function insertImport(tx: Tx, workspaceId: string, row: ImportRow): Promise<void> {
  await tx
    .insertInto('import')
    .values({
      workspace_id: workspaceId,
      source: row.source,
      kind: row.kind,
      file_name: row.fileName,
      file_hash: row.fileHash,
      mapping: JSON.stringify(row.mapping),
      report: JSON.stringify(row.report),
    })
    .execute()
}

/**
 * Tells PostgreSQL how much there is now. It would find out by itself within minutes; until then it plans reads of a
 * just filled workspace as if it were empty, a thousand times slower.
 */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await sql`analyze customer, deal, source_record, identifier, sales_order, customer_cost, channel_cost, cost_share, referral, ticket,
    nps_answer`.execute(tx)
}

/** Keeps other imports of the workspace out until the transaction ends; false when one is under way. */
export async function lockImports(tx: Tx, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ is_free: boolean }>`
    -- lockImports
    select pg_try_advisory_xact_lock(hashtextextended(${`import ${workspaceId}`}, 0)) as is_free
  `.execute(tx)
  return rows[0]?.is_free ?? false
}
