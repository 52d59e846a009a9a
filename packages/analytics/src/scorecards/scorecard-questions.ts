import { judgedAs, type Outcome } from '@profilkort/domain/scorecards/criterion-fit'
import { shareLeft } from '@profilkort/domain/scorecards/decay'
import { type Answers, type Fit, type PreparedScorecard, sumUp } from '@profilkort/domain/scorecards/fit'
import type { AnswerCriterion } from '@profilkort/domain/scorecards/scorecard'
import type { Answered, Question } from './judged.ts'

/**
 * What a scorecard asks of customers: its criteria in order, then its disqualifiers.
 * @param answers what sellers answered, by the ids of customers
 */
export function questionsOf(
  prepared: PreparedScorecard,
  answers: ReadonlyMap<string, Answers>,
): readonly Question[] {
  const { scorecard, rules, disqualifiers, now } = prepared
  const criteria = scorecard.criteria.map((criterion): Question => {
    if (criterion.kind === 'answer') return { kind: 'answers', outcomes: outcomesOf(criterion, answers, now) }
    const own = rules.get(criterion.key)
    if (own === undefined) throw new Error(`The prepared scorecard lacks the criterion ${criterion.key}`)
    return { kind: 'rules', two: own.two, one: own.one }
  })
  return [...criteria, ...disqualifiers.map(({ rule }): Question => ({ kind: 'holds', rule }))]
}

function outcomesOf(
  { key, decay }: AnswerCriterion,
  answers: ReadonlyMap<string, Answers>,
  now: number,
): ReadonlyMap<string, Outcome> {
  const outcomes = new Map<string, Outcome>()
  for (const [id, own] of answers) {
    const answer = Object.hasOwn(own, key) ? own[key] : undefined
    const known = answer === undefined ? 0 : shareLeft(decay, answer, now)
    if (answer !== undefined && known > 0) outcomes.set(id, { points: answer.points, known })
  }
  return outcomes
}

/** The fit of customers that answered the scorecard's questions so; of `criteria`, only what they came out as. */
export function fitOfAlike(prepared: PreparedScorecard, answers: readonly Answered[]): Fit {
  const { scorecard, disqualifiers } = prepared
  const answerAt = (index: number): Answered => {
    const answer = answers[index]
    if (answer === undefined) throw new Error(`The scorecard's question ${index} was not asked`)
    return answer
  }
  const criteria = scorecard.criteria.map((criterion, index) => judgedAs(criterion, answerAt(index)))
  const disqualifiedBy = disqualifiers
    .filter((_each, index) => answerAt(scorecard.criteria.length + index).points === 2)
    .map(({ disqualifier }) => disqualifier)
  return sumUp(prepared, criteria, disqualifiedBy)
}
