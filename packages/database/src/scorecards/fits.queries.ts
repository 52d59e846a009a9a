import type { CustomerKind } from '@profilkort/domain/customers/customer'
import type { FitStatus, ThresholdAnswer } from '@profilkort/domain/scorecards/fit'
import type { FitChange } from '@profilkort/domain/scorecards/fit-change'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { personMayBeUsed, type Use } from '../consents/may-be-used.ts'

/** Which fits of a scorecard. */
export interface FitFilter {
  readonly kind: CustomerKind
  /** People are among them only as far as they may be profiled: fits are kept for a while after a yes has ended. */
  readonly use: Use
  readonly band?: string | undefined
  readonly status?: FitStatus | undefined
  readonly threshold?: ThresholdAnswer | undefined
  /** Both ends included. */
  readonly pointsFrom?: number | undefined
  readonly pointsTo?: number | undefined
}

/** A fit's place in the list: most points first, equal ones by the customers' ids. */
export interface FitPlace {
  readonly points: number
  readonly customerId: string
}

export interface FitPage {
  readonly limit: number
  readonly after?: FitPlace | undefined
  readonly before?: FitPlace | undefined
  readonly fromEnd: boolean
}

function matching(workspaceId: string, scorecardId: string, filter: FitFilter): RawBuilder<unknown> {
  const { kind, use, band, status, threshold, pointsFrom, pointsTo } = filter
  const person = { workspaceId: sql`${workspaceId}::uuid`, id: sql.ref('customer_fit.customer_id') }
  const conditions = [
    sql`workspace_id = ${workspaceId}::uuid and scorecard_id = ${scorecardId}::uuid and kind = ${kind}`,
    ...(kind === 'company' ? [] : [personMayBeUsed(use, person)]),
    ...(band === undefined ? [] : [sql`band = ${band}`]),
    ...(status === undefined ? [] : [sql`status = ${status}`]),
    ...(threshold === undefined ? [] : [sql`threshold = ${threshold}`]),
    ...(pointsFrom === undefined ? [] : [sql`points >= ${pointsFrom}`]),
    ...(pointsTo === undefined ? [] : [sql`points <= ${pointsTo}`]),
  ]
  return sql.join(conditions, sql` and `)
}

/** Part of the fits that are kept, and the revision that all of them are by. */
interface KeptFits {
  readonly revision: number
  readonly places: readonly FitPlace[]
}

/**
 * One page of a scorecard's fits as they are kept, one more than asked for, with the revision they are by: in one statement,
 * for another revision's may be put in their place at any moment. Undefined until any are kept.
 */
export async function listFitPlaces(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  filter: FitFilter,
  { limit, after, before, fromEnd }: FitPage,
): Promise<KeptFits | undefined> {
  const beyond = ({ points, customerId }: FitPlace, side: 'after' | 'before') =>
    side === 'after'
      ? sql`and points <= ${points} and (points < ${points} or customer_id > ${customerId}::uuid)`
      : sql`and points >= ${points} and (points > ${points} or customer_id < ${customerId}::uuid)`
  const { rows } = await sql<KeptFits>`-- listFitPlaces
    select revision, (
      select coalesce(json_agg(json_build_object('points', points, 'customerId', customer_id)), '[]') from (
        select points, customer_id from customer_fit where ${matching(workspaceId, scorecardId, filter)}
          ${after === undefined ? sql`` : beyond(after, 'after')}
          ${before === undefined ? sql`` : beyond(before, 'before')}
        order by ${fromEnd ? sql`points asc, customer_id desc` : sql`points desc, customer_id asc`}
        limit ${limit + 1}) as page) as places
    from scorecard_scoring where workspace_id = ${workspaceId}::uuid and scorecard_id = ${scorecardId}::uuid`.execute(
    tx,
  )
  const [kept] = rows
  return kept && { ...kept, places: fromEnd ? kept.places.toReversed() : kept.places }
}

export async function countFits(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  filter: FitFilter,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`-- countFits
    select count(*)::float8 as count from customer_fit where ${matching(workspaceId, scorecardId, filter)}`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

/** How many of a scorecard's fits are alike. */
export interface FitCount {
  readonly status: FitStatus
  readonly threshold: ThresholdAnswer
  readonly band: string | null
  readonly count: number
}

/** How the fits that are kept came to be what they are, and how many are alike. */
export interface CountedFits {
  readonly revision: number
  readonly scoredAt: Date
  readonly counts: readonly FitCount[]
}

/** In one statement, as `listFitPlaces`. */
export async function countFitsBy(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  filter: Pick<FitFilter, 'kind' | 'use'>,
): Promise<CountedFits | undefined> {
  const { rows } = await sql<CountedFits>`-- countFitsBy
    select revision, scored_at as "scoredAt", (
      select coalesce(json_agg(alike order by status, threshold, band), '[]') from (
        select status, threshold, band, count(*)::float8 as count from customer_fit
        where ${matching(workspaceId, scorecardId, filter)} group by 1, 2, 3) as alike) as counts
    from scorecard_scoring where workspace_id = ${workspaceId}::uuid and scorecard_id = ${scorecardId}::uuid`.execute(
    tx,
  )
  return rows[0]
}

/** What changed of a customer's fit by a scorecard, newest first, one more than asked for; by whatever id it had. */
export async function listFitChanges(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  customerId: string,
  {
    limit,
    after,
    before,
    fromEnd,
  }: { limit: number; after?: number | undefined; before?: number | undefined; fromEnd: boolean },
): Promise<readonly FitChange[]> {
  const { rows } = await sql<FitChange>`-- listFitChanges
    select id, at, cause, revision, by, before, after from (
      -- All of the customer's, sorted afterwards: a planner that may look for them newest first reads everybody's.
      select * from customer_fit_change
      where workspace_id = ${workspaceId}::uuid and scorecard_id = ${scorecardId}::uuid
        and customer_id = any(array(select ${customerId}::uuid union select id from source_record
          where workspace_id = ${workspaceId}::uuid and customer_id = ${customerId}::uuid)) offset 0) as own
    where id < ${after ?? Number.MAX_SAFE_INTEGER}::bigint and id > ${before ?? 0}::bigint
    order by id ${fromEnd ? sql`asc` : sql`desc`} limit ${limit + 1}`.execute(tx)
  return fromEnd ? rows.toReversed() : rows
}
