import type { Failure } from './failure.ts'

/** One thing an element asks for: what, where and as whom. */
export interface Ask {
  /** The API's origin. */
  readonly api: string
  /** A publishable key, an embed token, or nothing: the session of the API's own pages. */
  readonly credential: string
  /** The kind of question, the locale and what else all askers of a group share: `fit/nb/ideal-customer`. */
  readonly what: string
  /** The one it is asked of: a slug or an id. */
  readonly key: string
}

/** What was answered, or why nothing was; one of the two is there. */
export interface Answer {
  readonly data?: unknown
  readonly failure?: Failure
}
