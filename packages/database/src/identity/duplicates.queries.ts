import { mostHolders } from '@profilkort/domain/identity/join'
import type { Likeable, LikenessReason } from '@profilkort/domain/identity/likeness'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'
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

/** A name without the form of company at its end, as a beginning of names that may be the same. */
const bareName = sql`regexp_replace(name_key, '[\s,.]+(as|asa|ab|hb|aps|a/s|oy|oyj|ltd|inc|gmbh)\.?$', '')`

/**
 * Pairs of customers worth comparing: those with an identifier in common, and the next three by name, read from its
 * beginning and from its end (the sorted neighbourhood method, Hernández and Stolfo 1995). Each pair once.
 */
export function findPairs(tx: Tx, workspaceId: string): AsyncGenerator<readonly Pair[]> {
  return readAll<Pair>(
    tx,
    sql`-- findPairs
    with named as (
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
    where one is not null and other is not null and one <> other`,
    'all',
  )
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

/** Puts what was found in place of what was found before. */
export async function replaceCandidates(
  tx: Tx,
  workspaceId: string,
  candidates: readonly Candidate[],
): Promise<void> {
  await tx.deleteFrom('duplicate_candidate').where('workspace_id', '=', workspaceId).execute()
  await tx.updateTable('workspace').set({ duplicates_sought: null }).where('id', '=', workspaceId).execute()
  await sql`-- replaceCandidates
    insert into duplicate_candidate (workspace_id, a, b, score, reasons)
    select ${workspaceId}::uuid, a, b, score, array(select jsonb_array_elements_text(reasons))
    from jsonb_to_recordset(${JSON.stringify(candidates)}::jsonb) as given(a uuid, b uuid, score real, reasons jsonb)
  `.execute(tx)
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
 * under way, which tells of more. A look that has not come to its end after an hour is taken for broken off.
 */
export async function takeDuplicatesDue(tx: Tx, workspaceId: string): Promise<boolean> {
  const { rows } = await sql`-- takeDuplicatesDue
    update workspace set duplicates_due = false, duplicates_sought = now()
    where id = ${workspaceId}::uuid and (duplicates_due or duplicates_sought < now() - interval '1 hour') and not exists (
      select from import where import.workspace_id = workspace.id and state in ('checking', 'running', 'joining'))
    returning id`.execute(tx)
  return rows.length > 0
}
