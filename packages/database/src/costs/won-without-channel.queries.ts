import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { firstPurchases } from './purchases.ts'

export interface WonWithoutChannel {
  readonly count: number
  /** The last won first. */
  readonly customers: readonly { readonly customerId: string; readonly wonOn: string }[]
}

/** Customers whose first purchase, within days, says no channel: they share no channel's cost. */
export async function findWonWithoutChannel(
  tx: Tx,
  workspaceId: string,
  { from, to, limit }: { readonly from: string; readonly to: string; readonly limit: number },
): Promise<WonWithoutChannel> {
  const { rows } = await sql<{ customerId: string; wonOn: string; count: number }>`-- findWonWithoutChannel
    select customer_id as "customerId", bought_on as "wonOn", count(*) over () as count
    from ${firstPurchases(workspaceId, sql`true`)} as first
    where channel is null and bought_on between ${from}::date and ${to}::date
    order by bought_on desc, customer_id limit ${limit}`.execute(tx)
  return {
    count: rows[0]?.count ?? 0,
    customers: rows.map(({ customerId, wonOn }) => ({ customerId, wonOn })),
  }
}
