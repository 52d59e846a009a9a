import { judgedAs, type Outcome } from '@profilkort/domain/scorecards/criterion-fit'
import { shareLeft } from '@profilkort/domain/scorecards/decay'
import {
  type Answers,
  type FitFigures,
  figuresOf,
  type PreparedScorecard,
} from '@profilkort/domain/scorecards/fit'
import type { AnswerCriterion } from '@profilkort/domain/scorecards/scorecard'
import type { Answered, Question } from './judged.ts'

/** What sellers answered, by the ids of customers. */
export type AnswersOf = ReadonlyMap<string, Answers>

/**
 * What a scorecard asks of customers: its criteria in order, then its disqualifiers.
 */
export function questionsOf(prepared: PreparedScorecard, answers: AnswersOf): readonly Question[] {
  const { scorecard, rules, disqualifiers, now } = prepared
  const criteria = scorecard.criteria.map((criterion): Question => {
    if (criterion.kind === 'answer') {
      const of = [criterion.key, criterion.decay]
      return { kind: 'answers', of, outcomes: outcomesOf(criterion, answers, now) }
    }
    const own = rules.get(criterion.key)
    if (own === undefined) throw new Error(`The prepared scorecard lacks the criterion ${criterion.key}`)
    return { kind: 'rules', two: own.two, one: own.one }
  })
  return [...criteria, ...disqualifiers.map(({ rule }): Question => ({ kind: 'holds', rule }))]
}

function outcomesOf(
  { key, decay }: AnswerCriterion,
  answers: AnswersOf,
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

/**
 * Works out the figures of customers that are alike by the numbers of their answers.
 * @param answers what each question that was asked can come out as
 * @param places where the scorecard's questions are among those that were asked
 */
export function figuresReader(
  prepared: PreparedScorecard,
  answers: readonly (readonly Answered[])[],
  places: readonly number[],
): (numbers: readonly number[]) => FitFigures {
  const { criteria } = prepared.scorecard
  const judged = criteria.map((criterion, index) =>
    (answers[places[index] ?? 0] ?? []).map((answer) => judgedAs(criterion, answer)),
  )
  const [lows, highs, knowns] = [[...criteria.keys()], [...criteria.keys()], [...criteria.keys()]]
  return (numbers) => {
    for (const [index, each] of judged.entries()) {
      const own = each[numbers[places[index] ?? 0] ?? 0]
      if (own === undefined) throw new Error(`The scorecard's question ${index} was not asked`)
      lows[index] = own.low
      highs[index] = own.high
      knowns[index] = own.known
    }
    let isDisqualified = false
    for (let index = criteria.length; index < places.length; index++) {
      const place = places[index] ?? 0
      if (answers[place]?.[numbers[place] ?? 0]?.points === 2) isDisqualified = true
    }
    return figuresOf(prepared, lows, highs, knowns, isDisqualified)
  }
}
