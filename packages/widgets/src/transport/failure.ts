/** What kind of notice a reader gets when there is nothing to show. */
export type FailureKind = 'error' | 'forbidden' | 'expired'

/**
 * Why an element has nothing to show.
 * `code`: the server's `extensions.code`, or one of the element's own: MISSING_API, MISSING_KEY, MISSING_TOKEN,
 * MISSING_ATTRIBUTE, NETWORK, UNREADABLE.
 */
export interface Failure {
  readonly kind: FailureKind
  readonly code: string
  /** A sentence in English for the page's developer. */
  readonly message: string
}

const kinds: { readonly [code: string]: FailureKind } = {
  MISSING_API: 'forbidden',
  MISSING_KEY: 'forbidden',
  MISSING_TOKEN: 'forbidden',
  MISSING_ATTRIBUTE: 'forbidden',
  UNAUTHENTICATED: 'forbidden',
  FORBIDDEN: 'forbidden',
  TOKEN_EXPIRED: 'expired',
}

export function failure(code: string, message: string): Failure {
  return { kind: Object.hasOwn(kinds, code) ? (kinds[code] ?? 'error') : 'error', code, message }
}
