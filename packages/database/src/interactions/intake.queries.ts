import { randomUUIDv7 } from 'node:crypto'
import type { InteractionKind } from '@profilkort/domain/interactions/interaction'
import type { Claim } from '@profilkort/domain/interactions/told'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import type { SourceScope } from '../identity/records.queries.ts'

/** An interaction as it is to be kept. */
export interface InteractionToSave {
  readonly type: InteractionKind
  readonly name: string
  /** Milliseconds. */
  readonly at: number
  readonly recordId: string | null
  readonly companyRecordId: string | null
  /** Only where there is no record. */
  readonly userId: string | null
  /** Only where there is no record of the company. */
  readonly groupId: string | null
  readonly anonymousId: string | null
  /** As JSON. */
  readonly properties: string
  readonly context: string | null
  readonly notes: string | null
}

/** A message to be kept unless it was taken before: an interaction, what it claims, or both. */
export interface MessageToSave {
  /** 128 bits in hex that the same message of the same source always has. */
  readonly id: string
  readonly messageId: string
  readonly interaction: InteractionToSave | undefined
  readonly claims: readonly Claim[]
}

/** That an anonymous one was said to be a user. */
export interface VisitorToSave {
  readonly anonymousId: string
  readonly userId: string
  /** Milliseconds. */
  readonly at: number
  readonly isAlias: boolean
}

/** Messages of one source. */
export interface MessagesToSave {
  readonly source: string
  readonly receivedAt: Date
  /** Each once, in the order of their ids: those who save the same at once then wait for each other in turn. */
  readonly messages: readonly MessageToSave[]
  /** Each anonymous one once. */
  readonly visitors: readonly VisitorToSave[]
}

/** Keeps the messages that were not taken before, in one statement. @returns how many these are */
export async function saveMessages(
  tx: Tx,
  workspaceId: string,
  { source, receivedAt, messages, visitors }: MessagesToSave,
): Promise<number> {
  const month = `${receivedAt.toISOString().slice(0, 7)}-01`
  const told = messages.map(({ interaction }) => interaction)
  const ids = plainArray(messages.map(({ id }) => id))
  const claims = messages.flatMap((message) =>
    message.claims.map((claim) => ({ message: message.id, id: randomUUIDv7(), claim })),
  )
  const { rows } = await sql<{ fresh: number }>`-- saveMessages
    with given as (
      select * from rows from (
        unnest(${ids}::uuid[]),
        json_array_elements_text(${JSON.stringify(messages.map(({ messageId }) => messageId))}::json),
        unnest(${plainArray(told.map((each) => each?.type))}::text[]),
        json_array_elements_text(${textsOf(told.map((each) => each?.name))}::json),
        unnest(${plainArray(told.map((each) => each?.at))}::float8[]),
        unnest(${plainArray(told.map((each) => each?.recordId))}::uuid[]),
        unnest(${plainArray(told.map((each) => each?.companyRecordId))}::uuid[]),
        json_array_elements_text(${textsOf(told.map((each) => each?.userId))}::json),
        json_array_elements_text(${textsOf(told.map((each) => each?.groupId))}::json),
        json_array_elements_text(${textsOf(told.map((each) => each?.anonymousId))}::json),
        json_array_elements_text(${textsOf(told.map((each) => each?.notes))}::json),
        json_array_elements(${jsonArray(told.map((each) => each?.properties))}::json),
        json_array_elements(${jsonArray(told.map((each) => each?.context))}::json)
      ) as given(id, message_id, type, name, at, record_id, company_record_id, user_id, group_id, anonymous_id, notes,
        properties, context)),
    known as materialized (
      select message from interaction_message
      where workspace_id = ${workspaceId}::uuid and received_month < ${month}::date
        and received_month >= ${month}::date - interval '2 months' and message = any(${ids}::uuid[])),
    fresh as (
      insert into interaction_message (workspace_id, received_month, message)
      select ${workspaceId}::uuid, ${month}::date, id from given where id not in (select message from known)
      on conflict do nothing returning message),
    interactions as (
      insert into interaction (workspace_id, at, id, record_id, company_record_id, type, name, source, message_id,
        received_at, user_id, group_id, anonymous_id, properties, context, notes)
      select ${workspaceId}::uuid, to_timestamp(at / 1000), id, record_id, company_record_id, type, name, ${source},
        message_id, ${receivedAt}::timestamptz, user_id, group_id, anonymous_id, properties::jsonb,
        case when json_typeof(context) = 'object' then context end, notes
      from given join fresh on fresh.message = given.id where type is not null),
    claims as (
      insert into identity_claim (workspace_id, id, source, claim, created_at)
      select distinct on (claim) ${workspaceId}::uuid, claimed.id, ${source}, claim, ${receivedAt}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as claimed(message uuid, id uuid, claim jsonb)
      join fresh using (message)),
    visitors as (
      insert into visitor (workspace_id, source, anonymous_id, user_id, identified_at, is_alias)
      select ${workspaceId}::uuid, ${source}, "anonymousId", "userId", to_timestamp(at / 1000), "isAlias"
      from jsonb_to_recordset(${JSON.stringify(visitors)}::jsonb) as said(
        "anonymousId" text, "userId" text, at float8, "isAlias" boolean)
      on conflict (workspace_id, source, anonymous_id) do update set
        user_id = excluded.user_id, identified_at = excluded.identified_at, is_alias = excluded.is_alias
      where (not excluded.is_alias, excluded.identified_at, excluded.user_id)
        < (not visitor.is_alias, visitor.identified_at, visitor.user_id))
    select count(*) as fresh from fresh`.execute(tx)
  return rows[0]?.fresh ?? 0
}

/** Records of a source by their external ids. @returns external id to record id */
export async function findRecordIds(
  tx: Tx,
  workspaceId: string,
  { source, kind }: SourceScope,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ externalId: string; id: string }>`-- findRecordIds
    select external_id as "externalId", id from source_record
    where workspace_id = ${workspaceId}::uuid and source = ${source} and kind = ${kind}
      and external_id = any(${[...externalIds]})`.execute(tx)
  return new Map(rows.map(({ externalId, id }) => [externalId, id]))
}

/** An array of what needs no quotes. What is missing at the end is null, as `rows from` has it. */
function plainArray(cells: readonly (string | number | null | undefined)[]): string {
  return isEmpty(cells) ? '{}' : `{${cells.map((cell) => cell ?? 'NULL').join(',')}}`
}

/** Texts as a JSON array. */
function textsOf(cells: readonly (string | null | undefined)[]): string {
  return isEmpty(cells) ? '[]' : JSON.stringify(cells)
}

/** A JSON array of what is JSON already. */
function jsonArray(cells: readonly (string | null | undefined)[]): string {
  return isEmpty(cells) ? '[]' : `[${cells.map((cell) => cell ?? 'null').join(',')}]`
}

function isEmpty(cells: readonly unknown[]): boolean {
  return cells.every((cell) => cell === null || cell === undefined)
}
