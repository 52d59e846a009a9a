import { type RawBuilder, sql } from 'kysely'

/** What customers have bought: won deals with a day, and orders that are no credit notes. */
function purchases(workspaceId: string, deals: RawBuilder<unknown>, orders: RawBuilder<unknown>) {
  return sql`(
    select customer_id, closed_on as bought_on, channel, 1 as rank, id from deal
    where workspace_id = ${workspaceId}::uuid and status = 'won' and closed_on is not null and archived_at is null
      and customer_id is not null and ${deals}
    union all
    select customer_id, ordered_on, channel, 2, id from sales_order
    where workspace_id = ${workspaceId}::uuid and net_amount >= 0 and archived_at is null
      and customer_id is not null and ${orders})`
}

/**
 * What customers were won by, with `customer_id`, `bought_on` and `channel`: of each the first purchase, of one day deals
 * before orders and then by id.
 * @param which a condition on `customer_id`
 */
export function firstPurchases(workspaceId: string, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select distinct on (customer_id) customer_id, bought_on, channel
    from ${purchases(workspaceId, which, which)} as purchase
    order by customer_id, bought_on, rank, id)`
}

/** The customers that have bought something from one day up to, not including, another. */
export function buyersWithin(workspaceId: string, from: RawBuilder<unknown>, to: RawBuilder<unknown>) {
  const within = (day: string) => sql`${sql.id(day)} >= ${from} and ${sql.id(day)} < ${to}`
  return sql`(select customer_id from ${purchases(workspaceId, within('closed_on'), within('ordered_on'))} as purchase)`
}
