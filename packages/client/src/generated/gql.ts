/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query BestCustomers($first: Int!, $scope: DealScopeInput, $mix: MixInput) {\n    bestCustomers(first: $first, scope: $scope, mix: $mix) {\n      rank\n      score\n      customer { id name }\n      metrics { wonValue wonDeals lostDeals winRate tenureDays }\n      parts { measure value weight percentRank }\n    }\n    paretoShare(share: 0.2, scope: $scope) { customers total topCustomers topShare customersFor80Percent gini }\n    dealsSummary(scope: $scope) {\n      won lost open withoutCustomer winRate wonValue averageWonDeal medianWonDeal averageDaysToWin averageDaysToLose\n      otherCurrencies\n    }\n  }\n": typeof types.BestCustomersDocument,
    "\n  mutation CreateKey($input: ApiKeyCreateInput!) {\n    apiKeyCreate(input: $input) {\n      __typename\n      ... on ApiKeyCreateSuccess { newApiKey { text } }\n      ... on InvalidInput { problems { message path } }\n      ... on Problem { message path }\n    }\n  }\n": typeof types.CreateKeyDocument,
    "\n  mutation CreateProfile($input: ProfileCreateInput!) {\n    profileCreate(input: $input) {\n      __typename\n      ... on ProfileCreateSuccess { profile { id slug latestRevision } }\n      ... on InvalidInput { problems { message path } }\n      ... on Problem { message path }\n    }\n  }\n": typeof types.CreateProfileDocument,
    "\n  mutation PublishProfile($id: ID!, $expectedRevision: Int!, $locales: [Locale!]) {\n    profilePublish(id: $id, expectedRevision: $expectedRevision, locales: $locales) {\n      __typename\n      ... on ProfilePublishSuccess { profile { id slug publishedLocales latestRevision } }\n      ... on RevisionConflict { expectedRevision currentRevision }\n      ... on InvalidInput { problems { message path } }\n      ... on Problem { message path }\n    }\n  }\n": typeof types.PublishProfileDocument,
    "\n  query ReadProfile($slug: String!, $locale: Locale) {\n    profile(slug: $slug, locale: $locale) {\n      id slug kind revision publishedAt resolvedLocale name summary quote\n      traits { key label words }\n      sections { key title fields { key label text items } }\n    }\n  }\n": typeof types.ReadProfileDocument,
    "\n  mutation CreateScorecard($input: ScorecardCreateInput!) {\n    scorecardCreate(input: $input) {\n      __typename\n      ... on ScorecardCreateSuccess { scorecard { id slug latestRevision maximum criteria { key kind sentence } } }\n      ... on InvalidInput { problems { message path } }\n      ... on Problem { message path }\n    }\n  }\n": typeof types.CreateScorecardDocument,
    "\n  mutation PublishScorecard($id: ID!, $expectedRevision: Int!) {\n    scorecardPublish(id: $id, expectedRevision: $expectedRevision) {\n      __typename\n      ... on ScorecardPublishSuccess { scorecard { id slug publishedRevision } }\n      ... on RevisionConflict { expectedRevision currentRevision }\n      ... on Problem { message path }\n    }\n  }\n": typeof types.PublishScorecardDocument,
    "\n  query ListFits($slug: String!, $first: Int!, $after: String, $locale: Locale) {\n    scorecard(slug: $slug, locale: $locale) {\n      name\n      threshold\n      maximum\n      fits(first: $first, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          customer { id name }\n          status\n          points\n          range { low high }\n          coverage\n          meetsThreshold\n          band { key label }\n          criteria { key state points explanation }\n          nextQuestion { criterion question }\n        }\n      }\n    }\n  }\n": typeof types.ListFitsDocument,
    "\n  mutation AnswerCriterion($scorecard: ID!, $customer: ID!, $criterion: String!, $points: Int, $note: String!) {\n    criterionAnswer(scorecard: $scorecard, customer: $customer, criterion: $criterion, points: $points, note: $note) {\n      __typename\n      ... on CriterionAnswerSuccess {\n        fit { points range { low high } coverage meetsThreshold nextQuestion { criterion question } }\n      }\n      ... on Problem { message path }\n    }\n  }\n": typeof types.AnswerCriterionDocument,
};
const documents: Documents = {
    "\n  query BestCustomers($first: Int!, $scope: DealScopeInput, $mix: MixInput) {\n    bestCustomers(first: $first, scope: $scope, mix: $mix) {\n      rank\n      score\n      customer { id name }\n      metrics { wonValue wonDeals lostDeals winRate tenureDays }\n      parts { measure value weight percentRank }\n    }\n    paretoShare(share: 0.2, scope: $scope) { customers total topCustomers topShare customersFor80Percent gini }\n    dealsSummary(scope: $scope) {\n      won lost open withoutCustomer winRate wonValue averageWonDeal medianWonDeal averageDaysToWin averageDaysToLose\n      otherCurrencies\n    }\n  }\n": types.BestCustomersDocument,
    "\n  mutation CreateKey($input: ApiKeyCreateInput!) {\n    apiKeyCreate(input: $input) {\n      __typename\n      ... on ApiKeyCreateSuccess { newApiKey { text } }\n      ... on InvalidInput { problems { message path } }\n      ... on Problem { message path }\n    }\n  }\n": types.CreateKeyDocument,
    "\n  mutation CreateProfile($input: ProfileCreateInput!) {\n    profileCreate(input: $input) {\n      __typename\n      ... on ProfileCreateSuccess { profile { id slug latestRevision } }\n      ... on InvalidInput { problems { message path } }\n      ... on Problem { message path }\n    }\n  }\n": types.CreateProfileDocument,
    "\n  mutation PublishProfile($id: ID!, $expectedRevision: Int!, $locales: [Locale!]) {\n    profilePublish(id: $id, expectedRevision: $expectedRevision, locales: $locales) {\n      __typename\n      ... on ProfilePublishSuccess { profile { id slug publishedLocales latestRevision } }\n      ... on RevisionConflict { expectedRevision currentRevision }\n      ... on InvalidInput { problems { message path } }\n      ... on Problem { message path }\n    }\n  }\n": types.PublishProfileDocument,
    "\n  query ReadProfile($slug: String!, $locale: Locale) {\n    profile(slug: $slug, locale: $locale) {\n      id slug kind revision publishedAt resolvedLocale name summary quote\n      traits { key label words }\n      sections { key title fields { key label text items } }\n    }\n  }\n": types.ReadProfileDocument,
    "\n  mutation CreateScorecard($input: ScorecardCreateInput!) {\n    scorecardCreate(input: $input) {\n      __typename\n      ... on ScorecardCreateSuccess { scorecard { id slug latestRevision maximum criteria { key kind sentence } } }\n      ... on InvalidInput { problems { message path } }\n      ... on Problem { message path }\n    }\n  }\n": types.CreateScorecardDocument,
    "\n  mutation PublishScorecard($id: ID!, $expectedRevision: Int!) {\n    scorecardPublish(id: $id, expectedRevision: $expectedRevision) {\n      __typename\n      ... on ScorecardPublishSuccess { scorecard { id slug publishedRevision } }\n      ... on RevisionConflict { expectedRevision currentRevision }\n      ... on Problem { message path }\n    }\n  }\n": types.PublishScorecardDocument,
    "\n  query ListFits($slug: String!, $first: Int!, $after: String, $locale: Locale) {\n    scorecard(slug: $slug, locale: $locale) {\n      name\n      threshold\n      maximum\n      fits(first: $first, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          customer { id name }\n          status\n          points\n          range { low high }\n          coverage\n          meetsThreshold\n          band { key label }\n          criteria { key state points explanation }\n          nextQuestion { criterion question }\n        }\n      }\n    }\n  }\n": types.ListFitsDocument,
    "\n  mutation AnswerCriterion($scorecard: ID!, $customer: ID!, $criterion: String!, $points: Int, $note: String!) {\n    criterionAnswer(scorecard: $scorecard, customer: $customer, criterion: $criterion, points: $points, note: $note) {\n      __typename\n      ... on CriterionAnswerSuccess {\n        fit { points range { low high } coverage meetsThreshold nextQuestion { criterion question } }\n      }\n      ... on Problem { message path }\n    }\n  }\n": types.AnswerCriterionDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BestCustomers($first: Int!, $scope: DealScopeInput, $mix: MixInput) {\n    bestCustomers(first: $first, scope: $scope, mix: $mix) {\n      rank\n      score\n      customer { id name }\n      metrics { wonValue wonDeals lostDeals winRate tenureDays }\n      parts { measure value weight percentRank }\n    }\n    paretoShare(share: 0.2, scope: $scope) { customers total topCustomers topShare customersFor80Percent gini }\n    dealsSummary(scope: $scope) {\n      won lost open withoutCustomer winRate wonValue averageWonDeal medianWonDeal averageDaysToWin averageDaysToLose\n      otherCurrencies\n    }\n  }\n"): typeof import('./graphql.ts').BestCustomersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateKey($input: ApiKeyCreateInput!) {\n    apiKeyCreate(input: $input) {\n      __typename\n      ... on ApiKeyCreateSuccess { newApiKey { text } }\n      ... on InvalidInput { problems { message path } }\n      ... on Problem { message path }\n    }\n  }\n"): typeof import('./graphql.ts').CreateKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateProfile($input: ProfileCreateInput!) {\n    profileCreate(input: $input) {\n      __typename\n      ... on ProfileCreateSuccess { profile { id slug latestRevision } }\n      ... on InvalidInput { problems { message path } }\n      ... on Problem { message path }\n    }\n  }\n"): typeof import('./graphql.ts').CreateProfileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishProfile($id: ID!, $expectedRevision: Int!, $locales: [Locale!]) {\n    profilePublish(id: $id, expectedRevision: $expectedRevision, locales: $locales) {\n      __typename\n      ... on ProfilePublishSuccess { profile { id slug publishedLocales latestRevision } }\n      ... on RevisionConflict { expectedRevision currentRevision }\n      ... on InvalidInput { problems { message path } }\n      ... on Problem { message path }\n    }\n  }\n"): typeof import('./graphql.ts').PublishProfileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadProfile($slug: String!, $locale: Locale) {\n    profile(slug: $slug, locale: $locale) {\n      id slug kind revision publishedAt resolvedLocale name summary quote\n      traits { key label words }\n      sections { key title fields { key label text items } }\n    }\n  }\n"): typeof import('./graphql.ts').ReadProfileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateScorecard($input: ScorecardCreateInput!) {\n    scorecardCreate(input: $input) {\n      __typename\n      ... on ScorecardCreateSuccess { scorecard { id slug latestRevision maximum criteria { key kind sentence } } }\n      ... on InvalidInput { problems { message path } }\n      ... on Problem { message path }\n    }\n  }\n"): typeof import('./graphql.ts').CreateScorecardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishScorecard($id: ID!, $expectedRevision: Int!) {\n    scorecardPublish(id: $id, expectedRevision: $expectedRevision) {\n      __typename\n      ... on ScorecardPublishSuccess { scorecard { id slug publishedRevision } }\n      ... on RevisionConflict { expectedRevision currentRevision }\n      ... on Problem { message path }\n    }\n  }\n"): typeof import('./graphql.ts').PublishScorecardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListFits($slug: String!, $first: Int!, $after: String, $locale: Locale) {\n    scorecard(slug: $slug, locale: $locale) {\n      name\n      threshold\n      maximum\n      fits(first: $first, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          customer { id name }\n          status\n          points\n          range { low high }\n          coverage\n          meetsThreshold\n          band { key label }\n          criteria { key state points explanation }\n          nextQuestion { criterion question }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ListFitsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerCriterion($scorecard: ID!, $customer: ID!, $criterion: String!, $points: Int, $note: String!) {\n    criterionAnswer(scorecard: $scorecard, customer: $customer, criterion: $criterion, points: $points, note: $note) {\n      __typename\n      ... on CriterionAnswerSuccess {\n        fit { points range { low high } coverage meetsThreshold nextQuestion { criterion question } }\n      }\n      ... on Problem { message path }\n    }\n  }\n"): typeof import('./graphql.ts').AnswerCriterionDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
