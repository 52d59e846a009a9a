import type { CustomerFacts } from '../customers/customer.ts'
import type { CoreRule } from '../rules/core.ts'
import { decide } from '../rules/decide.ts'
import { type LoweredBy, lower } from '../rules/lower.ts'
import {
  type CriterionFit,
  type CriterionRules,
  judgeByAnswer,
  judgeByRules,
  judgeWithheld,
} from './criterion-fit.ts'
import { mentionsOf } from './mentions.ts'
import { soonestToDecide } from './next-question.ts'
import { maximumOf, type Part, partsOf, sumOf, total } from './parts.ts'
import type {
  Band,
  Criterion,
  CriterionAnswer,
  CriterionGroup,
  Disqualifier,
  Scorecard,
} from './scorecard.ts'

/** The answers sellers gave on one customer, by criterion key. */
export type Answers = { readonly [criterionKey: string]: CriterionAnswer }

export type FitStatus = 'scored' | 'disqualified' | 'insufficientData'
export type ThresholdAnswer = 'yes' | 'no' | 'undecided'

/** What a group's criteria gave together. */
export interface GroupFit {
  readonly group: CriterionGroup
  /** min(cap, Σ low(c) over its criteria), see `Fit`. */
  readonly points: number
  /** Σ low(c) over its criteria, before the cap. */
  readonly uncapped: number
  /** min(cap, Σ 2w): what the group can give. */
  readonly maximum: number
}

/**
 * A scorecard applied to a customer (language.md, "Fit"). Each criterion c of weight w yields p = 0, 1 or 2, or is
 * unknown; s is the share of it that is known: 1, 0 where it is unknown, between while an answer decays (`shareLeft`).
 * low(c) = w·(s·p) and high(c) = w·(2 - s·(2 - p)): w·p both where it is known, 0 and 2w where it is not.
 *
 * - `points` = Σ low(c) over the criteria without a group + Σ over the groups of min(cap, Σ low(c) over its criteria)
 * - `range` = [points, the same sum of high(c)]; `maximum` = the same sum of 2w
 * - `percent` = min(100, (100·points) / maximum): multiplied first, so that whole percentages come out whole
 * - `coverage` = Σ w·s / Σ w (0-1): caps play no part in how much is known
 *
 * Sums run in one fixed order (`partsOf`): doubles added in the same order keep `low <= high <= maximum` exactly,
 * and an answer never leaves the range by rounding.
 */
export interface Fit {
  readonly status: FitStatus
  readonly points: number
  readonly maximum: number
  readonly percent: number
  readonly range: { readonly low: number; readonly high: number }
  readonly coverage: number
  /** Yes where `range.low` reaches the threshold, no where `range.high` does not, else undecided. */
  readonly meetsThreshold: ThresholdAnswer
  /** The band of `percent`; only of a customer that is scored. */
  readonly band: Band | undefined
  readonly disqualifiedBy: readonly Disqualifier[]
  /** In the scorecard's order. */
  readonly criteria: readonly CriterionFit[]
  /** The scorecard's groups, by key. */
  readonly groups: readonly GroupFit[]
  /** While the threshold is undecided: the criterion whose answer can decide it soonest (`soonestToDecide`). */
  readonly nextQuestion: Criterion | undefined
}

/** A scorecard with its rules lowered for one instant, to be applied to many customers. */
export interface PreparedScorecard {
  readonly scorecard: Scorecard
  /** The instant, in milliseconds. */
  readonly now: number
  readonly rules: ReadonlyMap<string, CriterionRules>
  readonly disqualifiers: readonly { readonly disqualifier: Disqualifier; readonly rule: CoreRule }[]
  readonly parts: readonly Part[]
  readonly maximum: number
  /** The attributes that the rules of a criterion or disqualifier speak of, by `criterion:key` and `disqualifier:key`. */
  readonly mentions: ReadonlyMap<string, readonly string[]>
}

/**
 * @param now instant in milliseconds that relative dates and the age of answers count from
 * @param records the workspace's, see `lower`
 */
export function prepareScorecard(scorecard: Scorecard, now: number, records?: LoweredBy): PreparedScorecard {
  const rules = new Map(
    scorecard.criteria
      .filter((criterion) => criterion.kind === 'rule')
      .map(({ key, two, one }) => [
        key,
        { two: lower(two, now, records), one: one && lower(one, now, records) },
      ]),
  )
  const disqualifiers = scorecard.disqualifiers.map((disqualifier) => ({
    disqualifier,
    rule: lower(disqualifier.rule, now, records),
  }))
  return {
    scorecard,
    now,
    rules,
    disqualifiers,
    parts: partsOf(scorecard),
    maximum: maximumOf(scorecard),
    mentions: mentionsOf(scorecard, records?.segments),
  }
}

/** All rules of a scorecard: what has to be known of a customer is what they speak of. */
export function rulesOf({ rules, disqualifiers }: PreparedScorecard): readonly CoreRule[] {
  return [
    ...[...rules.values()].flatMap(({ two, one }) => (one === undefined ? [two] : [two, one])),
    ...disqualifiers.map(({ rule }) => rule),
  ]
}

const none: ReadonlySet<string> = new Set()

/**
 * The fit of one customer: a pure function of the scorecard, what is known, and what sellers answered.
 * @param withheld attributes that may not be used of this customer (special categories without consent, or in a
 * workspace that does not use them): a criterion whose rules speak of one is unknown, whatever its rules would say of a
 * missing value, and a disqualifier does not hold
 */
export function computeFit(
  prepared: PreparedScorecard,
  facts: CustomerFacts,
  answers: Answers,
  withheld: ReadonlySet<string> = none,
): Fit {
  const criteria = prepared.scorecard.criteria.map((criterion) =>
    judge(prepared, criterion, facts, answers, withheld),
  )
  const disqualifiedBy = prepared.disqualifiers
    .filter(
      ({ rule, disqualifier: { key } }) =>
        withheldBy(prepared, `disqualifier:${key}`, withheld).length === 0 && decide(rule, facts) === true,
    )
    .map(({ disqualifier }) => disqualifier)
  return sumUp(prepared, criteria, disqualifiedBy)
}

/** What criteria that were judged come to, in the scorecard's order. */
function sumUp(
  prepared: PreparedScorecard,
  criteria: readonly CriterionFit[],
  disqualifiedBy: readonly Disqualifier[],
): Fit {
  const { parts } = prepared
  const lows = criteria.map(({ low }) => low)
  const highs = criteria.map(({ high }) => high)
  const knowns = criteria.map(({ known }) => known)
  const figures = figuresOf(prepared, lows, highs, knowns, disqualifiedBy.length > 0)
  return {
    ...figures,
    disqualifiedBy,
    criteria,
    groups: parts.flatMap((part) => viewGroup(part, lows, criteria)),
    nextQuestion:
      figures.meetsThreshold === 'undecided' && figures.status !== 'disqualified'
        ? soonestToDecide(parts, criteria)
        : undefined,
  }
}

/** The figures of a fit, which many customers may share. */
export type FitFigures = Omit<Fit, 'disqualifiedBy' | 'criteria' | 'groups' | 'nextQuestion'>

/**
 * The figures of a fit from what its criteria came out as: their `low`, `high` and `known` (`CriterionFit`) in the
 * scorecard's order.
 */
export function figuresOf(
  { scorecard, parts, maximum }: PreparedScorecard,
  lows: readonly number[],
  highs: readonly number[],
  knowns: readonly number[],
  isDisqualified: boolean,
): FitFigures {
  const points = total(parts, lows)
  const range = { low: points, high: total(parts, highs) }
  const coverage = coverageOf(scorecard, parts, knowns)
  const percent = Math.min(100, (100 * points) / maximum)
  const status = statusOf(isDisqualified, coverage, scorecard.coverageFloor)
  return {
    status,
    points,
    maximum,
    percent,
    range,
    coverage,
    meetsThreshold: compareThreshold(range, scorecard.threshold),
    band: status === 'scored' ? bandOf(scorecard.bands, percent) : undefined,
  }
}

function judge(
  prepared: PreparedScorecard,
  criterion: Criterion,
  facts: CustomerFacts,
  answers: Answers,
  withheld: ReadonlySet<string>,
): CriterionFit {
  if (criterion.kind === 'answer') {
    const answer = Object.hasOwn(answers, criterion.key) ? answers[criterion.key] : undefined
    return judgeByAnswer(criterion, answer, prepared.now)
  }
  const rules = prepared.rules.get(criterion.key)
  if (rules === undefined) throw new Error(`The prepared scorecard lacks the criterion ${criterion.key}`)
  const kept = withheldBy(prepared, `criterion:${criterion.key}`, withheld)
  return kept.length > 0 ? judgeWithheld(criterion, kept) : judgeByRules(criterion, rules, facts)
}

function withheldBy(
  { mentions }: PreparedScorecard,
  name: string,
  withheld: ReadonlySet<string>,
): readonly string[] {
  if (withheld.size === 0) return []
  return (mentions.get(name) ?? []).filter((key) => withheld.has(key))
}

/** Both sums run in the order of the parts, so that a customer of whom all is known has exactly 1. */
function coverageOf({ criteria }: Scorecard, parts: readonly Part[], knowns: readonly number[]): number {
  let [known, weight] = [0, 0]
  for (const part of parts) {
    for (const place of part.members) {
      const own = criteria[place]?.weight ?? 0
      weight += own
      known += own * (knowns[place] ?? 0)
    }
  }
  return known / weight
}

function viewGroup(
  part: Part,
  lows: readonly number[],
  criteria: readonly CriterionFit[],
): readonly GroupFit[] {
  if (part.group === undefined) return []
  const uncapped = sumOf(part, lows)
  const most = sumOf(
    part,
    criteria.map(({ criterion }) => 2 * criterion.weight),
  )
  const capped = (sum: number): number => Math.min(part.cap, sum)
  return [{ group: part.group, points: capped(uncapped), uncapped, maximum: capped(most) }]
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
