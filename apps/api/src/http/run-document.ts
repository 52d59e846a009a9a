import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { Context } from '../graphql/context.ts'

/** Runs a document of ours as GraphQL over HTTP would. @returns the answer's JSON */
export async function runDocument(
  apollo: ApolloServer<Context>,
  context: Context,
  query: string,
  variables: { readonly [name: string]: unknown },
): Promise<string> {
  const { body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      body: { query, variables },
      search: '',
    },
    context: async () => context,
  })
  if (body.kind !== 'complete') throw new Error('Incremental delivery is not used')
  return body.string.trimEnd()
}
