import { type CustomerMetrics, noRecords } from '@profilkort/domain/insight/metrics'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { joiningAll } from '../joining-all.ts'
import { figuresOf, tellersOf } from './tellers.ts'

/** Which records count, in which currency amounts are summed, and the day that is today. */
export interface MetricScope {
  readonly workspaceId: string
  /** ISO 4217; amounts in other currencies are left out of sums, what they are of still counts. */
  readonly currency: string
  /** A day, `2026-11-23`. */
  readonly asOf: string
  /** Only what this source told of; all when not given. */
  readonly source?: string | undefined
}

/** Metrics as the database answers them: double precision, null without a basis. */
export type MetricRow = {
  readonly [Key in keyof CustomerMetrics]: undefined extends CustomerMetrics[Key] ? number | null : number
}

export const metricKeys = Object.keys(noRecords) as readonly (keyof CustomerMetrics)[]

/** One row of metrics for every customer, named as in `CustomerMetrics`, to join with while `joiningAll`. Reads each table once. */
export function customerMetrics(tx: Pick<Tx, 'selectFrom'>, scope: MetricScope) {
  const tellers = tellersOf(scope).map(
    ({ as, from, counts, sums }) => sql`left join (
      select customer_id, ${sums} from ${from} where ${counts} and customer_id is not null group by customer_id
    ) as ${sql.id(as)} on ${sql.id(as)}.customer_id = holder.id`,
  )
  const told = sql`select holder.id as customer_id, ${figuresOf(scope)} from customer as holder ${sql.join(tellers, sql` `)}
    where holder.workspace_id = ${scope.workspaceId}::uuid`
  return tx
    .selectFrom(
      sql<
        MetricRow & { readonly customer_id: string }
      >`(select customer_id, ${computed} from (${told}) as told)`.as('computed'),
    )
    .selectAll()
}

/**
 * The metrics of the customer of a row, to join laterally where few customers are read: always one row. The statement
 * has the customer's id as `customer.id`.
 */
export function metricsOfCustomer(tx: Pick<Tx, 'selectFrom'>, scope: MetricScope) {
  const tellers = tellersOf(scope).map(
    ({ as, from, counts, sums }) => sql`(
      select ${sums} from ${from} where ${counts} and customer_id = customer.id) as ${sql.id(as)}`,
  )
  const told = sql`select ${figuresOf(scope)} from ${sql.join(tellers)}`
  return tx.selectFrom(sql<MetricRow>`(select ${computed} from (${told}) as told)`.as('computed')).selectAll()
}

const computed = sql`${sql.join(metricKeys.map((key) => sql`${computedAs(key)}::float8 as ${sql.id(key)}`))}`

/** A figure as told, or computed from those that were. */
function computedAs(key: keyof CustomerMetrics): RawBuilder<unknown> {
  const margin = sql`case when coalesce("costOfGoods", "acquisitionCost", "serviceCost") is not null
    then coalesce(revenue, 0) - coalesce("costOfGoods", 0) - coalesce("acquisitionCost", 0) - coalesce("serviceCost", 0)
    end`
  switch (key) {
    case 'margin':
      return sql`(${margin})`
    case 'marginRate':
      return sql`(case when revenue > 0 then (${margin}) / revenue end)`
    case 'lifetimeValue':
      return sql`("yearlyRevenue" * greatest("tenureDays" / 365.25, 1))`
    default:
      return sql.id(key)
  }
}

/** Every company that has closed a deal or ordered something, with its name and metrics. */
export async function loadBuyers(
  tx: Tx,
  scope: MetricScope,
): Promise<readonly { id: string; name: string; metrics: CustomerMetrics }[]> {
  const query = tx
    .with('metrics', () => customerMetrics(tx, scope))
    .selectFrom('metrics')
    .innerJoin('customer', (join) =>
      join
        .onRef('customer.id', '=', 'metrics.customer_id')
        .on('customer.workspace_id', '=', scope.workspaceId),
    )
    .where('customer.kind', '=', 'company')
    .where(sql<boolean>`metrics."wonDeals" + metrics."lostDeals" + metrics.orders > 0`)
    .select(['customer.id', 'customer.name'])
    .selectAll('metrics')
  const rows = await joiningAll(tx, () => query.execute())
  return rows.map((row) => ({ id: row.id, name: row.name, metrics: toMetrics(row) }))
}

/** Of a row that was read without them: those of somebody with no records. */
export function toMetrics(row: Partial<MetricRow>): CustomerMetrics {
  if (row.wonDeals === undefined) return noRecords
  return Object.fromEntries(
    metricKeys.map((key) => [key, row[key] ?? noRecords[key]]),
  ) as unknown as CustomerMetrics
}
