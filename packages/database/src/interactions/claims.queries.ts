import type { Claim } from '@profilkort/domain/interactions/told'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import type { SourceScope } from '../identity/records.queries.ts'

/** What a message says of who somebody is, waiting to be settled. */
export interface ClaimRow {
  readonly id: string
  readonly source: string
  readonly claim: Claim
}

/** Takes the oldest claims that wait, for good when the transaction commits; those that others have taken are left. */
export async function takeClaims(tx: Tx, workspaceId: string, limit: number): Promise<readonly ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`-- takeClaims
    delete from identity_claim where workspace_id = ${workspaceId}::uuid and id in (
      select id from identity_claim where workspace_id = ${workspaceId}::uuid and failure is null
      order by id limit ${limit} for update skip locked)
    returning id, source, claim`.execute(tx)
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Puts the oldest claim that waits aside, with the reason. */
export async function setClaimAside(tx: Tx, workspaceId: string, failure: string): Promise<void> {
  await sql`-- setClaimAside
    update identity_claim set failure = ${failure} where workspace_id = ${workspaceId}::uuid and id = (
      select id from identity_claim where workspace_id = ${workspaceId}::uuid and failure is null
      order by id limit 1 for update skip locked)`.execute(tx)
}

/** The workspaces in which claims wait; needs `acrossWorkspaces`. */
export async function listWaiting(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('identity_claim')
    .select('workspace_id')
    .distinct()
    .where('failure', 'is', null)
    .execute()
  return rows.map(({ workspace_id }) => workspace_id)
}

/** What is kept as the data of a record: what messages said of it, or the row of a file that told of it. */
export interface KeptData {
  readonly data: unknown
  readonly layoutId: string | null
  readonly digest: string | null
}

/** The data of records of a source by their external ids. */
export async function findData(
  tx: Tx,
  workspaceId: string,
  { source, kind }: SourceScope,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, KeptData>> {
  const { rows } = await sql<KeptData & { externalId: string }>`-- findData
    select external_id as "externalId", data, layout_id as "layoutId", digest from source_record
    where workspace_id = ${workspaceId}::uuid and source = ${source} and kind = ${kind}
      and external_id = any(${[...externalIds]})`.execute(tx)
  return new Map(rows.map(({ externalId, ...kept }) => [externalId, kept]))
}

/** That a user is known by a record. */
export interface UserRecord {
  readonly userId: string
  readonly recordId: string
}

/** Gives the interactions of users that there was no record of to their records. */
export async function attachUsers(
  tx: Tx,
  workspaceId: string,
  source: string,
  users: readonly UserRecord[],
): Promise<void> {
  if (users.length === 0) return
  await sql`-- attachUsers
    update interaction set record_id = given."recordId", user_id = null
    from jsonb_to_recordset(${JSON.stringify(users)}::jsonb) as given("userId" text, "recordId" uuid)
    where workspace_id = ${workspaceId}::uuid and source = ${source} and record_id is null and user_id is not null
      and user_id = any(${users.map(({ userId }) => userId)}) and user_id = given."userId"`.execute(tx)
}

/** That a group is known by the record of a company. */
export interface GroupRecord {
  readonly groupId: string
  readonly recordId: string
}

/** Gives the interactions that were done for companies that there was no record of to their records. */
export async function attachGroups(
  tx: Tx,
  workspaceId: string,
  source: string,
  groups: readonly GroupRecord[],
): Promise<void> {
  if (groups.length === 0) return
  await sql`-- attachGroups
    update interaction set company_record_id = given."recordId", group_id = null
    from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as given("groupId" text, "recordId" uuid)
    where workspace_id = ${workspaceId}::uuid and source = ${source} and company_record_id is null
      and group_id is not null and group_id = any(${groups.map(({ groupId }) => groupId)})
      and group_id = given."groupId"`.execute(tx)
}

/** Two ids of a source that are said to be one user. */
export interface Alias {
  readonly previousId: string
  readonly userId: string
}

/** What servers said of users' earlier names, where any of these is one of the two. */
export async function findAliases(
  tx: Tx,
  workspaceId: string,
  source: string,
  userIds: readonly string[],
): Promise<readonly Alias[]> {
  const ids = [...userIds]
  const { rows } = await sql<Alias>`-- findAliases
    select anonymous_id as "previousId", user_id as "userId" from visitor
    where workspace_id = ${workspaceId}::uuid and source = ${source} and is_alias
      and (anonymous_id = any(${ids}) or user_id = any(${ids}))`.execute(tx)
  return rows
}

/** Forgets what users did and who their anonymous ones are: they were erased, and are kept out. */
export async function forgetUsers(
  tx: Tx,
  workspaceId: string,
  source: string,
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return
  const ids = [...userIds]
  await sql`-- forgetUsers
    with gone as (
      delete from visitor where workspace_id = ${workspaceId}::uuid and source = ${source} and user_id = any(${ids})
      returning anonymous_id),
    of_visitors as (
      delete from interaction where workspace_id = ${workspaceId}::uuid and source = ${source} and record_id is null
        and user_id is null and anonymous_id in (select anonymous_id from gone))
    delete from interaction where workspace_id = ${workspaceId}::uuid and source = ${source} and record_id is null
      and user_id is not null and user_id = any(${ids})`.execute(tx)
}
