import type { Field } from './rule.ts'

export type Comparison = '<' | '<=' | '=' | '>=' | '>'
export type MatchMode = 'contains' | 'startsWith' | 'endsWith'

interface LeafBase {
  readonly field: Field
  /** A negated leaf holds exactly where the bare one does not: over a missing value too. */
  readonly negated: boolean
}

/** The value is a string that is one of these, or a list with one of these in it. */
export interface Among extends LeafBase {
  readonly kind: 'among'
  readonly values: readonly string[]
}

/** The value is this boolean. */
export interface Flag extends LeafBase {
  readonly kind: 'flag'
  readonly value: boolean
}

/** The value is a finite number (a time: milliseconds since 1970) so related to `value`; with a currency, an amount in it. */
export interface Compare extends LeafBase {
  readonly kind: 'compare'
  readonly op: Comparison
  readonly value: number
  readonly currency?: string
}

/** The value is a string that, folded, contains, starts or ends with `text`, which is folded already. */
export interface Match extends LeafBase {
  readonly kind: 'match'
  readonly mode: MatchMode
  readonly text: string
}

/** There is a value, of whatever type. */
export interface Known extends LeafBase {
  readonly kind: 'known'
}

export type Leaf = Among | Flag | Compare | Match | Known

/**
 * What every rule lowers to, and all that a target has to understand: `all` (true when empty), `any` (false when
 * empty) and five leaves. There is no `not`: it has been pushed down to the leaves.
 */
export type CoreRule =
  | { readonly kind: 'all'; readonly rules: readonly CoreRule[] }
  | { readonly kind: 'any'; readonly rules: readonly CoreRule[] }
  | Leaf

export function allOf(rules: readonly CoreRule[]): CoreRule {
  return Object.freeze({ kind: 'all', rules: Object.freeze(rules) })
}

export function anyOf(rules: readonly CoreRule[]): CoreRule {
  return Object.freeze({ kind: 'any', rules: Object.freeze(rules) })
}

/** The rule that holds of no customer. */
export const never = anyOf([])

export function among(field: Field, values: readonly string[]): CoreRule {
  return Object.freeze({ kind: 'among', field, values, negated: false })
}

export function flag(field: Field, value: boolean): CoreRule {
  return Object.freeze({ kind: 'flag', field, value, negated: false })
}

export function compare(field: Field, op: Comparison, value: number, currency?: string): CoreRule {
  const leaf = { kind: 'compare', field, op, value, negated: false } as const
  return Object.freeze(currency === undefined ? leaf : { ...leaf, currency })
}

export function match(field: Field, mode: MatchMode, text: string): CoreRule {
  return Object.freeze({ kind: 'match', field, mode, text, negated: false })
}

export function known(field: Field): CoreRule {
  return Object.freeze({ kind: 'known', field, negated: false })
}

/** The complement, by De Morgan's laws. */
export function negate(rule: CoreRule): CoreRule {
  switch (rule.kind) {
    case 'all':
      return anyOf(rule.rules.map(negate))
    case 'any':
      return allOf(rule.rules.map(negate))
    case 'among':
    case 'flag':
    case 'compare':
    case 'match':
    case 'known':
      return Object.freeze({ ...rule, negated: !rule.negated })
  }
}
