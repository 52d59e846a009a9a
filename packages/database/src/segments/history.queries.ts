import type { MemberEvent, SegmentSize } from '@profilkort/domain/segments/member-event'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { type Use, whereMayBeUsed } from '../consents/may-be-used.ts'
import { pickedCustomers } from './picks.queries.ts'

/** Which part of a list: beyond one place, from one of its ends; one row more than asked for is answered. */
export interface HistoryPage<Place> {
  readonly limit: number
  readonly after?: Place | undefined
  readonly before?: Place | undefined
  readonly fromEnd: boolean
}

/** Who entered a segment and left it, newest first. */
export async function listMemberEvents(
  tx: Tx,
  workspaceId: string,
  of: { readonly segmentId: string } | { readonly customerId: string },
  { limit, after, before, fromEnd }: HistoryPage<number>,
): Promise<readonly (MemberEvent & { readonly segmentId: string })[]> {
  const which =
    'segmentId' in of ? sql`segment_id = ${of.segmentId}::uuid` : sql`customer_id = ${of.customerId}::uuid`
  const { rows } = await sql<MemberEvent & { segmentId: string }>`-- listMemberEvents
    select id, segment_id as "segmentId", customer_id as "customerId", at, kind, reason, revision, by from segment_event
    where workspace_id = ${workspaceId}::uuid and ${which}
      and id < ${after ?? Number.MAX_SAFE_INTEGER}::bigint and id > ${before ?? 0}::bigint
    order by id ${fromEnd ? sql`asc` : sql`desc`} limit ${limit + 1}`.execute(tx)
  return fromEnd ? rows.toReversed() : rows
}

/** A customer in a segment, as it was last kept, or on its list. */
export interface MemberRow {
  readonly customerId: string
  readonly since: Date | null
}

/** The members of a segment by the customers' ids; of a dynamic one, those that may still be used for `use`. */
export async function listMembers(
  tx: Tx,
  workspaceId: string,
  { id, kind }: { readonly id: string; readonly kind: 'dynamic' | 'static' },
  use: Use,
  { limit, after, before, fromEnd }: HistoryPage<string>,
): Promise<readonly MemberRow[]> {
  const members =
    kind === 'static'
      ? sql`select customer_id, null::timestamptz as since from (${pickedCustomers(workspaceId, id)}) as picked`
      : sql`select member.customer_id, member.since from segment_member as member
          where member.workspace_id = ${workspaceId}::uuid and member.segment_id = ${id}::uuid and exists (
            select from customer where customer.workspace_id = member.workspace_id
              and customer.id = member.customer_id and ${whereMayBeUsed(use)})`
  const bounds: RawBuilder<unknown>[] = []
  if (after !== undefined) bounds.push(sql`and customer_id > ${after}::uuid`)
  if (before !== undefined) bounds.push(sql`and customer_id < ${before}::uuid`)
  const { rows } = await sql<MemberRow>`-- listMembers
    select customer_id as "customerId", since from (${members}) as member where true ${sql.join(bounds, sql` `)}
    order by customer_id ${fromEnd ? sql`desc` : sql`asc`} limit ${limit + 1}`.execute(tx)
  return fromEnd ? rows.toReversed() : rows
}

/** How large segments were by day and revision, oldest first, by the segment. */
export async function listSizes(
  tx: Tx,
  workspaceId: string,
  segmentId: string,
  { from, until, limit }: { readonly from: string; readonly until: string; readonly limit: number },
): Promise<readonly SegmentSize[]> {
  const { rows } = await sql<SegmentSize>`-- listSizes
    select day, revision, size, at from segment_size
    where workspace_id = ${workspaceId}::uuid and segment_id = ${segmentId}::uuid
      and day between ${from}::date and ${until}::date
    order by day desc, revision desc limit ${limit}`.execute(tx)
  return rows.toReversed()
}

/** A state of a segment. */
export interface RevisionRow {
  readonly revision: number
  readonly name: unknown
  readonly rule: unknown
  readonly savedAt: Date
  readonly savedBy: string
}

/** The states of a segment, newest first. */
export async function listRevisions(
  tx: Tx,
  workspaceId: string,
  segmentId: string,
  limit: number,
): Promise<readonly RevisionRow[]> {
  const { rows } = await sql<RevisionRow>`-- listRevisions
    select revision, name, rule, saved_at as "savedAt", saved_by as "savedBy" from segment_revision
    where workspace_id = ${workspaceId}::uuid and segment_id = ${segmentId}::uuid
    order by revision desc limit ${limit}`.execute(tx)
  return rows
}
