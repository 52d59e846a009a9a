import type { Money } from '../attributes/attribute.ts'

/** What a test looks at: an attribute or a metric of the workspace's catalogue. */
export type Field =
  | { readonly kind: 'attribute'; readonly key: string }
  | { readonly kind: 'metric'; readonly key: string }

/**
 * What a number, money or time field is compared with: a number, an amount in one currency, or for times an
 * ISO 8601 text: a day (`2026-03-01`, the whole day in UTC) or an instant (`2026-03-01T12:00:00Z`).
 */
export type Bound = number | Money | string

/** The operands of each test, by its kind. */
export interface Operands {
  is: { readonly value: string | number | boolean }
  isNot: { readonly value: string | number | boolean }
  /** Of a choice or text: it is one of them. Of choices: at least one of them is among its own. */
  oneOf: { readonly values: readonly string[] }
  noneOf: { readonly values: readonly string[] }
  includesAll: { readonly values: readonly string[] }
  /** Texts are compared without regard to case, see `fold`. */
  contains: { readonly text: string }
  startsWith: { readonly text: string }
  endsWith: { readonly text: string }
  atLeast: { readonly value: Bound }
  atMost: { readonly value: Bound }
  moreThan: { readonly value: Bound }
  lessThan: { readonly value: Bound }
  /** Both ends included. */
  between: { readonly from: Bound; readonly to: Bound }
  /** At most that many days of 24 hours ago, and not in the future. */
  withinDays: { readonly days: number }
  olderThanDays: { readonly days: number }
  isKnown: unknown
  isUnknown: unknown
}

export type TestKind = keyof Operands

/** The test of a kind: `TestOf<'is'>` is `{ kind: 'is', field, value }`. */
export type TestOf<Kind extends TestKind> = {
  [K in Kind]: { readonly kind: K; readonly field: Field } & Operands[K]
}[Kind]

export type Test = TestOf<TestKind>

/** Holds when each of its rules holds; without rules it holds of every customer. */
export interface AllOf {
  readonly kind: 'all'
  readonly rules: readonly Rule[]
}

/** Holds when one of its rules holds; without rules it holds of no customer. */
export interface AnyOf {
  readonly kind: 'any'
  readonly rules: readonly Rule[]
}

export interface Not {
  readonly kind: 'not'
  readonly rule: Rule
}

export type Group = AllOf | AnyOf | Not

/**
 * A tree of tests over what is known of a customer: plain frozen JSON, the same in the studio's form, GraphQL,
 * the database and a widget. `checkRule` makes one from unknown JSON.
 */
export type Rule = Group | Test

export function isGroup(rule: Rule): rule is Group {
  return rule.kind === 'all' || rule.kind === 'any' || rule.kind === 'not'
}
