import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { buyersWithin, firstPurchases } from './purchases.ts'

/**
 * Spreads the costs of channels again where customers have changed: were won or lost, opened tickets, were joined or
 * parted. Of all customers when none are named. Does nothing where no cost is to be spread.
 */
export async function settleShares(
  tx: Tx,
  workspaceId: string,
  customerIds?: readonly string[],
): Promise<void> {
  if (customerIds?.length === 0) return
  const { rows: any } = await sql`-- settleShares: any
    select from channel_cost where workspace_id = ${workspaceId}::uuid limit 1`.execute(tx)
  if (any.length === 0) return
  await lockShares(tx, workspaceId)
  const affected = customerIds && (await findAffected(tx, workspaceId, [...new Set(customerIds)]))
  if (affected?.length !== 0) await spreadCosts(tx, workspaceId, affected)
}

/** Spreads costs that were set or changed. */
export async function settleCosts(tx: Tx, workspaceId: string, costIds: readonly string[]): Promise<void> {
  await lockShares(tx, workspaceId)
  await spreadCosts(tx, workspaceId, costIds)
}

/** Who spreads sees what all before have written, so that no two spread the same cost over different customers. */
async function lockShares(tx: Tx, workspaceId: string): Promise<void> {
  await sql`-- lockShares
    select pg_advisory_xact_lock(hashtextextended(${`shares ${workspaceId}`}, 0))`.execute(tx)
}

/** The costs that customers have a share in and should not, or should and have not, or whose tickets weigh in. */
async function findAffected(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<readonly string[]> {
  const those = sql`customer_id = any(${[...customerIds]}::uuid[])`
  const { rows } = await sql<{ id: string }>`-- findAffected
    with cost as (select * from channel_cost where workspace_id = ${workspaceId}::uuid),
    first as (select * from ${firstPurchases(workspaceId, those)} as first),
    held as (
      select share.cost_id, share.customer_id, cost.purpose from cost_share as share join cost on cost.id = share.cost_id
      where share.workspace_id = ${workspaceId}::uuid and share.${those}),
    due as (
      select cost.id as cost_id, first.customer_id from cost join first
        on ${isWithin('first.bought_on', 'first.channel')}
      where cost.purpose = 'acquisition'),
    gained as (select cost_id, customer_id from due except select cost_id, customer_id from held),
    lost as (
      select cost_id, customer_id from held where purpose = 'acquisition'
      except select cost_id, customer_id from due)
    select cost_id as id from gained
    union select cost_id from lost
    union select cost_id from held where purpose = 'service'
    union select cost.id from cost join ticket on ticket.workspace_id = ${workspaceId}::uuid and ticket.${those}
        and ${isWithin('ticket.opened_on', 'ticket.channel')}
      where cost.purpose = 'service'`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Whether a day is in the month of a row of `cost`, and a channel is the one it is for. */
function isWithin(day: string, channel: string) {
  return sql`(cost.month = date_trunc('month', ${sql.ref(day)}::timestamp)::date
    and (cost.channel = '' or cost.channel = ${sql.ref(channel)}))`
}

/**
 * Splits each cost over those it is for, in the order of their ids: who comes after others gets what is due to all of
 * them, rounded down to the øre, less what those before have got. So the shares add up to the cost to the øre, and none
 * is an øre off. What is due to tickets that nobody knows the customer of stays unallocated, as does the cost of a month
 * in which nobody was won.
 */
async function spreadCosts(
  tx: Tx,
  workspaceId: string,
  costIds: readonly string[] | undefined,
): Promise<void> {
  const which = costIds === undefined ? sql`true` : sql`id = any(${[...costIds]}::uuid[])`
  const [start, stop] = [sql`(select start from range)`, sql`(select stop from range)`]
  // Who bought nothing in the months was not won in them; of all costs, all have to be looked at anyway.
  const isCandidate =
    costIds === undefined ? sql`true` : sql`customer_id in ${buyersWithin(workspaceId, start, stop)}`
  await sql`-- spreadCosts
    with cost as materialized (
      select id, purpose, channel, month, amount * 100 as minor from channel_cost
      where workspace_id = ${workspaceId}::uuid and ${which}),
    range as materialized (
      select min(month) as start, (max(month) + interval '1 month')::date as stop from cost),
    won as (
      select cost.id as cost_id, minor, first.customer_id
      from cost join ${firstPurchases(workspaceId, isCandidate)} as first on ${isWithin('first.bought_on', 'first.channel')}
      where cost.purpose = 'acquisition'),
    served as (
      select cost.id as cost_id, minor, ticket.customer_id, count(*) as tickets, sum(minutes) as minutes,
        sum(count(*) - count(minutes)) over (partition by cost.id) = 0 and sum(sum(minutes)) over (partition by cost.id) > 0
          as is_timed
      from cost join ticket on ${isWithin('ticket.opened_on', 'ticket.channel')}
        and ticket.workspace_id = ${workspaceId}::uuid and ticket.opened_on >= ${start} and ticket.opened_on < ${stop}
      where cost.purpose = 'service' group by cost.id, minor, ticket.customer_id),
    weighed as (
      select cost_id, minor, customer_id, 1::numeric as weight from won
      union all select cost_id, minor, customer_id, case when is_timed then minutes else tickets end from served),
    reached as (
      select cost_id, customer_id, weight, minor,
        sum(weight) over (partition by cost_id order by customer_id nulls last) as upto,
        sum(weight) over (partition by cost_id) as total
      from weighed),
    share as materialized (
      select cost_id, customer_id, (div(minor * upto, total) - div(minor * (upto - weight), total)) / 100 as amount
      from reached where customer_id is not null),
    gone as (
      delete from cost_share as old using cost
      where old.workspace_id = ${workspaceId}::uuid and old.cost_id = cost.id
        and (old.cost_id, old.customer_id) not in (select cost_id, customer_id from share))
    insert into cost_share as old (workspace_id, cost_id, customer_id, amount)
    select ${workspaceId}::uuid, cost_id, customer_id, amount from share
    on conflict (workspace_id, cost_id, customer_id) do update set amount = excluded.amount
      where old.amount <> excluded.amount`.execute(tx)
}
