/** What `pk-fit-score` asks. Plain text, so that a server can read it. */
export const fitScoreDocument = `query FitScore($customer: ID!, $scorecard: String!, $locale: Locale!) {
  customer(id: $customer) {
    id
    name
    fit(scorecard: $scorecard, locale: $locale) {
      status
      points
      maximum
      percent
      range { low high }
      coverage
      threshold
      meetsThreshold
      band { key label }
      disqualifiedBy
      criteria {
        key
        label
        weight
        points
        maximumPoints
        state
        explanation
        values { label text source recordedAt }
      }
      nextQuestion { criterion question }
      scorecard { name revision }
    }
  }
}
`

export type FitScoreStatus = 'SCORED' | 'DISQUALIFIED' | 'INSUFFICIENT_DATA'
export type ThresholdAnswer = 'YES' | 'NO' | 'UNDECIDED'

/** A value that a criterion was judged by. `recordedAt` is an ISO instant. */
export interface FitScoreValue {
  readonly label: string
  readonly text: string
  readonly source: string | null
  readonly recordedAt: string | null
}

/** `points` counts the weight in and is null where the criterion is unknown. */
export interface FitScoreCriterion {
  readonly key: string
  readonly label: string
  readonly weight: number
  readonly points: number | null
  readonly maximumPoints: number
  readonly state: 'KNOWN' | 'UNKNOWN'
  readonly explanation: string | null
  readonly values: readonly FitScoreValue[]
}

/** A scorecard applied to a customer. Points unless said otherwise; `percent` 0-100, `coverage` 0-1. */
export interface FitScoreFit {
  readonly status: FitScoreStatus
  readonly points: number
  readonly maximum: number
  readonly percent: number
  readonly range: { readonly low: number; readonly high: number }
  readonly coverage: number
  readonly threshold: number
  readonly meetsThreshold: ThresholdAnswer
  readonly band: { readonly key: string; readonly label: string } | null
  readonly disqualifiedBy: readonly string[]
  readonly criteria: readonly FitScoreCriterion[]
  readonly nextQuestion: { readonly criterion: string; readonly question: string } | null
  readonly scorecard: { readonly name: string; readonly revision: number }
}

export interface FitScoreData {
  readonly customer: { readonly id: string; readonly name: string; readonly fit: FitScoreFit | null } | null
}
