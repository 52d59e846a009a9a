import type { Fit, FitStatus, ThresholdAnswer } from './fit.ts'
import type { Disqualifier, Scorecard } from './scorecard.ts'

/** A fit with the scorecard that gave it. */
export interface GradedFit {
  readonly scorecard: Pick<Scorecard, 'bands'>
  readonly fit: Fit
}

export type FitSide = 'company' | 'person'

/**
 * How well a person and its company fit together.
 *
 * - `grade`: a letter for the company and a number for the person, by their bands from the highest down: A1 is the
 *   highest band of both, B1 the company's second highest and the person's highest. A side without a band, since too
 *   little is known or it is disqualified, is `?`.
 * - `percent` = √(company's percent · person's percent): the right person in the wrong company is not half a customer,
 *   and one side at 0 leaves nothing. `range` is the same of the low and of the high ends.
 * - `meetsThreshold`: yes where both do, no where one does not, else undecided.
 * - `status`: disqualified where one side is, with all reasons; else insufficient data where one side is; else scored.
 */
export interface CombinedFit {
  readonly grade: string
  readonly status: FitStatus
  readonly percent: number
  readonly range: { readonly low: number; readonly high: number }
  readonly meetsThreshold: ThresholdAnswer
  readonly disqualifiedBy: readonly { readonly side: FitSide; readonly disqualifier: Disqualifier }[]
  /** Where to ask next: the side that is undecided, of two the company; undefined where nothing is to be asked. */
  readonly askNext: FitSide | undefined
}

export function combineFits(company: GradedFit, person: GradedFit): CombinedFit {
  const fits = [company.fit, person.fit] as const
  const disqualifiedBy = [
    ...company.fit.disqualifiedBy.map((disqualifier) => ({ side: 'company' as const, disqualifier })),
    ...person.fit.disqualifiedBy.map((disqualifier) => ({ side: 'person' as const, disqualifier })),
  ]
  const meetsThreshold = both(company.fit.meetsThreshold, person.fit.meetsThreshold)
  const status = statusOf(fits.map((fit) => fit.status))
  const undecided = company.fit.meetsThreshold === 'undecided' ? 'company' : 'person'
  return {
    grade: `${letterOf(company)}${numberOf(person)}`,
    status,
    percent: mean(company.fit.percent, person.fit.percent),
    range: {
      low: mean(company.fit.percent, person.fit.percent),
      high: mean(highOf(company.fit), highOf(person.fit)),
    },
    meetsThreshold,
    disqualifiedBy,
    askNext: meetsThreshold === 'undecided' && status !== 'disqualified' ? undecided : undefined,
  }
}

function both(a: ThresholdAnswer, b: ThresholdAnswer): ThresholdAnswer {
  if (a === 'no' || b === 'no') return 'no'
  return a === 'yes' && b === 'yes' ? 'yes' : 'undecided'
}

function statusOf(all: readonly FitStatus[]): FitStatus {
  if (all.includes('disqualified')) return 'disqualified'
  return all.includes('insufficientData') ? 'insufficientData' : 'scored'
}

/** The geometric mean of two percentages. */
function mean(a: number, b: number): number {
  return Math.min(100, Math.sqrt(a * b))
}

function highOf({ range, maximum }: Fit): number {
  return Math.min(100, (100 * range.high) / maximum)
}

function letterOf(side: GradedFit): string {
  const rank = rankOf(side)
  return rank === undefined ? '?' : String.fromCharCode('A'.charCodeAt(0) + rank)
}

function numberOf(side: GradedFit): string {
  const rank = rankOf(side)
  return rank === undefined ? '?' : String(rank + 1)
}

/** 0 for the highest band; undefined without one. A scorecard has at most 20 bands. */
function rankOf({ scorecard: { bands }, fit: { band } }: GradedFit): number | undefined {
  if (band === undefined) return undefined
  return bands.length - 1 - bands.findIndex(({ key }) => key === band.key)
}
