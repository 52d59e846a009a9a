import { foldName } from '@profilkort/domain/customers/name-key'
import { mostHolders } from '@profilkort/domain/identity/join'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import type { RecordRow } from './records.queries.ts'

/** Makes changes of who is who in a workspace come one after the other. */
export async function lockIdentity(tx: Tx, workspaceId: string): Promise<void> {
  await sql`-- lockIdentity
    select pg_advisory_xact_lock(hashtextextended(${`identity ${workspaceId}`}, 0))`.execute(tx)
}

/** Keeps who is who as it is until the transaction ends, for those who write to a customer what was told of a record. */
export async function holdIdentity(tx: Tx, workspaceId: string): Promise<void> {
  await sql`-- holdIdentity
    select pg_advisory_xact_lock_shared(hashtextextended(${`identity ${workspaceId}`}, 0))`.execute(tx)
}

export interface Holders {
  readonly token: string
  /** The records with it; of a common one only those that are joined with others. */
  readonly recordIds: readonly string[]
  /** Whether more than `mostHolders` have it. */
  readonly isCommon: boolean
}

/** Who is known by these identifiers. */
export async function findHolders(
  tx: Tx,
  workspaceId: string,
  tokens: readonly string[],
): Promise<readonly Holders[]> {
  if (tokens.length === 0) return []
  const { rows } = await sql<Holders>`-- findHolders
    with held as (
      select token, record_id, count(*) over (partition by token) > ${mostHolders} as is_common
      from identifier where workspace_id = ${workspaceId}::uuid and token = any(${[...tokens]}))
    select token, is_common as "isCommon", coalesce(array_agg(record_id) filter (
        where not is_common or exists (
          select from source_record as record
          join source_record as sibling on sibling.workspace_id = record.workspace_id
            and sibling.customer_id = record.customer_id and sibling.id <> record.id
          where record.workspace_id = ${workspaceId}::uuid and record.id = record_id)), '{}') as "recordIds"
    from held group by token, is_common`.execute(tx)
  return rows
}

/**
 * The records that customers, decisions, attachments and mentions tie to these, over one step: those of the same
 * customer, those decided about together, and companies of the same name where one of the two was only named.
 */
export async function findAdjacent(
  tx: Tx,
  workspaceId: string,
  records: readonly RecordRow[],
): Promise<readonly string[]> {
  // Lists rather than a join: a file that is just coming in has no statistics yet that a join could be planned by.
  const ids = records.map(({ id }) => id)
  const companies = records.filter(({ kind, name }) => kind === 'company' && name !== null)
  const named = (isMention: boolean) => [
    ...new Set(
      companies.filter((each) => each.isMention === isMention).map(({ name }) => foldName(name ?? '')),
    ),
  ]
  const ofWorkspace = sql`workspace_id = ${workspaceId}::uuid`
  const { rows } = await sql<{ id: string }>`-- findAdjacent
    select id from source_record
      where ${ofWorkspace} and customer_id = any(${records.map(({ customerId }) => customerId)}::uuid[])
    union select id from source_record where ${ofWorkspace} and attached_to = any(${ids}::uuid[])
    union select b from identity_decision where ${ofWorkspace} and a = any(${ids}::uuid[])
    union select a from identity_decision where ${ofWorkspace} and b = any(${ids}::uuid[])
    union select id from source_record
      where ${ofWorkspace} and kind = 'company' and name_key = any(${named(true)})
    union select id from source_record
      where ${ofWorkspace} and kind = 'company' and name_key = any(${named(false)}) and is_mention`.execute(
    tx,
  )
  return [...rows.map(({ id }) => id), ...records.flatMap(({ attachedTo }) => attachedTo ?? [])]
}

/**
 * Those identifiers of some records that records of other customers are known by, too. With `offset 0` each is looked up:
 * a planner that takes the workspace for empty would go through all of it for each.
 */
export async function findSharing(
  tx: Tx,
  workspaceId: string,
  recordIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ token: string }>`-- findSharing
    with own as materialized (
      select customer_id, unnest(identifiers) as token from source_record
      where workspace_id = ${workspaceId}::uuid and id = any(${[...recordIds]}::uuid[]))
    select distinct own.token from own
    cross join lateral (
      select record_id from identifier where workspace_id = ${workspaceId}::uuid and token = own.token offset 0) as held
    cross join lateral (
      select customer_id from source_record where workspace_id = ${workspaceId}::uuid and id = held.record_id offset 0) as other
    where other.customer_id <> own.customer_id`.execute(tx)
  return new Set(rows.map(({ token }) => token))
}
