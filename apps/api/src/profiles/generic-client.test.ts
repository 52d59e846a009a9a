import { GraphQLClient, gql } from 'graphql-request'
import { expect, test } from 'vitest'
import { startTestServer } from '../testing/server.ts'

const { url, workspace } = await startTestServer()

interface Changed {
  readonly changed: { readonly profile: { readonly id: string; readonly latestRevision: number } }
}

test('a script with any GraphQL client creates, translates, publishes and reads a profile', async () => {
  const client = new GraphQLClient(`${url}/graphql`, {
    headers: { authorization: `Bearer ${workspace.secretKey}` },
  })
  const { changed: made } = await client.request<Changed>(gql`mutation {
    changed: profileCreate(input: { kind: PERSONA, template: "basic", slug: "leder", name: { nb: "Daglig leder" } }) {
      ... on ProfileCreateSuccess { profile { id latestRevision } } } }`)
  const { changed: translated } = await client.request<Changed>(
    gql`mutation ($id: ID!, $seen: Int!) {
      changed: profileUpdate(id: $id, expectedRevision: $seen, input: { name: { da: "Direktør" } }) {
        ... on ProfileUpdateSuccess { profile { id latestRevision } } } }`,
    { id: made.profile.id, seen: made.profile.latestRevision },
  )
  await client.request(
    gql`mutation ($id: ID!, $seen: Int!) { profilePublish(id: $id, expectedRevision: $seen) { __typename } }`,
    { id: made.profile.id, seen: translated.profile.latestRevision },
  )
  const read = await client.request(gql`{ profile(slug: "leder", locale: da) { name publishedLocales } }`)
  expect(read).toEqual({ profile: { name: 'Direktør', publishedLocales: ['nb', 'da'] } })
})
