import type { ChannelCost, Cost, CostPurpose } from '@profilkort/domain/costs/cost'
import { byHand } from '@profilkort/domain/identity/survivorship'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** A cost of one customer as it is kept. */
export interface CostRow extends Cost {
  readonly id: string
  readonly source: string
  readonly customerId: string | null
}

/** A customer's part of what a channel cost in a month, and what it is a part of. */
export interface ShareRow {
  readonly customerId: string
  readonly costId: string
  readonly purpose: CostPurpose
  /** Empty for all channels. */
  readonly channel: string
  readonly month: string
  readonly currency: string
  readonly amount: number
  /** The cost that was spread. */
  readonly of: number
  /** How many customers share it. */
  readonly customers: number
  readonly note: string
}

/** A channel's cost with what became of it. */
export interface ChannelCostRow extends ChannelCost {
  readonly id: string
  readonly source: string
  /** Spread over customers; the rest of the amount is not. */
  readonly allocated: number
  readonly customers: number
}

const most = 100

/** What was spent on customers, newest first, at most 100 of each. */
export async function listCosts(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<readonly CostRow[]> {
  const { rows } = await sql<CostRow>`-- listCosts
    select cost.* from unnest(${[...customerIds]}::uuid[]) as asked(customer_id) cross join lateral (
      select id, source, customer_id as "customerId", purpose, spent_on as "spentOn", amount, currency, hours,
        hourly_rate as "hourlyRate", what, who
      from customer_cost where workspace_id = ${workspaceId}::uuid and customer_id = asked.customer_id
      order by spent_on desc, id desc limit ${most}) as cost`.execute(tx)
  return rows
}

/** The shares that customers have in the costs of channels, newest month first, at most 100 of each. */
export async function listShares(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<readonly ShareRow[]> {
  const { rows } = await sql<ShareRow>`-- listShares
    select share.* from unnest(${[...customerIds]}::uuid[]) as asked(customer_id) cross join lateral (
      select own.customer_id as "customerId", cost.id as "costId", purpose, channel, month, currency, own.amount,
        cost.amount as of, note, (
          select count(*) from cost_share as each
          where each.workspace_id = ${workspaceId}::uuid and each.cost_id = cost.id) as customers
      from cost_share as own join channel_cost as cost
        on cost.workspace_id = own.workspace_id and cost.id = own.cost_id
      where own.workspace_id = ${workspaceId}::uuid and own.customer_id = asked.customer_id
      order by month desc, channel, cost.id limit ${most}) as share`.execute(tx)
  return rows
}

/** A cost of a customer to keep, told of one of its records. */
export interface CostToInsert extends Cost {
  readonly id: string
  readonly customerId: string
}

export async function insertCost(tx: Tx, workspaceId: string, cost: CostToInsert): Promise<CostRow> {
  const { id, customerId, purpose, spentOn, amount, currency, hours, hourlyRate, what, who } = cost
  await tx
    .insertInto('customer_cost')
    .values({
      workspace_id: workspaceId,
      id,
      source: byHand,
      external_id: id,
      record_id: customerId,
      customer_id: customerId,
      purpose,
      spent_on: spentOn,
      amount,
      currency,
      hours,
      hourly_rate: hourlyRate,
      what,
      who,
    })
    .execute()
  return { ...cost, source: byHand }
}

/** @returns false where there is none of the id */
export async function deleteCost(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('customer_cost')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export interface MonthRange {
  /** The first day of a month. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** The costs of channels, newest month first, at most 1,000; of months in a range or of some ids. */
export async function listChannelCosts(
  tx: Tx,
  workspaceId: string,
  { from, to }: MonthRange,
  ids?: readonly string[],
): Promise<readonly ChannelCostRow[]> {
  const { rows } = await sql<ChannelCostRow>`-- listChannelCosts
    select id, source, purpose, channel, month, amount, currency, note, allocated, customers
    from channel_cost as cost cross join lateral (
      select coalesce(sum(amount), 0) as allocated, count(*) as customers from cost_share as share
      where share.workspace_id = cost.workspace_id and share.cost_id = cost.id) as spread
    where workspace_id = ${workspaceId}::uuid
      ${from === undefined ? sql`` : sql`and month >= ${from}::date`}
      ${to === undefined ? sql`` : sql`and month <= ${to}::date`}
      ${ids === undefined ? sql`` : sql`and id = any(${[...ids]}::uuid[])`}
    order by month desc, purpose, channel, source, id limit 1000`.execute(tx)
  return rows
}

/** Sets what a channel cost in a month, as told by hand; what other sources tell of it stays beside. @returns its id */
export async function setChannelCost(tx: Tx, workspaceId: string, cost: ChannelCost): Promise<string> {
  const { purpose, channel, month, amount, currency, note } = cost
  const { id } = await tx
    .insertInto('channel_cost')
    .values({
      workspace_id: workspaceId,
      source: byHand,
      external_id: `${purpose} ${month} ${channel}`,
      purpose,
      channel,
      month,
      amount,
      currency,
      note,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'source', 'external_id']).doUpdateSet({ amount, currency, note }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes a channel's cost away, with all shares in it. @returns false where there is none of the id */
export async function deleteChannelCost(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('channel_cost')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
