import type { CustomerKind } from '../customers/customer.ts'
import type { CoreRule } from '../rules/core.ts'
import type { Distribution, Spread } from './distribution.ts'

/** What is asked of a rule that is being written. */
export interface PreviewQuestion {
  readonly rule: CoreRule
  /** Only companies, or only persons. */
  readonly kind: CustomerKind | undefined
  readonly sampleSize: number
  readonly spreads: readonly Spread[]
  /** Segments to compare with. */
  readonly others: readonly Comparand[]
}

/** A segment that a rule is compared with: by its own rule, or the customers on its list. */
export type Comparand =
  | { readonly kind: 'rule'; readonly rule: CoreRule }
  | { readonly kind: 'list'; readonly ids: readonly string[] }

/** How a rule lies to another segment. */
export interface Overlap {
  readonly both: number
  readonly onlyHere: number
  readonly onlyThere: number
}

/** What a rule comes to, all of it as of one instant. */
export interface Preview {
  readonly count: number
  /** Of so many that may be counted. */
  readonly of: number
  /** Some of those it holds for: the same ones while the rule holds for them. */
  readonly sample: readonly { readonly id: string; readonly name: string }[]
  readonly distributions: readonly Distribution[]
  readonly overlaps: readonly Overlap[]
}

/** The most customers in a sample. */
export const largestSample = 100
