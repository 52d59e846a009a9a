import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** The customers on a static segment's list, to select from: who was joined is told as the one that it is now. */
export function pickedCustomers(workspaceId: string, segmentId: string): RawBuilder<unknown> {
  return sql`select distinct record.customer_id from segment_pick as pick
    join source_record as record on record.workspace_id = pick.workspace_id and record.id = pick.record_id
    where pick.workspace_id = ${workspaceId}::uuid and pick.segment_id = ${segmentId}::uuid`
}

/** The ids of the customers on a static segment's list, ascending. */
export async function listPicked(tx: Tx, workspaceId: string, segmentId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`-- listPicked
    select customer_id as id from (${pickedCustomers(workspaceId, segmentId)}) as picked order by 1`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}
