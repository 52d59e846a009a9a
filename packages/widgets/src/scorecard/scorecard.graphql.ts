import type { FitScoreFit } from '../fit-score/fit-score.graphql.ts'

/** What `pk-scorecard` asks. Plain text, so that a server can read it. */
export const scorecardDocument = `query ScorecardAnswers($customer: ID!, $scorecard: String!, $locale: Locale!) {
  customer(id: $customer) {
    id
    name
    fit(scorecard: $scorecard, locale: $locale) {
      status
      points
      maximum
      range { low high }
      coverage
      threshold
      meetsThreshold
      disqualifiedBy
      criteria { key label weight points maximumPoints note }
      scorecard { id name revision criteria { key kind question choices } }
    }
  }
}
`

/** What a seller's answer is kept by. */
export const answerDocument = `mutation WidgetAnswer($scorecard: ID!, $customer: ID!, $criterion: String!, $points: Int, $note: String!) {
  criterionAnswer(scorecard: $scorecard, customer: $customer, criterion: $criterion, points: $points, note: $note) {
    __typename
    ... on Problem { message }
  }
}
`

export interface ScorecardFit extends Omit<FitScoreFit, 'criteria' | 'scorecard'> {
  readonly criteria: readonly {
    readonly key: string
    readonly label: string
    readonly weight: number
    readonly points: number | null
    readonly maximumPoints: number
    readonly note: string | null
  }[]
  readonly scorecard: {
    readonly id: string
    readonly name: string
    readonly revision: number
    readonly criteria: readonly {
      readonly key: string
      readonly kind: 'ANSWER' | 'RULE'
      readonly question: string | null
      readonly choices: readonly string[] | null
    }[]
  }
}

export interface ScorecardData {
  readonly customer: { readonly id: string; readonly name: string; readonly fit: ScorecardFit | null } | null
}
