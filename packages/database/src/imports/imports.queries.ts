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
