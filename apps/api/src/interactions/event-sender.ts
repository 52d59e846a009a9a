import { may } from '../keys/actions.ts'
import { Refused } from '../keys/refused.ts'
import type { Viewer } from '../keys/viewer.ts'

/** Who sends events, and how far they are believed. */
export interface EventSender {
  readonly workspaceId: string
  readonly source: string
  /** Whether they tell who somebody is: servers do; in a page anybody could claim to be anyone. */
  readonly mayClaim: boolean
}

/** The viewer as a sender of events; throws `Refused` for one that may not send any. */
export function eventSender(viewer: Viewer): EventSender {
  if (viewer.kind === 'anonymous') {
    throw new Refused(
      'UNAUTHENTICATED',
      'Events need a write key: a secret key with the scope EVENTS_WRITE, as the user name of Basic authentication or as `writeKey`.',
    )
  }
  if (viewer.kind === 'secret' && may(viewer, 'interaction:write')) {
    return { workspaceId: viewer.workspaceId, source: viewer.eventSource, mayClaim: true }
  }
  if (viewer.kind === 'publishable' && viewer.eventSource !== undefined) {
    return { workspaceId: viewer.workspaceId, source: viewer.eventSource, mayClaim: false }
  }
  throw new Refused(
    'FORBIDDEN',
    viewer.kind === 'publishable'
      ? 'This key may not send events. Switch `writesEvents` on with apiKeyUpdate, or use a key that has it.'
      : 'This key may not send events. It needs the scope EVENTS_WRITE: make a key with it.',
  )
}

/** The key that a tracking client sent, as `authenticate` takes it; each client has its own place for it. */
export function writeKeyOf(
  headers: { readonly authorization?: string | undefined; readonly [name: string]: unknown },
  body: { readonly writeKey?: unknown } | undefined,
): string | undefined {
  const authorization = headers.authorization?.trim()
  if (authorization && !/^basic /i.test(authorization)) return authorization
  const [name] = Buffer.from(authorization?.slice(6) ?? '', 'base64')
    .toString()
    .split(':', 1)
  const found = [name, headers['x-write-key'], body?.writeKey].find(
    (each) => typeof each === 'string' && each !== '',
  )
  // Jitsu's client wants a key in two parts, with a colon between: ours is one of them.
  const key =
    typeof found === 'string'
      ? (found.split(':').find((part) => part.startsWith('profilkort_')) ?? found)
      : undefined
  return key === undefined ? undefined : `Bearer ${key.trim()}`
}
