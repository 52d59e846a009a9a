import type { CoreRule } from '@profilkort/domain/rules/core'
import type { Rule } from '@profilkort/domain/rules/rule'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { type Use, whereMayBeUsed } from '../consents/may-be-used.ts'
import { holds } from '../customers/customers.queries.ts'
import { changedSince, databaseName, type Seen } from '../customers/unseen.ts'
import { customerMetrics, type MetricScope, metricsOfCustomer } from '../insight/metrics.queries.ts'
import { joiningAllWhere } from '../joining-all.ts'
import { metricsAround } from '../rules/metrics-around.ts'
import { pickedCustomers } from './picks.queries.ts'

/** How far the members of a segment have been followed. */
export interface Keeping {
  readonly revision: number
  readonly rule: Rule
  readonly size: number
  readonly keptAt: Date
  readonly allKeptAt: Date
  readonly database: string
  readonly snapshot: string
}

/**
 * Makes those who keep one segment come one after the other, and keeps it from being deleted meanwhile.
 * @returns false where somebody else is at it
 */
export async function holdForKeeping(tx: Tx, workspaceId: string, segmentId: string): Promise<boolean> {
  const { rows } = await sql<{ isMine: boolean }>`-- holdForKeeping
    select pg_try_advisory_xact_lock(hashtextextended(${`segment ${workspaceId} ${segmentId}`}, 0)) as "isMine",
      set_config('statement_timeout', '10min', true)`.execute(tx)
  return rows[0]?.isMine === true
}

export async function findKeeping(
  tx: Tx,
  workspaceId: string,
  segmentId: string,
): Promise<Keeping | undefined> {
  const { rows } = await sql<Keeping>`-- findKeeping
    select revision, rule, size, kept_at as "keptAt", all_kept_at as "allKeptAt", database, snapshot
    from segment_keeping where workspace_id = ${workspaceId}::uuid and segment_id = ${segmentId}::uuid`.execute(
    tx,
  )
  return rows[0]
}

/** What is to be kept of a segment. */
export interface KeptSegment {
  readonly id: string
  readonly revision: number
  readonly rule: CoreRule
  /** Set where the rule has changed since it was kept: as it was, today. */
  readonly before: CoreRule | undefined
  /** Whoever may not be used for this is in no segment. */
  readonly use: Use
  /** Which changes have been seen; undefined where nobody was looked at yet. */
  readonly since: Unseen | undefined
}

/** What of changes a segment has not seen, and whom they concern. */
export interface Unseen {
  readonly snapshot: string
  /** The slugs of the lists that its rule names. */
  readonly lists: readonly string[]
  /** From when on they are looked through: earlier than need be, for clocks differ. */
  readonly listsSince: Date
  /** See `reachOf`: whoever is so near to a customer that changed may be in it since, or no more. */
  readonly reach: number
}

/**
 * Brings the members of a segment up to date and tells of each who entered or left, in one statement that sees one
 * instant. @param whom all customers, or only those that changed since
 */
export async function keepMembers(
  tx: Tx,
  scope: MetricScope,
  segment: KeptSegment,
  whom: 'all' | 'changed',
): Promise<Seen> {
  const { id, revision, use, since } = segment
  const workspace = sql`${scope.workspaceId}::uuid`
  const at = sql`${use.now}::timestamptz`
  const among = whom === 'all' ? sql`` : sql`and member.customer_id = any(array(select id from changed))`
  // The members of a segment that is new entered with it: nothing happened to them.
  const isTold = since === undefined ? sql`false` : sql`true`
  const reason = reasonOf(segment)
  const statement = sql<Seen>`-- keepMembers
    with ${metricsAround(tx, scope, [segment.rule, ...(segment.before ? [segment.before] : [])])}
    changed as materialized (${since === undefined ? sql`select null::uuid as id where false` : concernedSince(workspace, since)}),
    holding as materialized (${whom === 'all' ? holdingAll(tx, scope, segment) : holdingChanged(tx, scope, segment)}),
    gone as (
      delete from segment_member as member
      where member.workspace_id = ${workspace} and member.segment_id = ${id}::uuid ${among}
        and not exists (select from holding where holding.id = member.customer_id and holding.is_in)
      returning member.customer_id),
    came as (
      insert into segment_member (workspace_id, segment_id, customer_id, since)
      select ${workspace}, ${id}::uuid, holding.id, ${at} from holding where holding.is_in
      on conflict do nothing returning customer_id),
    told as (
      insert into segment_event (workspace_id, segment_id, customer_id, at, kind, reason, revision)
      select ${workspace}, ${id}::uuid, moved.customer_id, ${at}, moved.kind, ${reason}, ${revision}
      from (
        select customer_id, 'entered' as kind, true as is_in from came
        union all select customer_id, 'left', false from gone) as moved
      left join holding on holding.id = moved.customer_id
      where ${isTold})
    select ${databaseName} as database, pg_current_snapshot()::text as snapshot`
  const { rows } = await joiningAllWhere(whom === 'all', tx, statement)
  const [kept] = rows
  if (kept === undefined) throw new Error('Keeping members always answers one row')
  return kept
}

function reasonOf({ before }: KeptSegment): RawBuilder<unknown> {
  // Where the rule as it was says otherwise of the customer as it is now, the rule is what made the difference.
  const byRule =
    before === undefined ? sql`` : sql`when holding.was_in is distinct from moved.is_in then 'ruleChanged'`
  return sql`case when holding.id is null then 'customerGone' ${byRule}
    when moved.customer_id = any(array(select id from changed)) then 'customerChanged'
    else 'timePassed' end`
}

function isIn({ rule, use }: KeptSegment, scope: MetricScope): RawBuilder<unknown> {
  return sql`((${holds(rule, scope)}) is true and ${whereMayBeUsed(use)})`
}

function wasIn({ before, use }: KeptSegment, scope: MetricScope): RawBuilder<unknown> {
  return before === undefined
    ? sql`null::boolean`
    : sql`((${holds(before, scope)}) is true and ${whereMayBeUsed(use)})`
}

/** Every customer with whether it is in; those that never were are left out where they are many. */
function holdingAll(tx: Tx, scope: MetricScope, segment: KeptSegment): RawBuilder<unknown> {
  return sql`select customer.id, ${isIn(segment, scope)} as is_in, ${wasIn(segment, scope)} as was_in
    from customer join (${customerMetrics(tx, scope)}) as metrics on metrics.customer_id = customer.id
    where customer.workspace_id = ${scope.workspaceId}::uuid`
}

/** The same of those that changed; found by their ids before anything is computed of them. */
function holdingChanged(tx: Tx, scope: MetricScope, segment: KeptSegment): RawBuilder<unknown> {
  return sql`select customer.id, ${isIn(segment, scope)} as is_in, ${wasIn(segment, scope)} as was_in
    from (select * from customer where workspace_id = ${scope.workspaceId}::uuid
      and id = any(array(select id from changed)) offset 0) as customer
    cross join lateral (${metricsOfCustomer(tx, scope)}) as metrics`
}

/** Those, whoever was put on a list or taken off it, and all who are near to them. */
function concernedSince(workspace: RawBuilder<unknown>, since: Unseen): RawBuilder<unknown> {
  const { snapshot, lists, listsSince } = since
  let ids = changedSince(workspace, snapshot)
  if (lists.length > 0)
    ids = sql`${ids} union select customer_id from segment_event
      where workspace_id = ${workspace} and at >= ${listsSince} and segment_id = any(array(
        select id from segment where workspace_id = ${workspace} and slug = any(${[...lists]}::text[])))`
  for (let step = 0; step < since.reach; step++)
    ids = sql`(with near as materialized (${ids})
      select id from near
      union select company_id from customer
        where workspace_id = ${workspace} and id = any(array(select id from near)) and company_id is not null
      union select id from customer
        where workspace_id = ${workspace} and company_id is not null and company_id = any(array(select id from near)))`
  return ids
}

/** How many customers such changes concern, counted up to `most`; undefined where what is in between is not known. */
export async function countConcerned(
  tx: Tx,
  workspaceId: string,
  database: string,
  since: Unseen,
  most: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ count: number; isSame: boolean }>`-- countConcerned
    select ${databaseName} = ${database} as "isSame", (
      select count(*)::float8 from (${concernedSince(sql`${workspaceId}::uuid`, since)} limit ${most}) as unseen) as count`.execute(
    tx,
  )
  const [row] = rows
  return row?.isSame === true ? row.count : undefined
}

/** Notes how far a segment was kept and how large it is, by day and revision. */
export async function saveKeeping(
  tx: Tx,
  workspaceId: string,
  segmentId: string,
  { revision, rule, size, keptAt, allKeptAt, database, snapshot }: Keeping,
): Promise<void> {
  await sql`-- saveKeeping
    insert into segment_keeping (workspace_id, segment_id, revision, rule, size, kept_at, all_kept_at, database, snapshot)
    values (${workspaceId}::uuid, ${segmentId}::uuid, ${revision}, ${JSON.stringify(rule)}::jsonb, ${size}, ${keptAt},
      ${allKeptAt}, ${database}, ${snapshot})
    on conflict (workspace_id, segment_id) do update set revision = excluded.revision, rule = excluded.rule,
      size = excluded.size, kept_at = excluded.kept_at, all_kept_at = excluded.all_kept_at,
      database = excluded.database, snapshot = excluded.snapshot`.execute(tx)
  await saveSize(tx, workspaceId, segmentId, { revision, size, at: keptAt })
}

export async function saveSize(
  tx: Tx,
  workspaceId: string,
  segmentId: string,
  { revision, size, at }: { readonly revision: number; readonly size: number; readonly at: Date },
): Promise<void> {
  await sql`-- saveSize
    insert into segment_size (workspace_id, segment_id, day, revision, size, at)
    values (${workspaceId}::uuid, ${segmentId}::uuid, (${at}::timestamptz at time zone 'UTC')::date, ${revision}, ${size}, ${at})
    on conflict (workspace_id, segment_id, day, revision) do update set size = excluded.size, at = excluded.at
    where segment_size.size <> excluded.size or segment_size.at < excluded.at - interval '1 hour'`.execute(tx)
}

/** How many customers are on a list now. */
export async function sizeOfList(tx: Tx, workspaceId: string, segmentId: string): Promise<number> {
  const { rows } = await sql<{ size: number }>`-- sizeOfList
    select count(*)::float8 as size from (${pickedCustomers(workspaceId, segmentId)}) as picked`.execute(tx)
  return rows[0]?.size ?? 0
}

/** How many members a segment has: erasing a person takes one away, too. */
export async function countMembers(tx: Tx, workspaceId: string, segmentId: string): Promise<number> {
  const { rows } = await sql<{ size: number }>`-- countMembers
    select count(*)::float8 as size from segment_member
    where workspace_id = ${workspaceId}::uuid and segment_id = ${segmentId}::uuid`.execute(tx)
  return rows[0]?.size ?? 0
}
