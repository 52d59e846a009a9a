import type { Ground } from '../consents/purpose.ts'
import type { CoreRecordsField } from './records.ts'
import type { KnownField } from './rule.ts'

export type Comparison = '<' | '<=' | '=' | '>=' | '>'
export type MatchMode = 'contains' | 'startsWith' | 'endsWith'

/** What a leaf looks at: a value of the catalogue, or what records come to in a span of time. */
export type CoreField = KnownField | CoreRecordsField

interface LeafBase {
  readonly field: CoreField
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

/** A rule over the customers around a customer; it is always decided. */
export type CoreRelated = CoreOfCompany | CoreOfPeople

/** The customer has a company, and the rule holds of it. */
export interface CoreOfCompany {
  readonly kind: 'company'
  readonly rule: CoreRule
  readonly negated: boolean
}

/** The rule holds of so many of the company's people; at least one. */
export interface CoreOfPeople {
  readonly kind: 'people'
  readonly rule: CoreRule
  readonly atLeast: number
  readonly negated: boolean
}

/**
 * What every rule lowers to, and all that a target has to understand: `all` (true when empty), `any` (false when
 * empty), five leaves, lists, who may be profiled, and rules over those around. There is no `not`: it has been pushed down to the leaves.
 */
export type CoreRule =
  | { readonly kind: 'all'; readonly rules: readonly CoreRule[] }
  | { readonly kind: 'any'; readonly rules: readonly CoreRule[] }
  | Leaf
  | CoreRelated
  | CorePicked
  | CoreProfiled

/** The customer is on the list of a static segment; it is always decided. */
export interface CorePicked {
  readonly kind: 'picked'
  /** The segment's slug. */
  readonly segment: string
  readonly negated: boolean
}

/** The customer may be profiled: it is a company, or a person who allows it at an instant; it is always decided. */
export interface CoreProfiled {
  readonly kind: 'profiled'
  readonly ground: Ground
  /** In milliseconds since 1970. */
  readonly now: number
  readonly negated: boolean
}

/** A part of a rule that is answered by other tables than the customer's own values. */
export type RecordsPart = RecordsLeaf | CoreRelated | CorePicked | CoreProfiled

export type RecordsLeaf = Leaf & { readonly field: CoreRecordsField }

export function isRecordsPart(rule: CoreRule): rule is RecordsPart {
  switch (rule.kind) {
    case 'company':
    case 'people':
    case 'picked':
    case 'profiled':
      return true
    default:
      return 'field' in rule && isOfRecords(rule.field)
  }
}

function isOfRecords(field: CoreField): field is CoreRecordsField {
  return field.kind !== 'attribute' && field.kind !== 'metric'
}

/** The parts of a rule that are answered by other tables, each as it stands in it. */
export function recordsPartsOf(rule: CoreRule): readonly RecordsPart[] {
  if (rule.kind === 'all' || rule.kind === 'any') return rule.rules.flatMap(recordsPartsOf)
  return isRecordsPart(rule) ? [rule] : []
}

/** A part of a rule that columns know nothing of: whom it holds for has to be looked up. */
export type HeldPart = Exclude<RecordsPart, CoreProfiled>

/** Those of a rule. */
export function heldPartsOf(rule: CoreRule): readonly HeldPart[] {
  return recordsPartsOf(rule).filter((part) => part.kind !== 'profiled')
}

export function allOf(rules: readonly CoreRule[]): CoreRule {
  return Object.freeze({ kind: 'all', rules: Object.freeze(rules) })
}

export function anyOf(rules: readonly CoreRule[]): CoreRule {
  return Object.freeze({ kind: 'any', rules: Object.freeze(rules) })
}

/** The rule that holds of no customer. */
export const never = anyOf([])

export function among(field: CoreField, values: readonly string[]): CoreRule {
  return Object.freeze({ kind: 'among', field, values, negated: false })
}

export function flag(field: CoreField, value: boolean): CoreRule {
  return Object.freeze({ kind: 'flag', field, value, negated: false })
}

export function compare(field: CoreField, op: Comparison, value: number, currency?: string): CoreRule {
  const leaf = { kind: 'compare', field, op, value, negated: false } as const
  return Object.freeze(currency === undefined ? leaf : { ...leaf, currency })
}

export function match(field: CoreField, mode: MatchMode, text: string): CoreRule {
  return Object.freeze({ kind: 'match', field, mode, text, negated: false })
}

export function known(field: CoreField): CoreRule {
  return Object.freeze({ kind: 'known', field, negated: false })
}

export function ofCompany(rule: CoreRule): CoreRule {
  return Object.freeze({ kind: 'company', rule, negated: false })
}

export function ofPeople(rule: CoreRule, atLeast: number): CoreRule {
  return Object.freeze({ kind: 'people', rule, atLeast, negated: false })
}

export function picked(segment: string): CoreRule {
  return Object.freeze({ kind: 'picked', segment, negated: false })
}

export function profiled(ground: Ground, now: number): CoreRule {
  return Object.freeze({ kind: 'profiled', ground, now, negated: false })
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
    case 'company':
    case 'people':
    case 'picked':
    case 'profiled':
      return Object.freeze({ ...rule, negated: !rule.negated })
  }
}
