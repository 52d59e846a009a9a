import { type RawBuilder, sql } from 'kysely'
import type { MetricScope } from './metrics.queries.ts'

/** A table whose rows tell of customers, and what is added up of the rows of one. */
interface Teller {
  readonly as: string
  readonly from: RawBuilder<unknown>
  readonly counts: RawBuilder<unknown>
  readonly sums: RawBuilder<unknown>
}

/**
 * What metrics are computed from: each table is read once, whether for all customers or for one. Amounts in other
 * currencies than the scope's are left out of sums; the rows still count.
 */
export function tellersOf({ workspaceId, currency, asOf, source }: MetricScope): readonly Teller[] {
  const day = sql`${asOf}::date`
  const teller = (as: string, table: string, on: RawBuilder<unknown>, sums: RawBuilder<unknown>): Teller => ({
    as,
    from: sql.table(table),
    counts: sql`workspace_id = ${workspaceId}::uuid and ${on} <= ${day}
      ${source === undefined ? sql`` : sql`and source = ${source}`}`,
    sums,
  })
  const own = sql`currency = ${currency}`
  const isWon = sql`status = 'won'`
  return [
    teller(
      'd',
      'deal',
      sql`archived_at is null and coalesce(closed_on, opened_on, '-infinity')`,
      sql`count(*) filter (where ${isWon}) as won, count(*) filter (where status = 'lost') as lost,
        count(*) filter (where status = 'open') as open,
        min(closed_on) filter (where ${isWon}) as first_on,
        sum(value) filter (where ${isWon} and ${own}) as won_value,
        sum(value) filter (where ${isWon} and ${own} and closed_on > ${day} - 365) as year_value,
        sum(value) filter (where status = 'open' and ${own}) as open_value`,
    ),
    teller(
      'o',
      'sales_order',
      sql`archived_at is null and ordered_on`,
      sql`count(*) filter (where net_amount >= 0) as orders,
        min(ordered_on) filter (where net_amount >= 0) as first_on,
        sum(net_amount) filter (where ${own}) as net,
        sum(net_amount) filter (where ${own} and ordered_on > ${day} - 365) as year_net,
        sum(cost_of_goods) filter (where ${own}) as goods`,
    ),
    teller(
      'c',
      'customer_cost',
      sql`spent_on`,
      sql`sum(amount) filter (where purpose = 'acquisition' and ${own}) as acquisition,
        sum(amount) filter (where purpose = 'service' and ${own}) as service`,
    ),
    {
      ...teller(
        's',
        'cost_share',
        sql`month`,
        sql`
        sum(amount) filter (where purpose = 'acquisition') as acquisition,
        sum(amount) filter (where purpose = 'service') as service`,
      ),
      from: sql`(select share.workspace_id, share.customer_id, share.amount, purpose, month, source
        from cost_share as share join channel_cost as cost on cost.workspace_id = share.workspace_id
          and cost.id = share.cost_id and cost.currency = ${currency}) as share`,
    },
    teller('t', 'ticket', sql`opened_on`, sql`count(*) as tickets, sum(minutes) as minutes`),
    teller(
      'r',
      'referral',
      sql`referred_customer_id <> customer_id and referred_on`,
      sql`count(distinct referred_customer_id) as referred`,
    ),
    teller(
      'n',
      'nps_answer',
      sql`answered_on`,
      sql`(array_agg(score order by answered_on desc, created_at desc, id desc))[1] as score`,
    ),
  ]
}

/** The metrics that follow from what the tables tell, named as in `CustomerMetrics`. */
export function figuresOf({ asOf }: MetricScope): RawBuilder<unknown> {
  return sql`coalesce(d.won_value, 0) as "wonValue", coalesce(d.open_value, 0) as "openValue",
    coalesce(d.won, 0) as "wonDeals", coalesce(d.lost, 0) as "lostDeals", coalesce(d.open, 0) as "openDeals",
    coalesce(o.orders, 0) as orders, coalesce(r.referred, 0) as "referralsMade", coalesce(t.tickets, 0) as tickets,
    coalesce(t.minutes, 0) as "supportMinutes", d.won::numeric / nullif(d.won + d.lost, 0) as "winRate",
    ${asOf}::date - least(d.first_on, o.first_on) as "tenureDays",
    coalesce(o.net, d.won_value) as revenue,
    case when o.net is not null then coalesce(o.year_net, 0) when d.won_value is not null then coalesce(d.year_value, 0)
      end as "yearlyRevenue",
    o.goods as "costOfGoods",
    case when coalesce(c.acquisition, s.acquisition) is not null
      then coalesce(c.acquisition, 0) + coalesce(s.acquisition, 0) end as "acquisitionCost",
    case when coalesce(c.service, s.service) is not null
      then coalesce(c.service, 0) + coalesce(s.service, 0) end as "serviceCost",
    n.score as nps`
}
