import type { Profilkort } from './profilkort.ts'

/** What every page of the intranet is made from. */
export interface Site {
  /** The intranet's own origin. */
  readonly origin: string
  /** The origin of the Profilkort API. */
  readonly api: string
  readonly publishableKey: string
  readonly secretKey: string
  /** The slug of the scorecard that customers are shown by. */
  readonly scorecard: string
  readonly profilkort: Profilkort
}
