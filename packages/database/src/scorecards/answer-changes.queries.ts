import type { Evidence, Points } from '@profilkort/domain/scorecards/scorecard'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { interactionsOf } from '../interactions/interactions.queries.ts'
import { toEvidence } from './answers.queries.ts'

/** An answer as it was given, or taken back where `points` is null. */
export interface AnswerChange {
  readonly customerId: string
  readonly criterionKey: string
  readonly points: Points | null
  readonly note: string
  readonly evidence: Evidence | undefined
  readonly by: string
  readonly at: Date
}

/** At most this many changes of each criterion are told. */
const most = 50

/** What was answered on a scorecard's criteria over time, newest first, at most 50 of each criterion of a customer. */
export async function listAnswerChanges(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  customerIds: readonly string[],
): Promise<readonly AnswerChange[]> {
  const { rows } = await sql<
    Omit<AnswerChange, 'evidence'> & { evidenced_at: Date | null; evidence: unknown }
  >`-- listAnswerChanges
    select "customerId", "criterionKey", points, note, evidenced_at, evidence, by, at from (
      select record.customer_id as "customerId", criterion_key as "criterionKey", points, note, evidenced_at, evidence,
        changed_by as by, changed_at as at, row_number() over (
          partition by record.customer_id, criterion_key order by changed_at desc, change.id desc) as place
      from source_record as record
      -- One record at a time: left to join, the planner reads every change of the scorecard while the table is young.
      cross join lateral (
        select * from criterion_answer_change as change
        where change.workspace_id = ${workspaceId}::uuid and change.record_id = record.id
          and change.scorecard_id = ${scorecardId}::uuid
        order by change.criterion_key, change.changed_at limit 10000) as change
      where record.workspace_id = ${workspaceId}::uuid and record.customer_id = any(${[...customerIds]}::uuid[])) as told
    where place <= ${most} order by "customerId", "criterionKey", place`.execute(tx)
  return rows.map(({ evidenced_at, evidence, ...row }) => ({
    ...row,
    evidence: toEvidence({ evidenced_at, evidence }),
  }))
}

/** Whether an interaction was done by or for a customer. */
export async function isInteractionOf(
  tx: Tx,
  workspaceId: string,
  customerId: string,
  interactionId: string,
): Promise<boolean> {
  const { rows } = await sql`-- isInteractionOf
    select from (${interactionsOf(workspaceId, customerId)}) as own where own.id = ${interactionId}::uuid limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
