import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** Which database a snapshot is of, and when it was started: another one counts its transactions anew. */
export const databaseName = sql`(select oid from pg_database where datname = current_database())::text || ' '
  || extract(epoch from pg_postmaster_start_time())`

/** Which changes have been seen: those of a snapshot (`pg_snapshot`) of one running database; see `databaseName`. */
export interface Seen {
  readonly database: string
  readonly snapshot: string
}

/** Where a look at the database is: whatever is committed after it is a change. */
export async function nowSeen(tx: Tx): Promise<Seen> {
  const { rows } = await sql<Seen>`-- nowSeen
    select ${databaseName} as database, pg_current_snapshot()::text as snapshot`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('A select without a table always answers one row')
  return row
}

/** All customers that changed by transactions that a snapshot (`pg_snapshot`) has not seen, each once. */
export function changedSince(workspace: RawBuilder<unknown>, snapshot: string): RawBuilder<unknown> {
  return sql`${changedIds(workspace, snapshot)} union ${notedIds(workspace, snapshot)}`
}

/** The customers that were written by transactions that a snapshot has not seen; none without one. */
export function changedIds(
  workspace: RawBuilder<unknown>,
  snapshot: string | undefined,
): RawBuilder<unknown> {
  return sql`select id from ${unseenBy(snapshot)} join lateral (
    select id from customer where workspace_id = ${workspace} and ${isUnseen} offset 0) as changed on true`
}

/** Those that were noted by such transactions: they are gone, or what is told of them has changed. */
export function notedIds(workspace: RawBuilder<unknown>, snapshot: string | undefined): RawBuilder<unknown> {
  return sql`select id from ${unseenBy(snapshot)} join lateral (
    select customer_id as id from customer_change where workspace_id = ${workspace} and ${isUnseen} offset 0) as noted on true`
}

const greatestXid = '18446744073709551615'

/**
 * The transactions that a snapshot has not seen, as ranges: those that had not begun have numbers from its `xmax` on,
 * and those that were under way are listed in it. Each range is looked up in the index by itself, which `offset 0` sees
 * to: of a single number a planner may think that it wrote most of the table, and look at all of it.
 */
function unseenBy(snapshot: string | undefined): RawBuilder<unknown> {
  const [, xmax, running = ''] = snapshot?.split(':') ?? []
  const underWay = running === '' ? [] : running.split(',')
  const froms = xmax === undefined ? [] : [xmax, ...underWay]
  const tos = xmax === undefined ? [] : [greatestXid, ...underWay]
  return sql`unnest(${froms}::xid8[], ${tos}::xid8[]) as unseen (first, last)`
}

/** A row from another cluster's dump may have a number that no transaction here has had yet: it is passed over. */
const isUnseen = sql`changed_xid >= first and changed_xid <= last
  and changed_xid < pg_snapshot_xmax(pg_current_snapshot())`
