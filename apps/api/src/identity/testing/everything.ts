import { type Database, inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'

/** All that a join could touch in a workspace, row by row, to be held against what it is later. */
export function everything(
  db: Database,
  workspaceId: string,
): Promise<{ readonly [table: string]: readonly unknown[] }> {
  return inWorkspace(db, workspaceId, async (tx) => {
    const rowsOf = async (statement: string) =>
      (await sql<{ row: unknown }>`${sql.raw(statement)}`.execute(tx)).rows.map(({ row }) => row)
    const all = (table: string, without: string) =>
      rowsOf(`select (to_jsonb(t) - array[${without}]::text[])::text as row from ${table} as t order by 1`)
    return {
      customers: await all('customer', "'updated_at', 'created_at', 'changed_xid'"),
      records: await all('source_record', "'revision', 'digest', 'data'"),
      identifiers: await all('identifier', ''),
      deals: await all('deal', "'updated_at'"),
      answers: await all('criterion_answer', ''),
      decisions: await all('identity_decision', "'change_id'"),
    }
  })
}
