import type { Answers } from '@profilkort/domain/scorecards/fit'
import type { CriterionAnswer, Points } from '@profilkort/domain/scorecards/scorecard'
import type { Tx } from '../connect.ts'

/** What sellers answered on a scorecard, by customer id; all customers when none are named. */
export async function loadAnswers(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  customerIds?: readonly string[],
): Promise<ReadonlyMap<string, Answers>> {
  const rows = await tx
    .selectFrom('criterion_answer')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('scorecard_id', '=', scorecardId)
    .$if(customerIds !== undefined, (query) => query.where('customer_id', 'in', [...(customerIds ?? [])]))
    // Of customers that were joined, the newest answer counts.
    .orderBy('answered_at')
    .orderBy('record_id')
    .execute()
  const byCustomer = new Map<string, { [criterionKey: string]: CriterionAnswer }>()
  for (const row of rows) {
    const answers = byCustomer.get(row.customer_id) ?? {}
    answers[row.criterion_key] = {
      points: row.points as Points,
      note: row.note,
      by: row.answered_by,
      at: row.answered_at.getTime(),
    }
    byCustomer.set(row.customer_id, answers)
  }
  return byCustomer
}

export interface NewAnswer {
  readonly scorecardId: string
  readonly customerId: string
  readonly criterionKey: string
  readonly points: Points
  readonly note: string
  readonly by: string
  readonly at: Date
}

/** Keeps an answer; a later one to the same criterion takes its place. */
export async function saveAnswer(tx: Tx, workspaceId: string, answer: NewAnswer): Promise<void> {
  const values = { points: answer.points, note: answer.note, answered_by: answer.by, answered_at: answer.at }
  await tx
    .insertInto('criterion_answer')
    .values({
      workspace_id: workspaceId,
      scorecard_id: answer.scorecardId,
      customer_id: answer.customerId,
      record_id: answer.customerId,
      criterion_key: answer.criterionKey,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'scorecard_id', 'record_id', 'criterion_key']).doUpdateSet(values),
    )
    .execute()
}

/** Takes an answer back: the criterion is unknown again. */
export async function deleteAnswer(
  tx: Tx,
  workspaceId: string,
  answer: Pick<NewAnswer, 'scorecardId' | 'customerId' | 'criterionKey'>,
): Promise<void> {
  await tx
    .deleteFrom('criterion_answer')
    .where('workspace_id', '=', workspaceId)
    .where('scorecard_id', '=', answer.scorecardId)
    .where('customer_id', '=', answer.customerId)
    .where('criterion_key', '=', answer.criterionKey)
    .execute()
}
