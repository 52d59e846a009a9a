import { type Failure, failure } from './failure.ts'
import { readAnswer } from './read-answer.ts'

/** A trusted document to run: what, where and as whom. */
export interface DocumentRequest {
  /** The API's origin. */
  readonly api: string
  /** A publishable key or an embed token. */
  readonly credential: string
  /** `sha256:<hex>` of the document's text. */
  readonly documentId: string
  readonly variables: { readonly [name: string]: string }
}

export type Answer = { readonly data: unknown } | { readonly failure: Failure }

/** How long an answer is waited for, in milliseconds. */
const patience = 15_000

const underWay = new Map<string, Promise<Answer>>()

/** Runs a trusted document. Elements that ask the same at the same time share one request. Never rejects. */
export function runDocument(request: DocumentRequest): Promise<Answer> {
  const identity = JSON.stringify(request)
  const found = underWay.get(identity)
  if (found !== undefined) return found
  const answer = send(request).finally(() => underWay.delete(identity))
  underWay.set(identity, answer)
  return answer
}

async function send({ api, credential, documentId, variables }: DocumentRequest): Promise<Answer> {
  try {
    const url = new URL('/graphql', api)
    url.searchParams.set('documentId', documentId)
    url.searchParams.set('variables', JSON.stringify(variables))
    const response = await fetch(url, {
      headers: {
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${credential}`,
        'apollo-require-preflight': '1',
      },
      credentials: 'omit',
      signal: AbortSignal.timeout(patience),
    })
    return await readAnswer(response)
  } catch (error) {
    return { failure: failure('NETWORK', `The API at ${api} could not be reached: ${String(error)}`) }
  }
}
