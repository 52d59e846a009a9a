import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import type { Use } from './may-be-used.ts'

/** Which people may be used for a purpose: those that are listed, or all but those. */
export interface UsedPeople {
  readonly listed: readonly string[]
  readonly isAllowed: boolean
}

/** The people that `whereMayBeUsed` tells apart; undefined where more than `most` are to be listed. */
export async function findUsedPeople(
  tx: Tx,
  workspaceId: string,
  { purpose, ground, now }: Use,
  most: number,
): Promise<UsedPeople | undefined> {
  const isAllowed = ground === 'consent'
  const which = isAllowed
    ? sql`standing = 'given' and (expires_at is null or expires_at > ${now})`
    : sql`standing in ('denied', 'withdrawn')`
  const { rows } = await sql<{ id: string }>`-- findUsedPeople
    select customer_id as id from consent_standing
    where workspace_id = ${workspaceId}::uuid and purpose = ${purpose} and ${which}
    limit ${most + 1}`.execute(tx)
  return rows.length > most ? undefined : { listed: rows.map(({ id }) => id), isAllowed }
}
