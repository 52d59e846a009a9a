import type { Problem } from '../result.ts'
import type { CriterionAnswer, Decay } from './scorecard.ts'

const day = 86_400_000
const longestDays = 36_500

/**
 * The share of an answer that still counts, 1 to 0: 1 until `freshDays`, then falling in a straight line to 0 at
 * `staleDays`. Its age is the whole days (of 24 hours) from the date of its evidence, or of the answer where it has
 * none, to now; evidence from the future is fresh. Without a decay an answer counts in full for ever.
 */
export function shareLeft(decay: Decay | undefined, answer: CriterionAnswer, now: number): number {
  if (decay === undefined) return 1
  const age = Math.floor((now - dateOf(answer)) / day)
  if (age <= decay.freshDays) return 1
  if (age >= decay.staleDays) return 0
  return (decay.staleDays - age) / (decay.staleDays - decay.freshDays)
}

/** The instant that an answer ages from. */
export function dateOf(answer: CriterionAnswer): number {
  return answer.evidence?.at ?? answer.at
}

export function checkDecay({ freshDays, staleDays }: Decay, path: Problem['path']): readonly Problem[] {
  const isFine = Number.isInteger(freshDays) && freshDays >= 0 && freshDays <= longestDays
  if (!isFine) {
    const message = `"freshDays" is a whole number of days, 0 to ${longestDays}; this one is ${freshDays}.`
    return [{ path: [...path, 'freshDays'], message }]
  }
  if (Number.isInteger(staleDays) && staleDays > freshDays && staleDays <= longestDays) return []
  const message = `"staleDays" is a whole number of days, more than "freshDays" (${freshDays}) and at most ${longestDays}; this one is ${staleDays}.`
  return [{ path: [...path, 'staleDays'], message }]
}
