/** What kind of notice a reader gets when there is nothing to show. */
export type FailureKind = 'error' | 'forbidden' | 'expired' | 'offline' | 'paused'

/**
 * Why an element has nothing to show.
 * `code`: the server's `extensions.code`, or one of the element's own: MISSING_API, MISSING_KEY, MISSING_TOKEN,
 * MISSING_ATTRIBUTE, NETWORK, OFFLINE, PAUSED, UNREADABLE.
 */
export interface Failure {
  readonly kind: FailureKind
  readonly code: string
  /** A sentence in English for the page's developer. */
  readonly message: string
}

const kinds: readonly (readonly [RegExp, FailureKind])[] = [
  [/^(MISSING_|UNAUTH|FORBIDDEN)/, 'forbidden'],
  [/EXPIRED$/, 'expired'],
  [/^OFFLINE/, 'offline'],
  [/^(PAUSED|RATE_LIMITED)/, 'paused'],
]

export function failure(code: string, message: string): Failure {
  return { kind: kinds.find(([codes]) => codes.test(code))?.[1] ?? 'error', code, message }
}
