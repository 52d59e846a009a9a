import type { CustomerFacts } from '../customers/customer.ts'
import type { CoreRule } from '../rules/core.ts'
import { decide, missingFields } from '../rules/decide.ts'
import type { Field } from '../rules/rule.ts'
import { shareLeft } from './decay.ts'
import type { AnswerCriterion, Criterion, CriterionAnswer, Points, RuleCriterion } from './scorecard.ts'

/** What one criterion yielded. */
export interface CriterionFit {
  readonly criterion: Criterion
  /** Undefined where nothing is known: an answer that is stale is not known either. */
  readonly points: Points | undefined
  /** The share that is known, 0-1: 1 for a rule that is decided, what has not decayed of an answer, 0 if unknown. */
  readonly known: number
  /** The least its weighted points can be: weight · known · points, 0 while unknown. These are the points it gives. */
  readonly low: number
  /** The most its weighted points can be: weight · (2 - known · (2 - points)), 2 · weight while unknown. */
  readonly high: number
  /** Of an unknown rule criterion: the fields that would decide it. */
  readonly missing: readonly Field[]
  /** Attributes its rules speak of that may not be used of this customer; with one of them it is unknown. */
  readonly withheld: readonly string[]
  /** Of an answer criterion: what was answered last, even if it is stale. */
  readonly answer: CriterionAnswer | undefined
}

/** What a criterion came out as; without points nothing is known. */
export type Outcome = Pick<CriterionFit, 'points' | 'known'>

type Why = Pick<CriterionFit, 'missing' | 'withheld' | 'answer'>

/** The rules of a rule criterion, lowered. */
export interface CriterionRules {
  readonly two: CoreRule
  readonly one: CoreRule | undefined
}

export function judgeByAnswer(
  criterion: AnswerCriterion,
  answer: CriterionAnswer | undefined,
  now: number,
): CriterionFit {
  const share = answer === undefined ? 0 : shareLeft(criterion.decay, answer, now)
  return weigh(criterion, answer?.points, share, { ...nothing, answer })
}

export function judgeByRules(
  criterion: RuleCriterion,
  rules: CriterionRules,
  facts: CustomerFacts,
): CriterionFit {
  const { points, open } = pointsOfRules(rules, facts)
  const missing = open ? missingFields(open, facts) : []
  return weigh(criterion, points, points === undefined ? 0 : 1, { ...nothing, missing })
}

/** A rule criterion that is not judged, since its rules speak of what may not be used of the customer. */
export function judgeWithheld(criterion: RuleCriterion, withheld: readonly string[]): CriterionFit {
  return weigh(criterion, undefined, 0, { ...nothing, withheld })
}

/** A criterion of which only what it came out as is told: its points and the share of them that is known. */
export function judgedAs(criterion: Criterion, { points, known }: Outcome): CriterionFit {
  return weigh(criterion, points, known, nothing)
}

const nothing: Why = { missing: [], withheld: [], answer: undefined }

function weigh(criterion: Criterion, points: Points | undefined, known: number, why: Why): CriterionFit {
  const { weight } = criterion
  if (points === undefined || known === 0)
    return { criterion, points: undefined, known: 0, low: 0, high: 2 * weight, ...why }
  const [low, high] = [weight * (known * points), weight * (2 - known * (2 - points))]
  return { criterion, points, known, low, high, ...why }
}

/** The points, or the rule that is open. */
function pointsOfRules(
  { two, one }: CriterionRules,
  facts: CustomerFacts,
): { readonly points: Points | undefined; readonly open?: CoreRule } {
  const holds = decide(two, facts)
  if (holds === undefined) return { points: undefined, open: two }
  if (holds) return { points: 2 }
  const holdsForOne = one === undefined ? false : decide(one, facts)
  if (holdsForOne === undefined) return { points: undefined, ...(one ? { open: one } : {}) }
  return { points: holdsForOne ? 1 : 0 }
}
