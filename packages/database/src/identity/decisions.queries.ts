import type { Decision } from '@profilkort/domain/identity/identity'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** What people decided about any of these records. */
export async function findDecisions(
  tx: Tx,
  workspaceId: string,
  recordIds: readonly string[],
): Promise<readonly Decision[]> {
  const rows = await tx
    .selectFrom('identity_decision')
    .select(['a', 'b', 'verdict'])
    .where('workspace_id', '=', workspaceId)
    .where('a', '=', sql<string>`any(${[...recordIds]}::uuid[])`)
    .execute()
  return rows as readonly Decision[]
}
