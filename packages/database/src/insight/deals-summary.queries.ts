import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import type { MetricScope } from './metrics.queries.ts'

/** All deals taken together. Open deals count in neither the win rate nor any value. */
export interface DealsSummary {
  readonly won: number
  readonly lost: number
  readonly open: number
  /** Deals nobody knows the customer of; they count above. */
  readonly withoutCustomer: number
  /** won / (won + lost), 0-1. */
  readonly winRate: number | null
  readonly wonValue: number
  readonly averageWonDeal: number | null
  readonly medianWonDeal: number | null
  readonly averageDaysToWin: number | null
  readonly averageDaysToLose: number | null
  /** Currencies whose won values are left out of the sums. */
  readonly otherCurrencies: readonly string[]
}

export async function summariseDeals(tx: Tx, scope: MetricScope): Promise<DealsSummary> {
  const value = sql`deal.value::float8`
  const counted = sql`deal.status = 'won' and deal.currency = ${scope.currency}`
  return tx
    .selectFrom('deal')
    .where('deal.workspace_id', '=', scope.workspaceId)
    .where('deal.archived_at', 'is', null)
    .where(sql<boolean>`coalesce(deal.closed_on, deal.opened_on, '-infinity') <= ${scope.asOf}::date`)
    .$if(scope.source !== undefined, (query) => query.where('deal.source', '=', scope.source ?? ''))
    .select([
      sql<number>`count(*) filter (where deal.status = 'won')`.as('won'),
      sql<number>`count(*) filter (where deal.status = 'lost')`.as('lost'),
      sql<number>`count(*) filter (where deal.status = 'open')`.as('open'),
      sql<number>`count(*) filter (where deal.customer_id is null)`.as('withoutCustomer'),
      sql<number | null>`(count(*) filter (where deal.status = 'won'))::float8
        / nullif(count(*) filter (where deal.status in ('won', 'lost')), 0)`.as('winRate'),
      sql<number>`coalesce(sum(deal.value) filter (where ${counted}), 0)::float8`.as('wonValue'),
      sql<number | null>`(avg(deal.value) filter (where ${counted}))::float8`.as('averageWonDeal'),
      sql<number | null>`percentile_cont(0.5) within group (order by ${value}) filter (where ${counted})`.as(
        'medianWonDeal',
      ),
      sql<
        number | null
      >`(avg(deal.closed_on - deal.opened_on) filter (where deal.status = 'won'))::float8`.as(
        'averageDaysToWin',
      ),
      sql<
        number | null
      >`(avg(deal.closed_on - deal.opened_on) filter (where deal.status = 'lost'))::float8`.as(
        'averageDaysToLose',
      ),
      sql<string[]>`coalesce(array_agg(distinct deal.currency)
        filter (where deal.status = 'won' and deal.currency <> ${scope.currency}), '{}')`.as(
        'otherCurrencies',
      ),
    ])
    .executeTakeFirstOrThrow()
}
