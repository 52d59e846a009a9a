import type { CustomerMetrics } from '@profilkort/domain/insight/metrics'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** Which deals count, in which currency values are summed, and the day tenure is counted to. */
export interface MetricScope {
  readonly workspaceId: string
  /** ISO 4217; the value of deals in other currencies is left out of sums, the deals still count. */
  readonly currency: string
  /** A day, `2026-11-23`. */
  readonly asOf: string
  /** Only deals this source told of; all when not given. */
  readonly source?: string | undefined
}

/** One row of metrics per customer with deals, named as in `CustomerMetrics`, to join with. */
export function customerMetrics(tx: Tx, scope: MetricScope) {
  return countedDeals(tx, scope)
    .where('deal.customer_id', 'is not', null)
    .groupBy('deal.customer_id')
    .select('deal.customer_id')
    .select(figures(scope))
}

/**
 * The metrics of the customer of a row, to join laterally where few customers are read: always one row. The statement
 * has the customer's id as `customer.id`.
 */
export function metricsOfCustomer(tx: Pick<Tx, 'selectFrom'>, scope: MetricScope) {
  return countedDeals(tx, scope)
    .where('deal.customer_id', '=', sql.ref<string>('customer.id'))
    .select(figures(scope))
}

function countedDeals(tx: Pick<Tx, 'selectFrom'>, scope: MetricScope) {
  return tx
    .selectFrom('deal')
    .where('deal.workspace_id', '=', scope.workspaceId)
    .where(sql<boolean>`coalesce(deal.closed_on, deal.opened_on, '-infinity') <= ${scope.asOf}::date`)
    .$if(scope.source !== undefined, (query) => query.where('deal.source', '=', scope.source ?? ''))
}

function figures({ currency, asOf }: MetricScope) {
  const won = sql<boolean>`deal.status = 'won'`
  return [
    sql<number>`coalesce(sum(deal.value) filter (where ${won} and deal.currency = ${currency}), 0)::float8`.as(
      'wonValue',
    ),
    sql<number>`(count(*) filter (where ${won}))::float8`.as('wonDeals'),
    sql<number>`(count(*) filter (where deal.status = 'lost'))::float8`.as('lostDeals'),
    sql<number>`(count(*) filter (where deal.status = 'open'))::float8`.as('openDeals'),
    sql<number | null>`(count(*) filter (where ${won}))::float8
      / nullif(count(*) filter (where deal.status in ('won', 'lost')), 0)`.as('winRate'),
    sql<number | null>`(${asOf}::date - min(deal.closed_on) filter (where ${won}))::float8`.as('tenureDays'),
  ] as const
}

/** The metrics of customers by id; of customers without deals there is no entry. */
export async function loadMetrics(
  tx: Tx,
  scope: MetricScope,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, CustomerMetrics>> {
  const rows = await customerMetrics(tx, scope)
    .where('deal.customer_id', 'in', [...customerIds])
    .execute()
  return new Map(rows.map((row) => [row.customer_id ?? '', toMetrics(row)]))
}

/** Every company that has won or lost a deal, with its name and metrics. */
export async function loadBuyers(
  tx: Tx,
  scope: MetricScope,
): Promise<readonly { id: string; name: string; metrics: CustomerMetrics }[]> {
  const rows = await tx
    .with('metrics', () => customerMetrics(tx, scope))
    .selectFrom('metrics')
    .innerJoin('customer', (join) =>
      join
        .onRef('customer.id', '=', 'metrics.customer_id')
        .on('customer.workspace_id', '=', scope.workspaceId),
    )
    .where('customer.kind', '=', 'company')
    .where(sql<boolean>`metrics."wonDeals" + metrics."lostDeals" > 0`)
    .select(['customer.id', 'customer.name'])
    .selectAll('metrics')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, metrics: toMetrics(row) }))
}

export interface MetricRow {
  readonly wonValue: number
  readonly wonDeals: number
  readonly lostDeals: number
  readonly openDeals: number
  readonly winRate: number | null
  readonly tenureDays: number | null
}

export function toMetrics(row: MetricRow): CustomerMetrics {
  return {
    wonValue: row.wonValue,
    wonDeals: row.wonDeals,
    lostDeals: row.lostDeals,
    openDeals: row.openDeals,
    winRate: row.winRate ?? undefined,
    tenureDays: row.tenureDays ?? undefined,
  }
}

/** The metrics of a customer without any deal. */
export const noDeals: CustomerMetrics = {
  wonValue: 0,
  wonDeals: 0,
  lostDeals: 0,
  openDeals: 0,
  winRate: undefined,
  tenureDays: undefined,
}
