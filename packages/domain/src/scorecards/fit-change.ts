import type { FitStatus, ThresholdAnswer } from './fit.ts'

/** Why a customer's fit is another than before. */
export const fitCauses = ['published', 'customerChanged', 'answered', 'timePassed', 'customerGone'] as const
export type FitCause = (typeof fitCauses)[number]

/** What of a fit is kept in its history. */
export interface FitSummary {
  readonly status: FitStatus
  readonly points: number
  readonly percent: number
  readonly threshold: ThresholdAnswer
  /** The band's key; null unless it was scored. */
  readonly band: string | null
}

/** A change of a customer's fit. */
export interface FitChange {
  readonly id: number
  /** When it was noticed. */
  readonly at: Date
  readonly cause: FitCause
  /** The scorecard's revision that scored then. */
  readonly revision: number
  /** Who answered or published. */
  readonly by: string | null
  /** Null of a customer that had no fit. */
  readonly before: FitSummary | null
  readonly after: FitSummary | null
}
