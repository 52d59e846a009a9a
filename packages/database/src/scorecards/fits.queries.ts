import type { CustomerKind } from '@profilkort/domain/customers/customer'
import type { FitStatus, ThresholdAnswer } from '@profilkort/domain/scorecards/fit'
import type { FitChange } from '@profilkort/domain/scorecards/fit-change'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** Which fits of a scorecard. */
export interface FitFilter {
  readonly kind: CustomerKind
  readonly band?: string | undefined
  readonly status?: FitStatus | undefined
  readonly threshold?: ThresholdAnswer | undefined
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
  const { kind, band, status, threshold } = filter
  const conditions = [
    sql`workspace_id = ${workspaceId}::uuid and scorecard_id = ${scorecardId}::uuid and kind = ${kind}`,
    ...(band === undefined ? [] : [sql`band = ${band}`]),
    ...(status === undefined ? [] : [sql`status = ${status}`]),
    ...(threshold === undefined ? [] : [sql`threshold = ${threshold}`]),
  ]
  return sql.join(conditions, sql` and `)
}

/** One page of a scorecard's fits as they are kept, one more than asked for. */
export async function listFitPlaces(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  filter: FitFilter,
  { limit, after, before, fromEnd }: FitPage,
): Promise<readonly FitPlace[]> {
  const beyond = ({ points, customerId }: FitPlace, side: 'after' | 'before') =>
    side === 'after'
      ? sql`and points <= ${points} and (points < ${points} or customer_id > ${customerId}::uuid)`
      : sql`and points >= ${points} and (points > ${points} or customer_id < ${customerId}::uuid)`
  const { rows } = await sql<FitPlace>`-- listFitPlaces
    select points, customer_id as "customerId" from customer_fit
    where ${matching(workspaceId, scorecardId, filter)}
      ${after === undefined ? sql`` : beyond(after, 'after')}
      ${before === undefined ? sql`` : beyond(before, 'before')}
    order by ${fromEnd ? sql`points asc, customer_id desc` : sql`points desc, customer_id asc`}
    limit ${limit + 1}`.execute(tx)
  return fromEnd ? rows.toReversed() : rows
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

export async function countFitsBy(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  kind: CustomerKind,
): Promise<readonly FitCount[]> {
  const { rows } = await sql<FitCount>`-- countFitsBy
    select status, threshold, band, count(*)::float8 as count from customer_fit
    where ${matching(workspaceId, scorecardId, { kind })} group by 1, 2, 3`.execute(tx)
  return rows
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
    select id, at, cause, revision, by, before, after from customer_fit_change
    where workspace_id = ${workspaceId}::uuid and scorecard_id = ${scorecardId}::uuid
      and customer_id = any(array(select ${customerId}::uuid union select id from source_record
        where workspace_id = ${workspaceId}::uuid and customer_id = ${customerId}::uuid))
      and id < ${after ?? Number.MAX_SAFE_INTEGER}::bigint and id > ${before ?? 0}::bigint
    order by id ${fromEnd ? sql`asc` : sql`desc`} limit ${limit + 1}`.execute(tx)
  return fromEnd ? rows.toReversed() : rows
}
