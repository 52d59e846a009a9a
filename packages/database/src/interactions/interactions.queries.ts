import type { CustomerKind } from '@profilkort/domain/customers/customer'
import type { InteractionKind, Json } from '@profilkort/domain/interactions/interaction'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** An interaction as it is kept. */
export interface InteractionRow {
  readonly id: string
  readonly at: Date
  readonly receivedAt: Date
  /** Null of one that was done before it was known by whom. */
  readonly recordId: string | null
  readonly companyRecordId: string | null
  readonly type: InteractionKind
  readonly name: string
  readonly source: string
  readonly messageId: string
  readonly properties: Json
  readonly context: Json | null
  /** A line each. */
  readonly notes: string | null
}

/** A place in a timeline, newest first. */
export interface InteractionPlace {
  /** As PostgreSQL writes it, to the microsecond. */
  readonly at: string
  readonly id: string
}

export interface InteractionFilter {
  /** Names; all when not given. */
  readonly names?: readonly string[] | undefined
  readonly from?: Date | undefined
  /** Not included. */
  readonly to?: Date | undefined
}

export interface InteractionPage extends InteractionFilter {
  readonly after?: InteractionPlace | undefined
  readonly limit: number
}

/**
 * What was done by or for those that records speak of, newest first; also what they did before it was known by whom.
 * All records of a customer give the customer's own timeline.
 */
export async function listInteractions(
  tx: Tx,
  workspaceId: string,
  recordIds: readonly string[],
  page: InteractionPage,
): Promise<readonly (InteractionRow & { readonly place: InteractionPlace })[]> {
  const { after, limit } = page
  const newest = sql`order by at desc, id desc limit ${limit}`
  const isAfter =
    after === undefined
      ? sql`true`
      : sql`at <= ${after.at}::timestamptz and (at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`
  const { rows } = await sql<InteractionRow & { place: InteractionPlace }>`-- listInteractions
    ${subjects(workspaceId, recordIds)}
    select id, at, received_at as "receivedAt", record_id as "recordId", company_record_id as "companyRecordId", type,
      name, source, message_id as "messageId", properties, context, notes,
      json_build_object('at', at::text, 'id', id) as place
    from ${union((own) => sql`${own} and ${matches(page)} and ${isAfter} ${newest}`, workspaceId, recordIds)}
    ${newest}`.execute(tx)
  return rows
}

/** All that was done by or for a customer, as a query to be read from: rows of `interaction`. */
export function interactionsOf(workspaceId: string, customerId: string): RawBuilder<unknown> {
  const records = sql`select id from source_record
    where workspace_id = ${workspaceId}::uuid and customer_id = ${customerId}::uuid`
  const all = sql`select * from interaction where workspace_id = ${workspaceId}::uuid`
  return sql`
    ${all} and record_id is not null and record_id in (${records})
    union all ${all} and company_record_id is not null and company_record_id in (${records})
      and (record_id is null or record_id not in (${records}))
    union all ${all} and record_id is null and user_id is null and (source, anonymous_id) in (
      select visitor.source, visitor.anonymous_id from source_record as record
      join visitor on visitor.workspace_id = ${workspaceId}::uuid and visitor.source = record.source
        and visitor.user_id = record.external_id
      where record.workspace_id = ${workspaceId}::uuid and record.customer_id = ${customerId}::uuid
        and record.kind = 'person')`
}

/** The records that speak of a customer and, where asked for, of the contacts of a company. */
export async function findRecordIdsOf(
  tx: Tx,
  workspaceId: string,
  customerId: string,
  { withContacts }: { readonly withContacts: boolean },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`-- findRecordIdsOf
    select id from source_record where workspace_id = ${workspaceId}::uuid and customer_id = ${customerId}::uuid
    union all
    select record.id from customer as contact
    join source_record as record on record.workspace_id = ${workspaceId}::uuid and record.customer_id = contact.id
    where ${withContacts} and contact.workspace_id = ${workspaceId}::uuid and contact.company_id = ${customerId}::uuid
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** The customers that records are of now, by the record's id. */
export async function findSubjects(
  tx: Tx,
  workspaceId: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly kind: CustomerKind }>> {
  const { rows } = await sql<{ recordId: string; id: string; kind: CustomerKind }>`-- findSubjects
    select record.id as "recordId", customer.id, customer.kind from source_record as record
    join customer on customer.workspace_id = record.workspace_id and customer.id = record.customer_id
    where record.workspace_id = ${workspaceId}::uuid and record.id = any(${[...recordIds]}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map(({ recordId, ...subject }) => [recordId, subject]))
}

/** How often something was done, and when first and last. */
export interface InteractionSummary {
  readonly name: string
  readonly count: number
  readonly firstAt: Date
  readonly lastAt: Date
}

/** By name, the most frequent first. */
export async function summariseInteractions(
  tx: Tx,
  workspaceId: string,
  recordIds: readonly string[],
  filter: InteractionFilter,
): Promise<readonly InteractionSummary[]> {
  const { rows } = await sql<InteractionSummary>`-- summariseInteractions
    ${subjects(workspaceId, recordIds)}
    select name, count(*) as count, min(at) as "firstAt", max(at) as "lastAt"
    from ${union((own) => sql`${own} and ${matches(filter)}`, workspaceId, recordIds)}
    group by name order by count(*) desc, name`.execute(tx)
  return rows
}

/** The records asked for, and the anonymous ones that their persons were. */
function subjects(workspaceId: string, recordIds: readonly string[]): RawBuilder<unknown> {
  return sql`with asked as materialized (
      select id, kind, source, external_id from source_record
      where workspace_id = ${workspaceId}::uuid and id = any(${[...recordIds]}::uuid[])),
    visitors as materialized (
      select visitor.source, visitor.anonymous_id from asked
      join visitor on visitor.workspace_id = ${workspaceId}::uuid and visitor.source = asked.source
        and visitor.user_id = asked.external_id
      where asked.kind = 'person')`
}

/** What is theirs in three ways, each found by an index of its own. */
function union(
  among: (own: RawBuilder<unknown>) => RawBuilder<unknown>,
  workspaceId: string,
  recordIds: readonly string[],
): RawBuilder<unknown> {
  const all = sql`select * from interaction where workspace_id = ${workspaceId}::uuid`
  const byRecord = sql`${all} and record_id is not null and record_id = asked.id`
  const byCompany = sql`${all} and company_record_id is not null and company_record_id = asked.id
    and (record_id is null or record_id <> all(${[...recordIds]}::uuid[]))`
  const byVisitor = sql`${all} and record_id is null and user_id is null and source = visitors.source
    and anonymous_id = visitors.anonymous_id`
  return sql`(
    select found.* from asked cross join lateral (${among(byRecord)}) as found
    union all select found.* from asked cross join lateral (${among(byCompany)}) as found where asked.kind = 'company'
    union all select found.* from visitors cross join lateral (${among(byVisitor)}) as found
  ) as interaction`
}

function matches({ names, from, to }: InteractionFilter): RawBuilder<unknown> {
  const all = [
    names === undefined ? undefined : sql`name = any(${[...names]})`,
    from === undefined ? undefined : sql`at >= ${from}`,
    to === undefined ? undefined : sql`at < ${to}`,
  ].filter((each) => each !== undefined)
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `)
}
