import type { Localized } from '../locales/locale.ts'
import type { Rule } from '../rules/rule.ts'

/** The points a criterion can yield. */
export type Points = 0 | 1 | 2

interface CriterionBase {
  /** Lower camel case, unique in the scorecard; stays the same over its revisions. */
  readonly key: string
  readonly label: Localized
  /** How much its points count: more than 0, at most 1,000. */
  readonly weight: number
  /** The key of the group it belongs to, if any. */
  readonly group?: string
}

/**
 * Criteria that speak of the same thing and together give at most `cap` points: many signs of interest do not make
 * up for a missing budget. The cap is in points with the weights included: min(cap, Σ weight · points) is what the
 * group gives, at the low end of the range, at the high end and in the maximum alike.
 */
export interface CriterionGroup {
  readonly key: string
  readonly label: Localized
  /** More than 0. A cap of what its criteria can give together, or more, caps nothing. */
  readonly cap: number
}

/** Judged from what is known of the customer: 2 points where `two` holds, else 1 where `one` holds, else 0. */
export interface RuleCriterion extends CriterionBase {
  readonly kind: 'rule'
  readonly two: Rule
  readonly one?: Rule
  /** What to ask when it is not known; without one the question is made from the rule's attributes. */
  readonly question?: Localized
}

/**
 * How evidence ages: it counts in full for `freshDays`, then less each day in a straight line, and from `staleDays` on
 * it is as unknown as if nobody had answered. What no longer counts is not lost points but *not known*: at a share
 * s left of an answer p of weight w, the low end has w·s·p, the high end w·(2 - s·(2 - p)), and the coverage w·s. So
 * an old yes slowly stops holding a customer up, an old no slowly stops holding it down, and the question comes back.
 */
export interface Decay {
  /** Whole days, 0 or more. */
  readonly freshDays: number
  /** Whole days, more than `freshDays`. */
  readonly staleDays: number
}

/** Judged by a seller, who answers 0, 1 or 2 with a note. */
export interface AnswerCriterion extends CriterionBase {
  readonly kind: 'answer'
  readonly question: Localized
  /** What 0, 1 and 2 points stand for: `['No need', 'Some need', 'Urgent need']`. */
  readonly choices: readonly [Localized, Localized, Localized]
  /** Without one an answer counts in full for ever. A rule ages by its own tests: `withinDays`, `olderThanDays`. */
  readonly decay?: Decay
}

export type Criterion = RuleCriterion | AnswerCriterion

/** A part of the percent scale: from its own `from` (included) to the next band's (excluded), the last to 100 (included). */
export interface Band {
  readonly key: string
  readonly label: Localized
  readonly from: number
}

/** A reason not to sell to a customer, whatever its points. */
export interface Disqualifier {
  readonly key: string
  readonly reason: Localized
  readonly rule: Rule
}

export interface Scorecard {
  readonly name: Localized
  readonly criteria: readonly Criterion[]
  /** None where there are none. */
  readonly groups?: readonly CriterionGroup[]
  /** The points a customer must reach to be worth a seller's time. */
  readonly threshold: number
  readonly bands: readonly Band[]
  /** The share of the weights (0-1) that must be known before a fit is called scored. */
  readonly coverageFloor: number
  readonly disqualifiers: readonly Disqualifier[]
}

/** What an answer rests on, for others to look up. */
export type EvidenceSource =
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'interaction'; readonly id: string }
  | { readonly kind: 'deal'; readonly id: string }

/** When it was so, and where that can be seen. */
export interface Evidence {
  /** Instant in milliseconds: of the call, the letter, the meeting. The answer ages from here. */
  readonly at: number
  readonly source?: EvidenceSource
}

/** What a seller answered to an answer criterion. `at` is an instant in milliseconds. */
export interface CriterionAnswer {
  readonly points: Points
  readonly note: string
  readonly by: string
  readonly at: number
  readonly evidence?: Evidence
}
