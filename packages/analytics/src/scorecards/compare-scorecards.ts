import type { PreparedScorecard } from '@profilkort/domain/scorecards/fit'
import { crosses, type Judged } from '@profilkort/domain/scorecards/preview'
import type { CustomerColumns } from '../customers/customer-columns.ts'
import type { CustomerFilter } from '../customers/filter.ts'
import { judgeCustomers } from './judge-customers.ts'
import type { Question } from './judged.ts'
import { type AnswersOf, figuresReader, questionsOf } from './scorecard-questions.ts'

/** A draft and the scorecard that scores now, if there is one, with what sellers answered. */
export interface Comparison {
  readonly draft: PreparedScorecard
  readonly before: PreparedScorecard | undefined
  readonly answers: AnswersOf
}

/**
 * Tells of the customers of a filter what both scorecards make of them, those alike together.
 * @returns the ids of some who cross the threshold upwards and downwards, at most `sample` of each
 */
export function compareScorecards(
  columns: CustomerColumns,
  filter: CustomerFilter,
  { draft, before, answers }: Comparison,
  sample: number,
  tell: (judged: Judged) => void,
): { readonly up: readonly string[]; readonly down: readonly string[] } {
  const own = questionsOf(draft, answers)
  const others = before === undefined ? [] : questionsOf(before, answers)
  const { questions, placesOfOthers } = together(own, others)
  const judgement = judgeCustomers(columns, filter, questions)
  const readDraft = figuresReader(draft, judgement.answers, [...own.keys()])
  const readBefore = before && figuresReader(before, judgement.answers, placesOfOthers)
  const crossing = new Map<object, 'up' | 'down'>()
  const { length } = draft.scorecard.criteria
  for (const alike of judgement.alike) {
    const { numbers, count } = alike
    const answerAt = (place: number) => {
      const answer = judgement.answers[place]?.[numbers[place] ?? 0]
      if (answer === undefined) throw new Error(`The scorecard's question ${place} was not asked`)
      return answer
    }
    const judged: Judged = {
      count,
      draft: readDraft(numbers),
      before: readBefore?.(numbers),
      outcome: answerAt,
      isDisqualifiedBy: (place) => answerAt(length + place).points === 2,
    }
    tell(judged)
    const way = crosses(judged)
    if (way !== undefined) crossing.set(alike, way)
  }
  const some = (way: 'up' | 'down') => judgement.idsOf((alike) => crossing.get(alike) === way, sample)
  return { up: some('up'), down: some('down') }
}

/** Both scorecards' questions, each that is the same only once: what differs is little while a draft is worked on. */
function together(
  own: readonly Question[],
  others: readonly Question[],
): { readonly questions: readonly Question[]; readonly placesOfOthers: readonly number[] } {
  const questions = [...own]
  const places = new Map(own.map((question, place) => [nameOf(question), place]))
  const placesOfOthers = others.map((question) => {
    const name = nameOf(question)
    const place = places.get(name) ?? questions.push(question) - 1
    places.set(name, place)
    return place
  })
  return { questions, placesOfOthers }
}

function nameOf(question: Question): string {
  return JSON.stringify(question.kind === 'answers' ? [question.kind, question.of] : question)
}
