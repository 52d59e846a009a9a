import { type RawBuilder, sql } from 'kysely'

/**
 * What customers have bought: won deals with a day, and orders that are no credit notes; with `channel`, and `rank` and
 * `id` to tell those of one day apart.
 * @param which a condition on `customer_id` or the like that both have
 */
export function purchases(workspaceId: string, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select customer_id, closed_on as bought_on, channel, 1 as rank, id from deal
    where workspace_id = ${workspaceId}::uuid and status = 'won' and closed_on is not null and archived_at is null
      and customer_id is not null and ${which}
    union all
    select customer_id, ordered_on, channel, 2, id from sales_order
    where workspace_id = ${workspaceId}::uuid and net_amount >= 0 and archived_at is null
      and customer_id is not null and ${which})`
}

/** Whether a row of `purchase` is the customer's first: the one it was won by. */
export function isFirstPurchase(workspaceId: string): RawBuilder<unknown> {
  const same = sql`customer_id = purchase.customer_id`
  return sql`not exists (
    select from ${purchases(workspaceId, same)} as earlier
    where (earlier.bought_on, earlier.rank, earlier.id) < (purchase.bought_on, purchase.rank, purchase.id))`
}
