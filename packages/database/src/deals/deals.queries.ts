import type { Deal, DealStatus, StageEntry } from '@profilkort/domain/deals/deal'
import { byHand } from '@profilkort/domain/identity/survivorship'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** A deal as it is kept. */
export interface DealRow extends Deal {
  readonly id: string
  readonly source: string
  readonly history: readonly StageEntry[]
  readonly revision: number
  readonly archivedAt: Date | null
  /** What lists are sorted by: the day it closed, else opened; `-infinity` where neither is known. */
  readonly day: string
}

/** Which deals of a list. */
export interface DealFilter {
  readonly statuses?: readonly DealStatus[] | undefined
  readonly stages?: readonly string[] | undefined
  readonly owner?: string | undefined
  readonly customerId?: string | undefined
  readonly productKey?: string | undefined
  /** As `channelKey` folds it. */
  readonly channel?: string | undefined
  /** Only those that closed, or else were opened, from this day on. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Also those in the archive. */
  readonly archived: boolean
}

/** A place in the list sorted by day, then id: a keyset cursor. */
export interface DealPlace {
  readonly day: string
  readonly id: string
}

export interface DealPage {
  readonly limit: number
  readonly after?: DealPlace | undefined
  readonly before?: DealPlace | undefined
  /** The last ones rather than the first, still answered in order. */
  readonly fromEnd: boolean
}

const day = sql`coalesce(closed_on, opened_on, '-infinity')`
const columns = sql`id, source, customer_id as "customerId", product_key as "productKey", owner, stage, status,
  opened_on as "openedOn", closed_on as "closedOn", expected_close_on as "expectedCloseOn", value, currency,
  lost_reason as "lostReason", channel, campaign, stage_history as history, revision, archived_at as "archivedAt",
  ${day} as day`

function filtered(workspaceId: string, filter: DealFilter) {
  const { statuses, stages, owner, customerId, productKey, channel, from, to, archived } = filter
  const conditions = [
    sql`workspace_id = ${workspaceId}::uuid`,
    ...(statuses === undefined ? [] : [sql`status = any(${[...statuses]})`]),
    ...(stages === undefined ? [] : [sql`stage = any(${[...stages]})`]),
    ...(owner === undefined ? [] : [sql`owner = ${owner}`]),
    ...(customerId === undefined ? [] : [sql`customer_id = ${customerId}::uuid`]),
    ...(productKey === undefined ? [] : [sql`product_key = ${productKey}`]),
    ...(channel === undefined ? [] : [sql`channel = ${channel}`]),
    ...(from === undefined ? [] : [sql`${day} >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`${day} <= ${to}::date`]),
    ...(archived ? [] : [sql`archived_at is null`]),
  ]
  return sql.join(conditions, sql` and `)
}

/** One page of deals, the latest first. */
export async function listDeals(
  tx: Tx,
  workspaceId: string,
  filter: DealFilter,
  { limit, after, before, fromEnd }: DealPage,
): Promise<readonly DealRow[]> {
  const direction = fromEnd ? sql`asc` : sql`desc`
  const { rows } = await sql<DealRow>`-- listDeals
    select ${columns} from deal where ${filtered(workspaceId, filter)}
      ${after === undefined ? sql`` : sql`and (${day}, id) < (${after.day}::date, ${after.id}::uuid)`}
      ${before === undefined ? sql`` : sql`and (${day}, id) > (${before.day}::date, ${before.id}::uuid)`}
    order by ${day} ${direction}, id ${direction} limit ${limit}`.execute(tx)
  return fromEnd ? rows.toReversed() : rows
}

export async function countDeals(tx: Tx, workspaceId: string, filter: DealFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`-- countDeals
    select count(*) as count from deal where ${filtered(workspaceId, filter)}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** The deals of customers, the latest first, at most 100 of each; the archive aside. */
export async function listDealsOf(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<readonly DealRow[]> {
  const { rows } = await sql<DealRow>`-- listDealsOf
    select own.* from unnest(${[...customerIds]}::uuid[]) as asked(customer) cross join lateral (
      select ${columns} from deal
      where workspace_id = ${workspaceId}::uuid and customer_id = asked.customer and archived_at is null
      order by ${day} desc, id desc limit 100) as own`.execute(tx)
  return rows
}

export async function findDeals(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly DealRow[]> {
  const { rows } = await sql<DealRow>`-- findDeals
    select ${columns} from deal where workspace_id = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
  return rows
}

/** Takes the row that a change of the deal is decided on. */
export async function lockDeal(tx: Tx, workspaceId: string, id: string): Promise<DealRow | undefined> {
  const { rows } = await sql<DealRow>`-- lockDeal
    select ${columns} from deal where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid for update`.execute(
    tx,
  )
  return rows[0]
}

function toColumns(deal: Deal, history: readonly StageEntry[]) {
  return {
    customer_id: deal.customerId,
    product_key: deal.productKey,
    owner: deal.owner,
    stage: deal.stage,
    status: deal.status,
    opened_on: deal.openedOn,
    closed_on: deal.closedOn,
    expected_close_on: deal.expectedCloseOn,
    value: deal.value,
    currency: deal.currency,
    lost_reason: deal.lostReason,
    channel: deal.channel,
    campaign: deal.campaign,
    stage_history: JSON.stringify(history),
  }
}

/** Keeps a new deal, told by hand of the customer's first record. */
export async function insertDeal(
  tx: Tx,
  workspaceId: string,
  { id, history, ...deal }: Deal & Pick<DealRow, 'id' | 'history'>,
): Promise<void> {
  await tx
    .insertInto('deal')
    .values({
      ...toColumns(deal, history),
      workspace_id: workspaceId,
      id,
      source: byHand,
      external_id: id,
      record_id: deal.customerId,
    })
    .execute()
}

/** Changes a deal; what it was told of stays, unless it is another customer's now. */
export async function updateDeal(
  tx: Tx,
  workspaceId: string,
  { id, history, ...deal }: Deal & Pick<DealRow, 'id' | 'history'>,
): Promise<void> {
  await tx
    .updateTable('deal')
    .set(toColumns(deal, history))
    .set((eb) => ({
      record_id: sql`case when customer_id is not distinct from ${deal.customerId}::uuid then record_id
        else ${deal.customerId}::uuid end`,
      revision: eb('revision', '+', 1),
      updated_at: sql`now()`,
    }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

export async function archiveDeal(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('deal')
    .set((eb) => ({ archived_at: at, revision: eb('revision', '+', 1), updated_at: at }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}
