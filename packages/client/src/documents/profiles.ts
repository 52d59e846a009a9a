import { graphql } from '../generated/gql.ts'

/** Makes a profile; a draft until it is published. */
export const createProfile = graphql(`
  mutation CreateProfile($input: ProfileCreateInput!) {
    profileCreate(input: $input) {
      __typename
      ... on ProfileCreateSuccess { profile { id slug latestRevision } }
      ... on InvalidInput { problems { message path } }
      ... on Problem { message path }
    }
  }
`)

/** Makes the newest revision the one readers see. */
export const publishProfile = graphql(`
  mutation PublishProfile($id: ID!, $expectedRevision: Int!, $locales: [Locale!]) {
    profilePublish(id: $id, expectedRevision: $expectedRevision, locales: $locales) {
      __typename
      ... on ProfilePublishSuccess { profile { id slug publishedLocales latestRevision } }
      ... on RevisionConflict { expectedRevision currentRevision }
      ... on InvalidInput { problems { message path } }
      ... on Problem { message path }
    }
  }
`)

/** A published profile as a reader sees it. */
export const readProfile = graphql(`
  query ReadProfile($slug: String!, $locale: Locale) {
    profile(slug: $slug, locale: $locale) {
      id slug kind revision publishedAt resolvedLocale name summary quote
      traits { key label words }
      sections { key title fields { key label text items } }
    }
  }
`)
