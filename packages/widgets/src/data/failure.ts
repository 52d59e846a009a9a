/** What kind of notice a reader gets when there is nothing to show. */
export type FailureKind = 'error' | 'forbidden' | 'expired' | 'offline' | 'paused'

/**
 * Why an element has nothing to show.
 * `code`: the server's `extensions.code`, or one of the element's own: MISSING_API, MISSING_KEY, MISSING_TOKEN,
 * MISSING_ATTRIBUTE, NETWORK, OFFLINE, PAUSED, UNREADABLE. docs/widgets.md says what to do about each.
 */
export interface Failure {
  readonly code: string
  /** A sentence in English for the page's developer. */
  readonly message: string
}

/** By how their codes begin or end. */
const kinds: readonly (readonly [FailureKind, RegExp])[] = [
  ['expired', /EXPIRED$/],
  ['offline', /^OFF/],
  ['paused', /^(PAUS|RAT)/],
  ['forbidden', /^(MISS|UNAU|FOR)/],
]

export function kindOf({ code }: Failure): FailureKind {
  return kinds.find(([, codes]) => codes.test(code))?.[0] ?? 'error'
}
