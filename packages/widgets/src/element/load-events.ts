/** What `pk-load`, `pk-error` and `pk-answer` tell. */
export interface LoadDetail {
  /** `LOADED`, `NOT_FOUND`, `ANSWERED`, or why nothing could be shown: `FORBIDDEN`, `TOKEN_EXPIRED`, `NETWORK` … */
  readonly code: string
  /** A sentence in English for the page's developer. */
  readonly message: string
}

declare global {
  interface HTMLElementEventMap {
    /** Something is shown, or it is known that there is nothing to show (`NOT_FOUND`). */
    'pk-load': CustomEvent<LoadDetail>
    /** Nothing could be shown. */
    'pk-error': CustomEvent<LoadDetail>
    /** A reader's answer was kept. */
    'pk-answer': CustomEvent<LoadDetail>
  }
}
