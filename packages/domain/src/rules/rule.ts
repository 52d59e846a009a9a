import type { Money } from '../attributes/attribute.ts'
import type { DealStatus } from '../deals/deal.ts'
import type { Period } from './period.ts'

/** What a test looks at: an attribute or a metric of the workspace's catalogue, or a figure of a customer's records. */
export type Field = KnownField | RecordsField

/** What is known of a customer as one value of the catalogue. */
export type KnownField =
  | { readonly kind: 'attribute'; readonly key: string }
  | { readonly kind: 'metric'; readonly key: string }

/** What a customer's records come to. No record is no time of it: a count is 0, all else unknown. */
export type RecordsField = InteractionsField | DealsField | ConsentField | FitField

export const interactionFigures = ['count', 'first', 'last', 'sum', 'average'] as const
export const dealFigures = ['count', 'sum', 'first', 'last'] as const

/** What a customer's interactions come to: those done by it or for it, as its timeline has them. */
export interface InteractionsField {
  readonly kind: 'interactions'
  /** A number, when it was first or last done, or the sum or average of the numbers in `property`. */
  readonly figure: (typeof interactionFigures)[number]
  /** The event's name, `page` or `screen`; of any name when not given. */
  readonly name?: string
  readonly property?: string
  readonly window?: Window
}

/** What a customer's deals come to, without those in the archive. A deal is of the day it closed, else opened. */
export interface DealsField {
  readonly kind: 'deals'
  /** `sum` is of their values, in the currency it is compared in. */
  readonly figure: (typeof dealFigures)[number]
  readonly status?: DealStatus
  /** By the seller's own name for it. */
  readonly stage?: string
  /** The key of a product. */
  readonly product?: string
  readonly window?: Window
}

/** Where a customer can stand on a purpose: `none` where nothing was said, and of companies. */
export const consentStandings = ['given', 'denied', 'withdrawn', 'expired', 'none'] as const

/** Where a customer stands on a purpose: one of `consentStandings`. */
export interface ConsentField {
  readonly kind: 'consent'
  readonly purpose: string
}

export const fitFigures = ['band', 'status', 'threshold', 'points', 'percent'] as const

/** How well a customer fits by a published scorecard, as the fits that are kept have it; unknown without one. */
export interface FitField {
  readonly kind: 'fit'
  /** Its slug. */
  readonly scorecard: string
  /** The band's key, a `FitStatus`, a `ThresholdAnswer`, the points, or their percentage of the maximum. */
  readonly figure: (typeof fitFigures)[number]
}

/** When what counts has to have happened. */
export type Window =
  /** At most that many days of 24 hours ago, and not in the future. */
  | { readonly kind: 'lastDays'; readonly days: number }
  /** From and to a day (in UTC) or an instant, both included; either may be left open. */
  | { readonly kind: 'between'; readonly from?: string; readonly to?: string }
  | { readonly kind: 'during'; readonly period: Period }

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
  /** At most that many days of 24 hours from now on, and not in the past. */
  withinNextDays: { readonly days: number }
  /** In a calendar period, in UTC. */
  during: { readonly period: Period }
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

type Group = AllOf | AnyOf | Not

/** Holds of the customers of a segment, by its slug. */
export interface InSegment {
  readonly kind: 'inSegment'
  readonly segment: string
}

/** Of a person: the rule holds of its company. */
export interface OfCompany {
  readonly kind: 'company'
  readonly rule: Rule
}

/** Of a company: the rule holds of so many of its people. */
export interface OfPeople {
  readonly kind: 'people'
  readonly rule: Rule
  readonly atLeast: number
}

/** A test of the customers around a customer. */
export type Related = OfCompany | OfPeople

/**
 * A tree of tests over what is known of a customer: plain frozen JSON, the same in the studio's form, GraphQL,
 * the database and a widget. `checkRule` makes one from unknown JSON.
 */
export type Rule = Group | Test | InSegment | Related

/** Whether a rule is a test of a field. */
export function isTest(rule: Rule): rule is Test {
  return 'field' in rule
}

export function isRecordsField(field: Field): field is RecordsField {
  return field.kind !== 'attribute' && field.kind !== 'metric'
}
