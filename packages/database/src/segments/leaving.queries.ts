import type { CoreRule } from '@profilkort/domain/rules/core'
import type { LeftOut, SegmentFormat } from '@profilkort/domain/segments/audience'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { type Use, whereMayBeUsed } from '../consents/may-be-used.ts'
import { holds } from '../customers/customers.queries.ts'
import type { ExportedCustomer } from '../exports/exports.queries.ts'
import { customerMetrics, type MetricScope } from '../insight/metrics.queries.ts'
import { joiningAllWhere } from '../joining-all.ts'
import { readAll } from '../read-all.ts'
import { withMetricsAround } from '../rules/metrics-around.ts'
import { pickedCustomers } from './picks.queries.ts'

/** Who is in a segment: those that a rule holds for and that may be profiled, or those on its list. */
export type Membership =
  | { readonly kind: 'dynamic'; readonly rule: CoreRule; readonly profiling: Use }
  | { readonly kind: 'static'; readonly segmentId: string }

/** Before a statement that selects from `members`. */
function withMetrics(tx: Tx, scope: MetricScope, membership: Membership): RawBuilder<unknown> {
  return withMetricsAround(tx, scope, membership.kind === 'dynamic' ? [membership.rule] : [])
}

function members(tx: Tx, scope: MetricScope, membership: Membership): RawBuilder<unknown> {
  const workspace = sql`${scope.workspaceId}::uuid`
  if (membership.kind === 'static') {
    return sql`customer where customer.workspace_id = ${workspace}
      and customer.id in (${pickedCustomers(scope.workspaceId, membership.segmentId)})`
  }
  return sql`customer join (${customerMetrics(tx, scope)}) as metrics on metrics.customer_id = customer.id
    where customer.workspace_id = ${workspace} and ${holds(membership.rule, scope)} and ${whereMayBeUsed(membership.profiling)}`
}

/** A list is short beside the workspace, and found by its ids. */
function joinsOf({ kind }: Membership): 'all' | 'some' {
  return kind === 'dynamic' ? 'all' : 'some'
}

/** How many of a segment may be used for a purpose, and how many may not. */
export async function countLeaving(
  tx: Tx,
  scope: MetricScope,
  membership: Membership,
  use: Use,
): Promise<{ readonly leaving: number; readonly noConsent: number; readonly companies: number }> {
  const query = sql<{ leaving: number; noConsent: number; companies: number }>`-- countLeaving
    ${withMetrics(tx, scope, membership)}
    select count(*) filter (where ${whereMayBeUsed(use)})::float8 as leaving,
      count(*) filter (where not ${whereMayBeUsed(use)})::float8 as "noConsent",
      count(*) filter (where customer.kind = 'company')::float8 as companies
    from ${members(tx, scope, membership)}`
  const { rows } = await joiningAllWhere(joinsOf(membership) === 'all', tx, query)
  return rows[0] ?? { leaving: 0, noConsent: 0, companies: 0 }
}

/** Those of a segment that may be used for a purpose, by their ids' order, so many at a time. */
export function streamLeaving(
  tx: Tx,
  scope: MetricScope,
  membership: Membership,
  use: Use,
): AsyncGenerator<readonly ExportedCustomer[]> {
  return readAll<ExportedCustomer>(
    tx,
    sql`${withMetrics(tx, scope, membership)} select leaving.*, company.name as "companyName" from (
        select customer.id, customer.kind, customer.stage, customer.name, customer.company_id as "companyId",
          customer.attributes, customer.updated_at as "updatedAt"
        from ${members(tx, scope, membership)} and ${whereMayBeUsed(use)}) as leaving
      left join customer as company on company.workspace_id = ${scope.workspaceId}::uuid
        and company.id = leaving."companyId"
      order by leaving.id`,
    joinsOf(membership),
  )
}

/** What is looked at of a person to find it elsewhere. */
export interface ContactRow {
  readonly email: unknown
  readonly phone: unknown
  readonly country: unknown
}

/** The people of a segment that may be used for a purpose, so many at a time. */
export function streamContacts(
  tx: Tx,
  scope: MetricScope,
  membership: Membership,
  use: Use,
): AsyncGenerator<readonly ContactRow[]> {
  return readAll<ContactRow>(
    tx,
    sql`${withMetrics(tx, scope, membership)} select customer.attributes -> 'email' as email, customer.attributes -> 'phone' as phone,
        customer.attributes -> 'country' as country
      from ${members(tx, scope, membership)} and customer.kind = 'person' and ${whereMayBeUsed(use)}
      order by customer.id`,
    joinsOf(membership),
  )
}

/** That something of a segment left. */
export interface SegmentExport {
  readonly id: string
  readonly segmentId: string
  readonly segmentName: string
  readonly revision: number
  readonly purpose: string
  readonly format: SegmentFormat
  readonly leaving: number
  readonly leftOut: LeftOut
  readonly exportedAt: Date
  readonly exportedBy: string
}

export async function insertSegmentExport(tx: Tx, workspaceId: string, row: SegmentExport): Promise<void> {
  await tx
    .insertInto('segment_export')
    .values({
      workspace_id: workspaceId,
      id: row.id,
      segment_id: row.segmentId,
      segment_name: row.segmentName,
      revision: row.revision,
      purpose: row.purpose,
      format: row.format,
      leaving: row.leaving,
      left_out: JSON.stringify(row.leftOut),
      exported_at: row.exportedAt,
      exported_by: row.exportedBy,
    })
    .execute()
}

/** Where an export stands in the list of all. */
export interface ExportPlace {
  readonly at: string
  readonly id: string
}

/** What left of segments, newest first; one row more than asked for. */
export async function listSegmentExports(
  tx: Tx,
  workspaceId: string,
  page: {
    readonly limit: number
    readonly after?: ExportPlace | undefined
    readonly before?: ExportPlace | undefined
    readonly fromEnd: boolean
  },
): Promise<readonly SegmentExport[]> {
  const { limit, after, before, fromEnd } = page
  const bounds = [
    ...(after ? [sql`and (exported_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
    ...(before ? [sql`and (exported_at, id) > (${before.at}::timestamptz, ${before.id}::uuid)`] : []),
  ]
  const direction = fromEnd ? sql`asc` : sql`desc`
  const { rows } = await sql<SegmentExport>`-- listSegmentExports
    select id, segment_id as "segmentId", segment_name as "segmentName", revision, purpose, format, leaving,
      left_out as "leftOut", exported_at as "exportedAt", exported_by as "exportedBy" from segment_export
    where workspace_id = ${workspaceId}::uuid ${sql.join(bounds, sql` `)}
    order by exported_at ${direction}, id ${direction} limit ${limit + 1}`.execute(tx)
  return fromEnd ? rows.toReversed() : rows
}
