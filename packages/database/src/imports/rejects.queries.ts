import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** A row that could not be taken, as it stood. */
export interface RejectedRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly reason: string
}

export async function insertRejects(
  tx: Tx,
  workspaceId: string,
  importId: string,
  rejects: readonly RejectedRow[],
): Promise<void> {
  if (rejects.length === 0) return
  // As texts of JSON, one each: a cell may hold a NUL, which PostgreSQL keeps as it is escaped but never unescapes.
  await sql`-- insertRejects
    insert into import_reject (workspace_id, import_id, line, cells, reason)
    select ${workspaceId}::uuid, ${importId}::uuid, line, cells::json, reason
    from unnest(${rejects.map(({ line }) => line)}::int[],
      ${rejects.map(({ cells }) => JSON.stringify(cells))}::text[],
      ${rejects.map(({ reason }) => reason)}::text[]) as given(line, cells, reason)
    on conflict do nothing`.execute(tx)
}

/** The rejected rows below a line, in order, so many at most. */
export async function listRejects(
  tx: Tx,
  workspaceId: string,
  importId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly RejectedRow[]> {
  const rows = await tx
    .selectFrom('import_reject')
    .select(['line', 'cells', 'reason'])
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', importId)
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit)
    .execute()
  return rows as unknown as readonly RejectedRow[]
}

/** Forgets what an attempt that is taken back found. */
export async function deleteRejects(tx: Tx, workspaceId: string, importId: string): Promise<void> {
  await tx
    .deleteFrom('import_reject')
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', importId)
    .execute()
}
