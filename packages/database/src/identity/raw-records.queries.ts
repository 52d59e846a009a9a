import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** Records as their sources sent them last, by id: header to cell, or the object that came. */
export async function loadRawRecords(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await sql<{ id: string; data: unknown; headers: string[] | null }>`-- loadRawRecords
    select record.id, record.data, layout.headers from source_record as record
    left join record_layout as layout on layout.workspace_id = record.workspace_id and layout.id = record.layout_id
    where record.workspace_id = ${workspaceId}::uuid and record.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, data, headers }) => [id, underHeaders(data, headers)]))
}

/** Cells under their headers; blank ones were not said. */
function underHeaders(data: unknown, headers: readonly string[] | null): unknown {
  if (headers === null || !Array.isArray(data)) return data
  return Object.fromEntries(
    headers
      .map((header, index) => [header, data[index] as unknown])
      .filter(([, cell]) => cell !== '' && cell !== undefined),
  )
}
