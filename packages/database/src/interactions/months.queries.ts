import { sql } from 'kysely'
import { type Database, inWorkspace } from '../connect.ts'

/** The tables that are kept in a part for each month. */
export type Monthly = 'interaction' | 'interaction_message'

/** What happened before this is kept together: nobody tells of it but by mistake. */
export const firstMonth = '2000-01'

/** Makes the part of a table for a month (`2026-11`), unless it is there. */
export async function ensureMonth(db: Database, table: Monthly, month: string): Promise<void> {
  if (month < firstMonth) return
  await sql`-- ensureMonth
    select ensure_month(${table}, ${`${month}-01`}::date)`.execute(db)
}

/** The months that a table has a part for, oldest first. */
export async function listMonths(db: Database, table: Monthly): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`-- listMonths
    select child.relname as name from pg_inherits
    join pg_class as child on child.oid = inhrelid
    where inhparent = ${table}::regclass and child.relname ~ '_\\d{4}_\\d{2}$' order by child.relname`.execute(
    db,
  )
  return rows.map(({ name }) => name.slice(-7).replace('_', '-'))
}

/** Where interactions are that happened in no month of `listMonths`. */
export const otherMonth = 'other'

/** The part of a table for a month. */
function partOf(table: Monthly, month: string) {
  return sql.table(`${table}_${month.replace('-', '_')}`)
}

/** Takes away which messages came in before a month. @returns the months that are gone */
export async function dropMessagesBefore(db: Database, month: string): Promise<readonly string[]> {
  const old = (await listMonths(db, 'interaction_message')).filter((each) => each < month)
  for (const each of old)
    await sql`-- dropMessagesBefore
    drop table ${partOf('interaction_message', each)}`.execute(db)
  return old
}

/** Until when a workspace's interactions of a name have expired. */
export interface Expiry {
  readonly workspaceId: string
  readonly name: string
  readonly before: Date
}

/**
 * Empties a month's part at once where all that is in it has expired, of all workspaces. The empty part stays, as late
 * ones may still come. @returns how many are gone; undefined where some have to stay
 */
export async function emptyMonth(
  db: Database,
  month: string,
  expiries: readonly Expiry[],
): Promise<number | undefined> {
  const part = partOf('interaction', month)
  const stays = sql<{ stays: boolean }>`-- emptyMonth: whether any has to stay
    select exists (
      select from ${part} as interaction
      left join jsonb_to_recordset(${JSON.stringify(expiries)}::jsonb) as expiry(
        "workspaceId" uuid, name text, before timestamptz)
        on expiry."workspaceId" = interaction.workspace_id and expiry.name = interaction.name
      where expiry.before is null or interaction.at >= expiry.before) as stays`
  return db.transaction().execute(async (tx) => {
    await sql`-- emptyMonth: of all workspaces, and rather not at all than in anybody's way
      select set_config('profilkort.across_workspaces', 'on', true), set_config('lock_timeout', '2s', true)`.execute(
      tx,
    )
    if ((await stays.execute(tx)).rows[0]?.stays !== false) return undefined
    await sql`-- emptyMonth: nothing comes in any more
      lock table ${part} in access exclusive mode`.execute(tx)
    if ((await stays.execute(tx)).rows[0]?.stays !== false) return undefined
    const { rows } = await sql<{ count: number }>`-- emptyMonth: how many there are
      select count(*) as count from ${part}`.execute(tx)
    await sql`-- emptyMonth
      truncate ${part}`.execute(tx)
    return rows[0]?.count ?? 0
  })
}

/** Deletes the expired interactions of a month. @returns how many */
export async function deleteInMonth(
  db: Database,
  month: string,
  { workspaceId, name, before }: Expiry,
): Promise<number> {
  const { numAffectedRows } = await inWorkspace(db, workspaceId, (tx) =>
    sql`-- deleteInMonth
      delete from ${partOf('interaction', month)} where workspace_id = ${workspaceId}::uuid and name = ${name}
        and at < ${before}`.execute(tx),
  )
  return Number(numAffectedRows ?? 0)
}
