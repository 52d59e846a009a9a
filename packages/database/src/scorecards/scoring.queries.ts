import type { CustomerKind } from '@profilkort/domain/customers/customer'
import type { FitFigures } from '@profilkort/domain/scorecards/fit'
import type { FitCause } from '@profilkort/domain/scorecards/fit-change'
import { sql } from 'kysely'
import type { Database, Tx } from '../connect.ts'
import { type Use, whereMayBeUsed } from '../consents/may-be-used.ts'
import { changedSince, databaseName, type Seen } from '../customers/unseen.ts'

/** How far the fits of a scorecard have been followed. */
export interface Scoring {
  readonly revision: number
  readonly scoredAt: Date
  readonly allScoredAt: Date
  readonly database: string
  readonly snapshot: string
}

/**
 * Makes those who score by one scorecard come one after the other.
 * @returns false where somebody else is at it
 */
export async function holdForScoring(tx: Tx, workspaceId: string, scorecardId: string): Promise<boolean> {
  const { rows } = await sql<{ isMine: boolean }>`-- holdForScoring
    select pg_try_advisory_xact_lock(hashtextextended(${`scoring ${workspaceId} ${scorecardId}`}, 0)) as "isMine",
      set_config('statement_timeout', '10min', true)`.execute(tx)
  return rows[0]?.isMine === true
}

export async function findScoring(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
): Promise<Scoring | undefined> {
  const { rows } = await sql<Scoring>`-- findScoring
    select revision, scored_at as "scoredAt", all_scored_at as "allScoredAt", database, snapshot
    from scorecard_scoring where workspace_id = ${workspaceId}::uuid and scorecard_id = ${scorecardId}::uuid`.execute(
    tx,
  )
  return rows[0]
}

/** The customers that changed since, at most `most` and one; undefined where what is in between is not known. */
export async function listChanged(
  tx: Tx,
  workspaceId: string,
  { database, snapshot }: Seen,
  most: number,
): Promise<readonly string[] | undefined> {
  const { rows } = await sql<{ ids: string[]; isSame: boolean }>`-- listChanged
    select ${databaseName} = ${database} as "isSame", array(
      select id from (${changedSince(sql`${workspaceId}::uuid`, snapshot)}) as unseen limit ${most + 1}) as ids`.execute(
    tx,
  )
  const [row] = rows
  return row?.isSame === true ? row.ids : undefined
}

/** Those of some customers that may be used for a purpose. */
export async function listUsable(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
  use: Use,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`-- listUsable
    select id from customer where workspace_id = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])
      and ${whereMayBeUsed(use)}`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Who answered on a scorecard last since an instant, by customer id. */
export async function listAnsweredSince(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  customerIds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ customerId: string; by: string }>`-- listAnsweredSince
    select distinct on (record.customer_id) record.customer_id as "customerId", change.by from source_record as record
    cross join lateral (
      select changed_by as by, changed_at, id from criterion_answer_change as change
      where change.workspace_id = ${workspaceId}::uuid and change.record_id = record.id
        and change.scorecard_id = ${scorecardId}::uuid and change.changed_at >= ${since} limit 10000) as change
    where record.workspace_id = ${workspaceId}::uuid and record.customer_id = any(${[...customerIds]}::uuid[])
    order by record.customer_id, change.changed_at desc, change.id desc`.execute(tx)
  return new Map(rows.map(({ customerId, by }) => [customerId, by]))
}

/** A customer's fit to be kept, and why it would be another than before. */
export interface FitToKeep {
  readonly customerId: string
  readonly kind: CustomerKind
  readonly figures: FitFigures
  readonly disqualifiedBy: readonly string[]
  readonly cause: FitCause
  readonly by: string | null
}

/** What fits were scored by, and when. */
export interface ScoredBy {
  readonly scorecardId: string
  readonly revision: number
  readonly at: Date
  /** Whether changes are told: not of the first fits there are. */
  readonly isTold: boolean
}

/** Keeps fits: only those that are otherwise than before are written, and told of. */
export async function saveFits(
  tx: Tx,
  workspaceId: string,
  { scorecardId, revision, at, isTold }: ScoredBy,
  fits: readonly FitToKeep[],
): Promise<void> {
  const json = JSON.stringify(
    fits.map(({ figures, disqualifiedBy, ...fit }) => ({
      ...fit,
      status: figures.status,
      points: figures.points,
      low: figures.range.low,
      high: figures.range.high,
      percent: figures.percent,
      coverage: figures.coverage,
      threshold: figures.meetsThreshold,
      band: figures.band?.key ?? null,
      disqualifiedBy,
    })),
  )
  await sql`-- saveFits
    with given as (
      select *, "disqualifiedBy" as disqualified_by from jsonb_to_recordset(${json}::jsonb) as fit (
        "customerId" uuid, kind text, cause text, by text, status text, points float8, low float8, high float8,
        percent float8, coverage float8, threshold text, band text, "disqualifiedBy" text[])),
    changed as (
      select given.*, ${summaryOf('kept')} as before,
        (kept.status, kept.points, kept.threshold, kept.band) is distinct from
          (given.status, given.points, given.threshold, given.band) as is_told
      from given left join lateral (
        -- One look for each: a planner that joins them would read all fits there are.
        select * from customer_fit where workspace_id = ${workspaceId}::uuid and scorecard_id = ${scorecardId}::uuid
          and customer_id = given."customerId" offset 0) as kept on true
      where (kept.kind, kept.status, kept.points, kept.low, kept.high, kept.percent, kept.coverage, kept.threshold,
          kept.band, kept.disqualified_by)
        is distinct from (given.kind, given.status, given.points, given.low, given.high, given.percent, given.coverage,
          given.threshold, given.band, given.disqualified_by)),
    saved as (
      insert into customer_fit (workspace_id, scorecard_id, customer_id, kind, status, points, low, high, percent, coverage,
        threshold, band, disqualified_by)
      select ${workspaceId}::uuid, ${scorecardId}::uuid, "customerId", kind, status, points, low, high, percent, coverage,
        threshold, band, disqualified_by from changed
      on conflict (workspace_id, scorecard_id, customer_id) do update set kind = excluded.kind, status = excluded.status,
        points = excluded.points, low = excluded.low, high = excluded.high, percent = excluded.percent,
        coverage = excluded.coverage, threshold = excluded.threshold, band = excluded.band,
        disqualified_by = excluded.disqualified_by)
      insert into customer_fit_change (workspace_id, scorecard_id, customer_id, at, cause, revision, by, before, after)
      select ${workspaceId}::uuid, ${scorecardId}::uuid, "customerId", ${at}, cause, ${revision}, by, before,
        ${summaryOf('changed')}
      from changed where is_told and ${isTold}`.execute(tx)
}

/** `FitSummary` of the domain, from a row; null where there is none. */
function summaryOf(row: string) {
  const of = (column: string) => sql.ref(`${row}.${column}`)
  return sql`case when ${of('status')} is not null then jsonb_build_object('status', ${of('status')}, 'points', ${of('points')},
    'percent', ${of('percent')}, 'threshold', ${of('threshold')}, 'band', ${of('band')}) end`
}

/** Takes away the fits of customers that there are no more or that may not be judged any more. */
export async function dropFits(
  tx: Tx,
  workspaceId: string,
  { scorecardId, revision, at }: ScoredBy,
  customerIds: readonly string[],
): Promise<void> {
  if (customerIds.length === 0) return
  await sql`-- dropFits
    with gone as (
      delete from customer_fit as kept where workspace_id = ${workspaceId}::uuid and scorecard_id = ${scorecardId}::uuid
        and customer_id = any(${[...customerIds]}::uuid[])
      returning customer_id, ${summaryOf('kept')} as before)
    insert into customer_fit_change (workspace_id, scorecard_id, customer_id, at, cause, revision, before)
    select ${workspaceId}::uuid, ${scorecardId}::uuid, customer_id, ${at}, 'customerGone', ${revision}, before from gone`.execute(
    tx,
  )
}

/** The customers with a fit that are there no more or may not be judged. */
export async function listWithoutCustomer(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  use: Use,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`-- listWithoutCustomer
    select kept.customer_id as id from customer_fit as kept
    where kept.workspace_id = ${workspaceId}::uuid and kept.scorecard_id = ${scorecardId}::uuid and not exists (
      select from customer where customer.workspace_id = ${workspaceId}::uuid and customer.id = kept.customer_id
        and ${whereMayBeUsed(use)})`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Tells the planner how many fits there are now, rather than when it comes by: how they are counted depends on it. */
export async function surveyFits(db: Database): Promise<void> {
  await sql`-- surveyFits
    analyze customer_fit, customer_fit_change`.execute(db)
}

/** Notes how far fits were followed. */
export async function saveScoring(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  { revision, scoredAt, allScoredAt, database, snapshot }: Scoring,
): Promise<void> {
  await sql`-- saveScoring
    insert into scorecard_scoring (workspace_id, scorecard_id, revision, scored_at, all_scored_at, database, snapshot)
    values (${workspaceId}::uuid, ${scorecardId}::uuid, ${revision}, ${scoredAt}, ${allScoredAt}, ${database}, ${snapshot})
    on conflict (workspace_id, scorecard_id) do update set revision = excluded.revision, scored_at = excluded.scored_at,
      all_scored_at = excluded.all_scored_at, database = excluded.database, snapshot = excluded.snapshot`.execute(
    tx,
  )
}
