import type { CustomerFacts } from '../customers/customer.ts'
import type { CoreRule } from '../rules/core.ts'
import { decide, missingFields } from '../rules/decide.ts'
import type { Field } from '../rules/rule.ts'
import type { Criterion, CriterionAnswer, Points } from './scorecard.ts'

/** What one criterion yielded; `points` is undefined where it is not known. */
export interface CriterionFit {
  readonly criterion: Criterion
  readonly points: Points | undefined
  /** The least its weighted points can be: weight · points, 0 while unknown. */
  readonly low: number
  /** The most its weighted points can be: weight · points, 2 · weight while unknown. */
  readonly high: number
  /** Of an unknown rule criterion: the fields that would decide it. */
  readonly missing: readonly Field[]
  readonly answer: CriterionAnswer | undefined
}

/** The rules of a rule criterion, lowered. */
export interface CriterionRules {
  readonly two: CoreRule
  readonly one: CoreRule | undefined
}

export function judgeByAnswer(criterion: Criterion, answer: CriterionAnswer | undefined): CriterionFit {
  return weigh(criterion, answer?.points, { missing: [], answer })
}

export function judgeByRules(
  criterion: Criterion,
  rules: CriterionRules,
  facts: CustomerFacts,
): CriterionFit {
  const { points, open } = pointsOfRules(rules, facts)
  return weigh(criterion, points, { missing: open ? missingFields(open, facts) : [], answer: undefined })
}

function weigh(
  criterion: Criterion,
  points: Points | undefined,
  why: Pick<CriterionFit, 'missing' | 'answer'>,
): CriterionFit {
  return {
    criterion,
    points,
    low: criterion.weight * (points ?? 0),
    high: criterion.weight * (points ?? 2),
    ...why,
  }
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
