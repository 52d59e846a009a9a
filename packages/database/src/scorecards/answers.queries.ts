import type { Answers } from '@profilkort/domain/scorecards/fit'
import type {
  CriterionAnswer,
  Evidence,
  EvidenceSource,
  Points,
} from '@profilkort/domain/scorecards/scorecard'
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
    const evidence = toEvidence(row)
    answers[row.criterion_key] = {
      points: row.points as Points,
      note: row.note,
      by: row.answered_by,
      at: row.answered_at.getTime(),
      ...(evidence ? { evidence } : {}),
    }
    byCustomer.set(row.customer_id, answers)
  }
  return byCustomer
}

/** What an answer rests on; undefined where its seller named nothing. */
export function toEvidence(row: {
  readonly evidenced_at: Date | null
  readonly evidence: unknown
}): Evidence | undefined {
  if (row.evidenced_at === null) return undefined
  const at = row.evidenced_at.getTime()
  return row.evidence === null ? { at } : { at, source: row.evidence as EvidenceSource }
}

export interface NewAnswer {
  readonly scorecardId: string
  readonly customerId: string
  readonly criterionKey: string
  readonly points: Points
  readonly note: string
  readonly evidence: Evidence | undefined
  readonly by: string
  readonly at: Date
}

/** Keeps an answer; a later one to the same criterion takes its place, and the history keeps both. */
export async function saveAnswer(tx: Tx, workspaceId: string, answer: NewAnswer): Promise<void> {
  const { points, note, by, at } = answer
  const values = { points, note, answered_by: by, answered_at: at, ...evidenceColumns(answer.evidence) }
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
  await insertChange(tx, workspaceId, answer)
}

/** Takes an answer back: the criterion is unknown again, and the history tells who took it back and why. */
export async function deleteAnswer(
  tx: Tx,
  workspaceId: string,
  answer: Omit<NewAnswer, 'points' | 'evidence'>,
): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('criterion_answer')
    .where('workspace_id', '=', workspaceId)
    .where('scorecard_id', '=', answer.scorecardId)
    .where('customer_id', '=', answer.customerId)
    .where('criterion_key', '=', answer.criterionKey)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return
  await insertChange(tx, workspaceId, { ...answer, points: null, evidence: undefined })
}

async function insertChange(
  tx: Tx,
  workspaceId: string,
  change: Omit<NewAnswer, 'points'> & { readonly points: Points | null },
): Promise<void> {
  await tx
    .insertInto('criterion_answer_change')
    .values({
      workspace_id: workspaceId,
      scorecard_id: change.scorecardId,
      record_id: change.customerId,
      criterion_key: change.criterionKey,
      points: change.points,
      note: change.note,
      ...evidenceColumns(change.evidence),
      changed_by: change.by,
      changed_at: change.at,
    })
    .execute()
}

function evidenceColumns(evidence: Evidence | undefined) {
  return {
    evidenced_at: evidence === undefined ? null : new Date(evidence.at),
    evidence: evidence?.source === undefined ? null : JSON.stringify(evidence.source),
  }
}
