import { graphql } from '../generated/gql.ts'

/** Makes a scorecard; it scores once it is published. */
export const createScorecard = graphql(`
  mutation CreateScorecard($input: ScorecardCreateInput!) {
    scorecardCreate(input: $input) {
      __typename
      ... on ScorecardCreateSuccess { scorecard { id slug latestRevision maximum criteria { key kind sentence } } }
      ... on InvalidInput { problems { message path } }
      ... on Problem { message path }
    }
  }
`)

/** Makes the newest revision the one that scores. */
export const publishScorecard = graphql(`
  mutation PublishScorecard($id: ID!, $expectedRevision: Int!) {
    scorecardPublish(id: $id, expectedRevision: $expectedRevision) {
      __typename
      ... on ScorecardPublishSuccess { scorecard { id slug publishedRevision } }
      ... on RevisionConflict { expectedRevision currentRevision }
      ... on Problem { message path }
    }
  }
`)

/** The fit of every company, most points first, with its reasons. */
export const listFits = graphql(`
  query ListFits($slug: String!, $first: Int!, $after: String, $locale: Locale) {
    scorecard(slug: $slug, locale: $locale) {
      name
      threshold
      maximum
      fits(first: $first, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          customer { id name }
          status
          points
          range { low high }
          coverage
          meetsThreshold
          band { key label }
          criteria { key state points explanation }
          nextQuestion { criterion question }
        }
      }
    }
  }
`)

/** Keeps a seller's answer; the fit follows at once. */
export const answerCriterion = graphql(`
  mutation AnswerCriterion($scorecard: ID!, $customer: ID!, $criterion: String!, $points: Int, $note: String!) {
    criterionAnswer(scorecard: $scorecard, customer: $customer, criterion: $criterion, points: $points, note: $note) {
      __typename
      ... on CriterionAnswerSuccess {
        fit { points range { low high } coverage meetsThreshold nextQuestion { criterion question } }
      }
      ... on Problem { message path }
    }
  }
`)
