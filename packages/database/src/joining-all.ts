import { type QueryResult, type RawBuilder, sql } from 'kysely'
import type { Tx } from './connect.ts'

/**
 * Runs statements that join everything a workspace has. While there are no statistics of a workspace, which is new or
 * has just been imported into, the planner takes it for empty: by nested loops, the metrics of everybody would be
 * computed anew for each customer.
 */
export async function joiningAll<Answer>(tx: Tx, run: () => Promise<Answer>): Promise<Answer> {
  await setNestedLoops(tx, 'off')
  const answer = await run()
  await setNestedLoops(tx, 'on')
  return answer
}

/** Runs a statement, which joins everything only where that is so: others find what they name by its ids. */
export function joiningAllWhere<Row>(
  isSo: boolean,
  tx: Tx,
  statement: RawBuilder<Row>,
): Promise<QueryResult<Row>> {
  const run = () => statement.execute(tx)
  return isSo ? joiningAll(tx, run) : run()
}

/** For the rest of the transaction, as part of a select. */
export function withoutNestedLoops(): RawBuilder<unknown> {
  return nestedLoops('off')
}

async function setNestedLoops(tx: Tx, to: 'on' | 'off'): Promise<void> {
  await sql`-- setNestedLoops
    select ${nestedLoops(to)}`.execute(tx)
}

function nestedLoops(to: 'on' | 'off'): RawBuilder<unknown> {
  return sql`set_config('enable_nestloop', ${to}, true)`
}
