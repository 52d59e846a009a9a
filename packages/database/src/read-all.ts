import { type Expression, sql } from 'kysely'
import type { Tx } from './connect.ts'
import { withoutNestedLoops } from './joining-all.ts'

const rowsAtOnce = 1000

/**
 * All rows of a query through a cursor, some at a time, so that no more of them are anywhere but in the database. It may
 * take its time; one at a time in a transaction.
 * @param joins whether everything is joined that the workspace has: see `joiningAll`
 */
export async function* readAll<Row>(
  tx: Tx,
  query: Expression<unknown>,
  joins: 'all' | 'some',
): AsyncGenerator<readonly Row[]> {
  // All of it will be fetched: not the plan that has its first rows soonest.
  await sql`-- readAll: for all rows
    select set_config('cursor_tuple_fraction', '1', true), set_config('statement_timeout', '0', true),
      set_config('idle_in_transaction_session_timeout', '5min', true)
      ${joins === 'all' ? sql`, ${withoutNestedLoops()}` : sql``}`.execute(tx)
  await sql`-- readAll
    declare everything no scroll cursor for ${query}`.execute(tx)
  for (;;) {
    const { rows } = await sql<Row>`-- readAll: fetch
      fetch ${sql.lit(rowsAtOnce)} from everything`.execute(tx)
    if (rows.length > 0) yield rows
    if (rows.length < rowsAtOnce) break
  }
  await sql`close everything`.execute(tx)
}
