import type { CustomerKind } from '../../customers/customer.ts'
import type { Translated } from '../../locales/locale.ts'
import type { Rule } from '../../rules/rule.ts'

/** The ways to part a market that the ready-made segments come from. */
export const segmentViews = [
  'demographic',
  'socioeconomic',
  'psychographic',
  'behavioural',
  'geographic',
  'firmographic',
  'typological',
  'brandCharacteristics',
] as const
export type SegmentView = (typeof segmentViews)[number]

/** A ready-made segment over the predefined attributes, or what customers usually do. */
export interface SegmentTemplate {
  /** Lower camel case: `youngAdults`. */
  readonly key: string
  readonly view: SegmentView
  /** Whom it is about; undefined for both. */
  readonly kind: CustomerKind | undefined
  readonly name: Translated
  /** What those customers have in common, and what follows for whoever sells to them. */
  readonly description: Translated
  readonly rule: Rule
}

const field = (key: string) => ({ kind: 'attribute', key }) as const

/** The attribute is, or has among its own, one of these options. */
export function oneOf(key: string, ...values: readonly string[]): Rule {
  return { kind: 'oneOf', field: field(key), values }
}

export function allOfRules(...rules: readonly Rule[]): Rule {
  return { kind: 'all', rules }
}

export function anyOfRules(...rules: readonly Rule[]): Rule {
  return { kind: 'any', rules }
}

export function between(key: string, from: number, to: number): Rule {
  return { kind: 'between', field: field(key), from, to }
}

export function atLeast(key: string, value: number): Rule {
  return { kind: 'atLeast', field: field(key), value }
}
