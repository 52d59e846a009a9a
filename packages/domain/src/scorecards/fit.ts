import type { CustomerFacts } from '../customers/customer.ts'
import type { CoreRule } from '../rules/core.ts'
import { decide, missingFields } from '../rules/decide.ts'
import { lower } from '../rules/lower.ts'
import type { Field } from '../rules/rule.ts'
import type { Segments } from '../segments/segments.ts'
import type { Band, Criterion, CriterionAnswer, Disqualifier, Points, Scorecard } from './scorecard.ts'

/** The answers sellers gave on one customer, by criterion key. */
export type Answers = { readonly [criterionKey: string]: CriterionAnswer }

export type FitStatus = 'scored' | 'disqualified' | 'insufficientData'
export type ThresholdAnswer = 'yes' | 'no' | 'undecided'

/** What one criterion yielded; `points` is undefined where it is not known. */
export interface CriterionFit {
  readonly criterion: Criterion
  readonly points: Points | undefined
  /** Of an unknown rule criterion: the fields that would decide it. */
  readonly missing: readonly Field[]
  readonly answer: CriterionAnswer | undefined
}

/**
 * A scorecard applied to a customer (language.md, "Fit"). With weights w:
 * `points` = Σ w·p over the known criteria, `range` = [unknowns all 0, unknowns all 2], `maximum` = Σ 2w,
 * `percent` = 100·points / maximum, `coverage` = Σ w known / Σ w (0-1).
 */
export interface Fit {
  readonly status: FitStatus
  readonly points: number
  readonly maximum: number
  readonly percent: number
  readonly range: { readonly low: number; readonly high: number }
  readonly coverage: number
  readonly meetsThreshold: ThresholdAnswer
  /** The band of `percent`; only of a customer that is scored. */
  readonly band: Band | undefined
  readonly disqualifiedBy: readonly Disqualifier[]
  /** In the scorecard's order. */
  readonly criteria: readonly CriterionFit[]
  /** While the threshold is undecided: the unknown criterion whose answer can decide it soonest. */
  readonly nextQuestion: Criterion | undefined
}

/** A scorecard with its rules lowered for one instant, to be applied to many customers. */
export interface PreparedScorecard {
  readonly scorecard: Scorecard
  readonly rules: ReadonlyMap<string, { readonly two: CoreRule; readonly one: CoreRule | undefined }>
  readonly disqualifiers: readonly { readonly disqualifier: Disqualifier; readonly rule: CoreRule }[]
}

/**
 * @param now instant in milliseconds that relative dates count from
 * @param segments the workspace's, see `lower`
 */
export function prepareScorecard(scorecard: Scorecard, now: number, segments?: Segments): PreparedScorecard {
  const rules = new Map(
    scorecard.criteria
      .filter((criterion) => criterion.kind === 'rule')
      .map(({ key, two, one }) => [
        key,
        { two: lower(two, now, segments), one: one && lower(one, now, segments) },
      ]),
  )
  const disqualifiers = scorecard.disqualifiers.map((disqualifier) => ({
    disqualifier,
    rule: lower(disqualifier.rule, now, segments),
  }))
  return { scorecard, rules, disqualifiers }
}

/** All rules of a scorecard: what has to be known of a customer is what they speak of. */
export function rulesOf({ rules, disqualifiers }: PreparedScorecard): readonly CoreRule[] {
  return [
    ...[...rules.values()].flatMap(({ two, one }) => (one === undefined ? [two] : [two, one])),
    ...disqualifiers.map(({ rule }) => rule),
  ]
}

/** The fit of one customer: a pure function of the scorecard, what is known, and what sellers answered. */
export function computeFit(prepared: PreparedScorecard, facts: CustomerFacts, answers: Answers): Fit {
  const { scorecard } = prepared
  const criteria = scorecard.criteria.map((criterion) => judge(prepared, criterion, facts, answers))
  const sums = sumPoints(criteria)
  const range = { low: sums.points, high: sums.points + 2 * sums.unknownWeight }
  const coverage = (sums.weight - sums.unknownWeight) / sums.weight
  const percent = (100 * sums.points) / (2 * sums.weight)
  const disqualifiedBy = prepared.disqualifiers
    .filter(({ rule }) => decide(rule, facts) === true)
    .map(({ disqualifier }) => disqualifier)
  const status = statusOf(disqualifiedBy.length > 0, coverage, scorecard.coverageFloor)
  const meetsThreshold = compareThreshold(range, scorecard.threshold)
  return {
    status,
    points: sums.points,
    maximum: 2 * sums.weight,
    percent,
    range,
    coverage,
    meetsThreshold,
    band: status === 'scored' ? bandOf(scorecard.bands, percent) : undefined,
    disqualifiedBy,
    criteria,
    nextQuestion:
      meetsThreshold === 'undecided' && status !== 'disqualified' ? soonestToDecide(criteria) : undefined,
  }
}

function judge(
  prepared: PreparedScorecard,
  criterion: Criterion,
  facts: CustomerFacts,
  answers: Answers,
): CriterionFit {
  const answer = Object.hasOwn(answers, criterion.key) ? answers[criterion.key] : undefined
  if (criterion.kind === 'answer') return { criterion, points: answer?.points, missing: [], answer }
  const rules = prepared.rules.get(criterion.key)
  if (rules === undefined) throw new Error(`The prepared scorecard lacks the criterion ${criterion.key}`)
  const { points, open } = pointsOfRules(rules.two, rules.one, facts)
  return { criterion, points, missing: open ? missingFields(open, facts) : [], answer: undefined }
}

/** The points, or the rule that is open. */
function pointsOfRules(
  two: CoreRule,
  one: CoreRule | undefined,
  facts: CustomerFacts,
): { readonly points: Points | undefined; readonly open?: CoreRule } {
  const holds = decide(two, facts)
  if (holds === undefined) return { points: undefined, open: two }
  if (holds) return { points: 2 }
  const holdsForOne = one === undefined ? false : decide(one, facts)
  if (holdsForOne === undefined) return { points: undefined, ...(one ? { open: one } : {}) }
  return { points: holdsForOne ? 1 : 0 }
}

/** Summed in the order of the keys, so that the scorecard's order cannot change a sum by rounding. */
function sumPoints(criteria: readonly CriterionFit[]) {
  let [points, weight, unknownWeight] = [0, 0, 0]
  for (const { criterion, points: own } of criteria.toSorted(byKey)) {
    weight += criterion.weight
    if (own === undefined) unknownWeight += criterion.weight
    else points += criterion.weight * own
  }
  return { points, weight, unknownWeight }
}

function byKey(a: CriterionFit, b: CriterionFit): number {
  return a.criterion.key < b.criterion.key ? -1 : 1
}

function statusOf(disqualified: boolean, coverage: number, floor: number): FitStatus {
  if (disqualified) return 'disqualified'
  return coverage < floor ? 'insufficientData' : 'scored'
}

function compareThreshold(range: Fit['range'], threshold: number): ThresholdAnswer {
  if (range.low >= threshold) return 'yes'
  return range.high < threshold ? 'no' : 'undecided'
}

/** The last band that begins at or below the percentage. */
export function bandOf(bands: readonly Band[], percent: number): Band | undefined {
  return bands.findLast((band) => band.from <= percent)
}

/** The heaviest unknown criterion moves the range most, so it decides soonest; of equals, the first by key. */
function soonestToDecide(criteria: readonly CriterionFit[]): Criterion | undefined {
  const unknown = criteria.filter((each) => each.points === undefined)
  return unknown.toSorted((a, b) => b.criterion.weight - a.criterion.weight || byKey(a, b))[0]?.criterion
}
