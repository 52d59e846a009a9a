/** A document that knows what it takes and answers; see `documents/`. */
export interface TypedDocument<Answer, Variables> {
  toString(): string
  /** Only for the types: never there at run time. */
  readonly __apiType?: (variables: Variables) => Answer
}

export interface ClientOptions {
  /** The server's address: `http://127.0.0.1:4000`. */
  readonly url: string
  /** A secret key; from a server only. */
  readonly key: string
}

/** An operation that failed as a whole: the first error's message, with its code where it has one. */
export class OperationFailed extends Error {
  readonly status: number
  readonly code: string | undefined

  constructor(message: string, status: number, code: string | undefined) {
    super(message)
    this.name = 'OperationFailed'
    this.status = status
    this.code = code
  }
}

interface Answered {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

/** A client for servers: one function that runs typed documents. */
export function createClient({ url, key }: ClientOptions) {
  return async function run<Answer, Variables>(
    document: TypedDocument<Answer, Variables>,
    variables: Variables,
  ): Promise<Answer> {
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
      body: JSON.stringify({ query: document.toString(), variables }),
    })
    const answer = (await response.json()) as Answered
    const [error] = answer.errors ?? []
    if (error !== undefined) throw new OperationFailed(error.message, response.status, error.extensions?.code)
    return answer.data as Answer
  }
}
