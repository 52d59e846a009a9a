import type { CoreRule } from '@profilkort/domain/rules/core'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { type Use, whereMayBeUsed } from '../consents/may-be-used.ts'
import { holds } from '../customers/customers.queries.ts'
import { customerMetrics, type MetricScope } from '../insight/metrics.queries.ts'
import { joiningAllWhere } from '../joining-all.ts'
import { metricsAround } from '../rules/metrics-around.ts'
import type { Saved } from './segments.queries.ts'

/** The customers on a static segment's list, to select from: who was joined is told as the one that it is now. */
export function pickedCustomers(workspaceId: string, segmentId: string): RawBuilder<unknown> {
  return sql`select distinct record.customer_id from segment_pick as pick
    join source_record as record on record.workspace_id = pick.workspace_id and record.id = pick.record_id
    where pick.workspace_id = ${workspaceId}::uuid and pick.segment_id = ${segmentId}::uuid`
}

/** The ids of the customers on a static segment's list, ascending. */
export async function listPicked(tx: Tx, workspaceId: string, segmentId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`-- listPicked
    select customer_id as id from (${pickedCustomers(workspaceId, segmentId)}) as picked order by 1`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** Which customers are to be put on a list or taken off it. */
export type Chosen =
  | { readonly kind: 'customers'; readonly ids: readonly string[] }
  /** Those a rule holds for now and that may be used for this. */
  | { readonly kind: 'rule'; readonly rule: CoreRule; readonly use: Use }
  /** Those that a source calls so. */
  | { readonly kind: 'external'; readonly source: string; readonly ids: readonly string[] }
  /** Those that an import told of first. */
  | { readonly kind: 'import'; readonly id: string }

/** The customers that are chosen, to select from. */
function chosenCustomers(tx: Tx, scope: MetricScope, chosen: Chosen): RawBuilder<unknown> {
  const workspace = sql`${scope.workspaceId}::uuid`
  switch (chosen.kind) {
    case 'customers':
      return sql`select customer_id from source_record where workspace_id = ${workspace}
        and id = any(${[...chosen.ids]}::uuid[])`
    case 'rule':
      return sql`select customer.id as customer_id from customer
        join (${customerMetrics(tx, scope)}) as metrics on metrics.customer_id = customer.id
        where customer.workspace_id = ${workspace} and ${holds(chosen.rule, scope)} and ${whereMayBeUsed(chosen.use)}`
    case 'external':
      return sql`select customer_id from source_record where workspace_id = ${workspace}
        and source = ${chosen.source} and kind in ('company', 'person')
        and external_id = any(${[...chosen.ids]}::text[])`
    case 'import':
      return sql`select customer_id from source_record where workspace_id = ${workspace}
        and import_id = ${chosen.id}::uuid`
  }
}

function metricsOfChoice(tx: Tx, scope: MetricScope, chosen: Chosen): RawBuilder<unknown> {
  return metricsAround(tx, scope, chosen.kind === 'rule' ? [chosen.rule] : [])
}

/** Of a choice that names customers one by one, what there is nobody of. */
export async function findUnknown(tx: Tx, workspaceId: string, chosen: Chosen): Promise<readonly string[]> {
  if (chosen.kind !== 'customers' && chosen.kind !== 'external') return []
  const named =
    chosen.kind === 'customers'
      ? sql`record.id = wanted.id::uuid`
      : sql`record.source = ${chosen.source} and record.kind in ('company', 'person') and record.external_id = wanted.id`
  const { rows } = await sql<{ id: string }>`-- findUnknown
    select wanted.id from unnest(${[...chosen.ids]}::text[]) as wanted (id)
    where not exists (
      select from source_record as record where record.workspace_id = ${workspaceId}::uuid and ${named})`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** The static segment that is changed, by whom and when. */
export interface PickedInto extends Saved {
  readonly id: string
  readonly revision: number
}

/** Puts customers on a list. @returns how many were not on it */
export async function pickCustomers(
  tx: Tx,
  scope: MetricScope,
  { id, revision, at, by }: PickedInto,
  chosen: Chosen,
): Promise<number> {
  const statement = sql<{ count: number }>`-- pickCustomers
    with ${metricsOfChoice(tx, scope, chosen)} missing as (
      ${chosenCustomers(tx, scope, chosen)} except ${pickedCustomers(scope.workspaceId, id)}),
    added as (
      insert into segment_pick (workspace_id, segment_id, record_id, picked_at, picked_by)
      select ${scope.workspaceId}::uuid, ${id}::uuid, customer_id, ${at}, ${by} from missing
      on conflict do nothing returning record_id),
    told as (
      insert into segment_event (workspace_id, segment_id, customer_id, at, kind, reason, revision, by)
      select ${scope.workspaceId}::uuid, ${id}::uuid, record_id, ${at}, 'entered', 'picked', ${revision}, ${by} from added)
    select count(*)::float8 as count from added`
  const { rows } = await joiningAllWhere(chosen.kind === 'rule', tx, statement)
  return rows[0]?.count ?? 0
}

/** Takes customers off a list, by whichever of their records they were put on it. @returns how many were on it */
export async function unpickCustomers(
  tx: Tx,
  scope: MetricScope,
  { id, revision, at, by }: PickedInto,
  chosen: Chosen,
): Promise<number> {
  const statement = sql<{ count: number }>`-- unpickCustomers
    with ${metricsOfChoice(tx, scope, chosen)} chosen as (select distinct customer_id from (${chosenCustomers(tx, scope, chosen)}) as given),
    gone as (
      delete from segment_pick as pick using source_record as record
      where pick.workspace_id = ${scope.workspaceId}::uuid and pick.segment_id = ${id}::uuid
        and record.workspace_id = pick.workspace_id and record.id = pick.record_id
        and record.customer_id in (select customer_id from chosen)
      returning record.customer_id),
    left_it as (select distinct customer_id from gone),
    told as (
      insert into segment_event (workspace_id, segment_id, customer_id, at, kind, reason, revision, by)
      select ${scope.workspaceId}::uuid, ${id}::uuid, customer_id, ${at}, 'left', 'unpicked', ${revision}, ${by} from left_it)
    select count(*)::float8 as count from left_it`
  const { rows } = await joiningAllWhere(chosen.kind === 'rule', tx, statement)
  return rows[0]?.count ?? 0
}

/** When a customer was put on a list, and by whom. */
export type PickRow = Saved

export async function findPick(
  tx: Tx,
  workspaceId: string,
  segmentId: string,
  customerId: string,
): Promise<PickRow | undefined> {
  const { rows } = await sql<PickRow>`-- findPick
    select pick.picked_at as at, pick.picked_by as by from source_record as record
    join segment_pick as pick on pick.workspace_id = record.workspace_id and pick.record_id = record.id
    where record.workspace_id = ${workspaceId}::uuid and record.customer_id = ${customerId}::uuid
      and pick.segment_id = ${segmentId}::uuid
    order by 1 limit 1`.execute(tx)
  return rows[0]
}

/** The static segments that a customer is on. */
export async function listPickedFor(
  tx: Tx,
  workspaceId: string,
  customerId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`-- listPickedFor
    select distinct pick.segment_id as id from source_record as record
    join segment_pick as pick on pick.workspace_id = record.workspace_id and pick.record_id = record.id
    where record.workspace_id = ${workspaceId}::uuid and record.customer_id = ${customerId}::uuid`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** How many customers are on each list. */
export async function countPicked(
  tx: Tx,
  workspaceId: string,
  segmentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`-- countPicked
    select pick.segment_id as id, count(distinct record.customer_id)::float8 as count from segment_pick as pick
    join source_record as record on record.workspace_id = pick.workspace_id and record.id = pick.record_id
    where pick.workspace_id = ${workspaceId}::uuid and pick.segment_id = any(${[...segmentIds]}::uuid[])
    group by 1`.execute(tx)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
