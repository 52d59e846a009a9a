import { call } from '../call.ts'
import { Failure } from '../mistake.ts'
import type { ServerAddress } from '../server-address.ts'

/** Asks the server over GraphQL. Throws `Failure` where it does not answer or will not. */
export async function ask(
  server: ServerAddress,
  query: string,
  variables: { readonly [name: string]: unknown } = {},
): Promise<unknown> {
  const response = await call(server, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as {
    readonly data?: unknown
    readonly errors?: readonly { readonly message: string }[]
  }
  if (errors?.[0] !== undefined) throw new Failure(errors[0].message)
  return data
}
