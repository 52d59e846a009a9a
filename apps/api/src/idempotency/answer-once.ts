import { hash } from 'node:crypto'
import type { Database } from '@profilkort/database/connect'
import {
  claimRequest,
  type IdempotentRequest,
  type RequestRow,
  settleRequest,
} from '@profilkort/database/idempotency/idempotency.queries'
import type { Viewer } from '../keys/viewer.ts'

/** An answer over HTTP. */
export interface HttpAnswer {
  readonly status: number
  readonly text: string
  readonly headers?: { readonly [name: string]: string }
}

/** The request that a write with an `Idempotency-Key` is; undefined where none of it has to be remembered. */
export function idempotentRequest(
  viewer: Viewer,
  key: string | undefined,
  body: unknown,
): IdempotentRequest | undefined {
  const isWrite = /\bmutation\b/.test(String((body as { query?: unknown } | undefined)?.query))
  if (key === undefined || !isWrite) return undefined
  if (viewer.kind === 'secret') return { workspaceId: viewer.workspaceId, caller: `key ${viewer.keyId}`, key }
  if (viewer.kind === 'session')
    return { workspaceId: viewer.workspaceId, caller: `member ${viewer.memberId}`, key }
  return undefined
}

const longestKey = 255

/**
 * Carries a write out once, however often it is sent: again it answers as it did the first time. The same key with
 * another body is an error, and so is one whose first sending is still under way. Answers that say that nothing was
 * tried (a refused request, a fault on our side) are not kept, so that they can be tried again, unless something was
 * written all the same: by a field before the one that failed.
 */
export async function answerOnce(
  db: Database,
  request: IdempotentRequest,
  body: unknown,
  now: Date,
  work: () => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  if (request.key === '' || request.key.length > longestKey)
    return problem(400, 'IDEMPOTENCY_KEY', `An Idempotency-Key has 1 to ${longestKey} characters.`)
  const bodyHash = hash('sha256', JSON.stringify(body), 'hex')
  const known = await claimRequest(db, request, bodyHash, now)
  if (!known.isMine) return again(known, bodyHash)
  let answer: HttpAnswer | undefined
  try {
    answer = await work()
    return answer
  } finally {
    const isCarriedOut = answer !== undefined && answer.status < 400 && isAnswer(answer.text)
    await settleRequest(db, request, answer && { ...answer, isCarriedOut })
  }
}

/** Whether every root field was answered, if only with a problem. */
function isAnswer(text: string): boolean {
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown }
  return data !== undefined && data !== null && errors === undefined
}

function again(known: RequestRow, bodyHash: string): HttpAnswer {
  if (known.bodyHash !== bodyHash) {
    const message = 'This Idempotency-Key was used for another request. Use a new key for each.'
    return problem(422, 'IDEMPOTENCY_KEY_REUSED', message)
  }
  if (known.answer !== null && known.status !== null) {
    return { status: known.status, text: known.answer, headers: { 'idempotency-replayed': 'true' } }
  }
  if (known.isLost) {
    const message = 'This request was carried out, but its answer was lost. Read what is there now.'
    return problem(409, 'IDEMPOTENCY_ANSWER_LOST', message)
  }
  const message = 'This request is under way. Send it again in a moment for its answer.'
  return { ...problem(409, 'IDEMPOTENCY_UNDER_WAY', message), headers: { 'retry-after': '1' } }
}

function problem(status: number, code: string, message: string): HttpAnswer {
  return { status, text: JSON.stringify({ errors: [{ message, extensions: { code } }] }) }
}
