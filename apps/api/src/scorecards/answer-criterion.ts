import { type CustomerRow, findCustomers } from '@profilkort/database/customers/customers.queries'
import { findRecordsById } from '@profilkort/database/identity/records.queries'
import { deleteAnswer, saveAnswer } from '@profilkort/database/scorecards/answers.queries'
import { lockScorecard, type ScorecardRow } from '@profilkort/database/scorecards/scorecards.queries'
import { failed, ok, type Result } from '@profilkort/domain/result'
import type { Points } from '@profilkort/domain/scorecards/scorecard'
import { mayUse } from '../consents/uses.ts'
import { readCustomers } from '../customers/read-customers.ts'
import { type Context, insider } from '../graphql/context.ts'
import { NotFound, unwrap } from '../graphql/problems.ts'
import { checkEvidence, type EvidenceInputShape } from './check-evidence.ts'
import { authorise } from './scorecard.policy.ts'

export interface AnswerInput {
  readonly scorecardId: string
  readonly customerId: string
  readonly criterion: string
  /** Null takes the answer back. */
  readonly points: number | null
  readonly note: string
  readonly evidence?: EvidenceInputShape | null | undefined
}

const longestNote = 2000

/** Keeps a seller's answer to a criterion of the published scorecard; the fit follows at once. @returns the customer's id now */
export async function answerCriterion(context: Context, input: AnswerInput): Promise<string> {
  authorise(context.viewer, 'scorecard:answer')
  const [customer] = await readCustomers(context, async (tx, scope) => {
    const [record] = await findRecordsById(tx, scope.workspaceId, [input.customerId])
    return record === undefined ? [] : findCustomers(tx, scope, [record.customerId])
  })
  const isUsable = customer !== undefined && (await mayUse(context, 'profiling', customer))
  return context.read(async (tx, workspaceId) => {
    const card = await lockScorecard(tx, workspaceId, input.scorecardId)
    if (card === undefined || card.archivedAt !== null) throw new NotFound('scorecard', input.scorecardId)
    if (customer === undefined) throw new NotFound('customer', input.customerId)
    const points = unwrap(parseAnswer(card, input))
    if (points !== null && !isUsable) unwrap(notToBeProfiled(customer))
    const { scorecardId, criterion: criterionKey, note } = input
    const customerId = customer.id
    const what = {
      scorecardId,
      customerId,
      criterionKey,
      note,
      by: insider(context.viewer).actor,
      at: context.now,
    }
    if (points === null) await deleteAnswer(tx, workspaceId, what)
    else {
      const given = input.evidence
      const evidence = given && unwrap(await checkEvidence(tx, workspaceId, customerId, given, context.now))
      await saveAnswer(tx, workspaceId, { ...what, points, evidence: evidence ?? undefined })
    }
    return customerId
  })
}

/** A person who may not be profiled is not judged; an answer given before may be taken back. */
function notToBeProfiled({ name }: CustomerRow): Result<never> {
  return failed({
    path: ['customer'],
    message: `${name} may not be profiled. Record the consent with \`consentRecord\` once it was given.`,
  })
}

function parseAnswer(
  card: ScorecardRow,
  { criterion: key, points, note }: AnswerInput,
): Result<Points | null> {
  const { criteria } = card.published?.content ?? card.content
  const open = criteria.filter((criterion) => criterion.kind === 'answer').map((criterion) => criterion.key)
  if (!open.includes(key)) {
    return failed({
      path: ['criterion'],
      message: `"${key}" is not answered by a seller here. These are: ${open.join(', ') || 'none'}.`,
    })
  }
  if (note.length > longestNote) {
    return failed({
      path: ['note'],
      message: `The note has ${note.length} characters; shorten it to ${longestNote}.`,
    })
  }
  if (points === null || points === 0 || points === 1 || points === 2) return ok(points)
  return failed({
    path: ['points'],
    message: `An answer is worth 0, 1 or 2 points, not ${points}; null takes it back.`,
  })
}
