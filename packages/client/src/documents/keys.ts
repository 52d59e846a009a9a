import { graphql } from '../generated/gql.ts'

/** Makes a key; its text is answered this once. */
export const createKey = graphql(`
  mutation CreateKey($input: ApiKeyCreateInput!) {
    apiKeyCreate(input: $input) {
      __typename
      ... on ApiKeyCreateSuccess { newApiKey { text } }
      ... on InvalidInput { problems { message path } }
      ... on Problem { message path }
    }
  }
`)
