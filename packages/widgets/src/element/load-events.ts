/** What `pk-load` and `pk-error` tell. */
export interface LoadDetail {
  /** `LOADED`, `NOT_FOUND`, or why nothing could be shown: `FORBIDDEN`, `TOKEN_EXPIRED`, `NETWORK` … */
  readonly code: string
  /** A sentence in English for the page's developer. */
  readonly message: string
}

/** Something is shown, or it is known that there is nothing to show (`NOT_FOUND`). */
export function loadEvent(detail: LoadDetail): CustomEvent<LoadDetail> {
  return new CustomEvent('pk-load', { detail, bubbles: true, composed: true })
}

/** Nothing could be shown. */
export function errorEvent({ code, message }: LoadDetail): CustomEvent<LoadDetail> {
  return new CustomEvent('pk-error', { detail: { code, message }, bubbles: true, composed: true })
}

declare global {
  interface HTMLElementEventMap {
    'pk-load': CustomEvent<LoadDetail>
    'pk-error': CustomEvent<LoadDetail>
  }
}
