import { mostHolders } from '@profilkort/domain/identity/join'
import type { Likeable, LikenessReason } from '@profilkort/domain/identity/likeness'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { changedSince, databaseName, type Seen } from '../customers/unseen.ts'
import { readAll } from '../read-all.ts'

/** A customer as it is compared with others. */
export interface LikeableRow extends Likeable {
  readonly id: string
}

/** The columns of a `LikeableRow`, of `customer`. */
export const likeableColumns = sql`customer.id, customer.name, customer.company_id as "companyId",
  customer.attributes ->> 'postalCode' as "postalCode", customer.attributes ->> 'address' as address,
  coalesce((
    select array_agg(distinct token) from source_record as record cross join unnest(record.identifiers) as token
    where record.workspace_id = customer.workspace_id and record.customer_id = customer.id), '{}') as identifiers`

/** Two customers, the one whose id is less first. */
export interface Pair {
  readonly a: string
  readonly b: string
}

/** From which snapshot on changes are to be looked at; undefined where everybody is, which is twice a day. */
export async function seenBefore(tx: Tx, workspaceId: string): Promise<string | undefined> {
  const { rows } = await sql<{ snapshot: string }>`-- seenBefore
    select snapshot from duplicate_search where workspace_id = ${workspaceId}::uuid
      and database = ${databaseName} and all_at > now() - interval '12 hours'`.execute(tx)
  return rows[0]?.snapshot
}

/** A name without the form of company at its end, as a beginning of names that may be the same. */
const bareName = sql`regexp_replace(name_key, '[\s,.]+(as|asa|ab|hb|aps|a/s|oy|oyj|ltd|inc|gmbh)\.?$', '')`

/**
 * Pairs of customers worth comparing: those with an identifier in common, and the next three by name, read from its
 * beginning and from its end (the sorted neighbourhood method, Hernández and Stolfo 1995). Each pair once.
 * @param since only those of customers that changed by transactions that this snapshot has not seen
 */
export function findPairs(
  tx: Tx,
  workspaceId: string,
  since: string | undefined,
): AsyncGenerator<readonly Pair[]> {
  return readAll<Pair>(
    tx,
    sql`-- findPairs
    ${withChanged(sql`${workspaceId}::uuid`, since)},
    named as (
      select id, kind, ${bareName} as name from customer where workspace_id = ${workspaceId}::uuid),
    neighbours as (
      select id, name, ${sql.join(['name', 'reverse(name)'].flatMap((order) => [1, 2, 3].map((step) => nextBy(order, step))))}
      from named),
    held as (
      select token, record_id, count(*) over (partition by token) as holders from identifier
      where workspace_id = ${workspaceId}::uuid),
    paired as (
      select neighbours.id as one, next.id as other from neighbours
      cross join lateral (values ${sql.join([0, 1, 2, 3, 4, 5].map((at) => sql.raw(`(next${at})`)))}) as next(id)
      union
      select one.customer_id, other.customer_id from held as first join held as second using (token)
      join source_record as one on one.workspace_id = ${workspaceId}::uuid and one.id = first.record_id
      join source_record as other on other.workspace_id = ${workspaceId}::uuid and other.id = second.record_id
      where first.holders between 2 and ${mostHolders} and one.kind = other.kind)
    select distinct least(one, other) as a, greatest(one, other) as b from paired
    where one is not null and other is not null and one <> other and ${isOfChanged(since, 'one', 'other')}`,
    'all',
  )
}

/** Before a statement: those that changed since a snapshot, and nobody without one. */
function withChanged(workspace: RawBuilder<unknown>, since: string | undefined): RawBuilder<unknown> {
  const ids = since === undefined ? sql`select null::uuid as id where false` : changedSince(workspace, since)
  return sql`with changed as materialized (${ids})`
}

/** Whether one of two has changed; anybody has where there is no snapshot to tell since when. */
function isOfChanged(since: string | undefined, one: string, other: string): RawBuilder<unknown> {
  if (since === undefined) return sql`true`
  return sql`(${sql.ref(one)} in (select id from changed) or ${sql.ref(other)} in (select id from changed))`
}

function nextBy(order: string, step: number): RawBuilder<unknown> {
  const at = (order === 'name' ? 0 : 3) + step - 1
  return sql.raw(`lead(id, ${step}) over (partition by kind order by ${order} collate "C", id) as next${at}`)
}

/** Customers as they are compared, by id. */
export async function loadLikeables(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LikeableRow>> {
  const { rows } = await sql<LikeableRow>`-- loadLikeables
    select ${likeableColumns} from customer
    where workspace_id = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Two customers that look like one. */
export interface Candidate {
  readonly a: string
  readonly b: string
  readonly score: number
  readonly reasons: readonly LikenessReason[]
}

/** What a look for duplicates came to. */
export interface Found {
  readonly seen: Seen
  /** Which changes were looked at; undefined where all customers were. */
  readonly since: string | undefined
  readonly candidates: readonly Candidate[]
  /** For how many milliseconds nobody looks again. */
  readonly restMs: number
}

/** Puts what was found in place of what was found before of those that were looked at. @param most are kept, the likeliest */
export async function replaceCandidates(
  tx: Tx,
  workspaceId: string,
  { seen, since, candidates, restMs }: Found,
  most: number,
): Promise<void> {
  const workspace = sql`${workspaceId}::uuid`
  await sql`-- replaceCandidates: those before
    ${withChanged(workspace, since)}
    delete from duplicate_candidate where workspace_id = ${workspace} and ${isOfChanged(since, 'a', 'b')}`.execute(
    tx,
  )
  await sql`-- replaceCandidates: seen
    insert into duplicate_search (workspace_id, database, snapshot, all_at, rests_until)
    values (${workspace}, ${seen.database}, ${seen.snapshot}, now(), now() + ${restMs} * interval '1 ms')
    on conflict (workspace_id) do update set database = excluded.database, snapshot = excluded.snapshot,
      all_at = ${since === undefined ? sql`excluded` : sql`duplicate_search`}.all_at, rests_until = excluded.rests_until`.execute(
    tx,
  )
  await tx.updateTable('workspace').set({ duplicates_sought: null }).where('id', '=', workspaceId).execute()
  await sql`-- replaceCandidates
    insert into duplicate_candidate (workspace_id, a, b, score, reasons)
    select ${workspaceId}::uuid, a, b, score, array(select jsonb_array_elements_text(reasons))
    from jsonb_to_recordset(${JSON.stringify(candidates)}::jsonb) as given(a uuid, b uuid, score real, reasons jsonb)
    on conflict (workspace_id, a, b) do update set score = excluded.score, reasons = excluded.reasons`.execute(
    tx,
  )
  await sql`-- replaceCandidates: the likeliest
    delete from duplicate_candidate where workspace_id = ${workspace} and (a, b) in (
      select a, b from duplicate_candidate where workspace_id = ${workspace}
      order by score desc, a, b offset ${most})`.execute(tx)
}

/** A place in the list, the likeliest first. */
export interface CandidatePlace {
  readonly score: number
  readonly a: string
  readonly b: string
}

/** Candidates that nobody has judged, by their customers of today, the likeliest first. */
export async function listCandidates(
  tx: Tx,
  workspaceId: string,
  { limit, after }: { readonly limit: number; readonly after: CandidatePlace | undefined },
): Promise<readonly (Candidate & CandidatePlace & { readonly customers: readonly [string, string] })[]> {
  const isAfter =
    after === undefined
      ? sql`true`
      : sql`(-candidate.score, candidate.a, candidate.b) > (-${after.score}::real, ${after.a}::uuid, ${after.b}::uuid)`
  const { rows } = await sql<Candidate & { readonly customers: readonly [string, string] }>`-- listCandidates
    select candidate.a, candidate.b, score, reasons, array[one.customer_id, other.customer_id] as customers
    from duplicate_candidate as candidate
    join source_record as one on one.workspace_id = candidate.workspace_id and one.id = candidate.a
    join source_record as other on other.workspace_id = candidate.workspace_id and other.id = candidate.b
    where candidate.workspace_id = ${workspaceId}::uuid and one.customer_id <> other.customer_id and ${isAfter}
      and not exists (${decidedApart(sql`one.customer_id`, sql`other.customer_id`)})
    order by score desc, candidate.a, candidate.b limit ${limit}`.execute(tx)
  return rows
}

/** A decision that two customers are two. */
export function decidedApart(one: RawBuilder<unknown>, other: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select from identity_decision as decision where decision.workspace_id = current_workspace()
    and decision.a = least(${one}, ${other}) and decision.b = greatest(${one}, ${other}) and decision.verdict = 'apart'`
}

/** Says that something was heard of customers, so that duplicates have to be looked for anew. */
export async function markDuplicatesDue(tx: Tx, workspaceId: string): Promise<void> {
  await sql`-- markDuplicatesDue
    update workspace set duplicates_due = true where id = ${workspaceId}::uuid and not duplicates_due`.execute(
    tx,
  )
}

/**
 * Whether duplicates have to be looked for; from then on they have not, until something is heard. Not while an import is
 * under way, which tells of more, and not before the last look has rested. A look that has not come to its end after an
 * hour is taken for broken off.
 */
export async function takeDuplicatesDue(tx: Tx, workspaceId: string): Promise<boolean> {
  const { rows } = await sql`-- takeDuplicatesDue
    update workspace set duplicates_due = false, duplicates_sought = now()
    where id = ${workspaceId}::uuid and (duplicates_due or duplicates_sought < now() - interval '1 hour') and not exists (
      select from import where import.workspace_id = workspace.id and state in ('checking', 'running', 'joining'))
      and not exists (
        select from duplicate_search as last where last.workspace_id = workspace.id and last.rests_until > now())
    returning id`.execute(tx)
  return rows.length > 0
}
