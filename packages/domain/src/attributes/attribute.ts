import type { Localized } from '../locales/locale.ts'

/** How a value of an attribute is stored and compared; see `Value`. */
export const attributeTypes = ['text', 'choice', 'choices', 'number', 'money', 'boolean', 'time'] as const
export type AttributeType = (typeof attributeTypes)[number]

/** The articles' categories (R1.2). */
export const attributeCategories = [
  'demographic',
  'socioeconomic',
  'psychographic',
  'geographic',
  'behavioural',
  'firmographic',
  'technographic',
  'need',
  'challenge',
  'decisionMaker',
  'culture',
  'other',
] as const
export type AttributeCategory = (typeof attributeCategories)[number]

/** One value of a `choice` or `choices` attribute. Values not in the list are allowed: they came from a source as they are. */
export interface Option {
  readonly key: string
  readonly label: Localized
}

/** A thing that can be known about a customer. */
export interface Attribute {
  /** Lower camel case, unique in the workspace: `employees`. */
  readonly key: string
  readonly subject: 'company' | 'person'
  readonly type: AttributeType
  readonly category: AttributeCategory
  readonly label: Localized
  /** Of a number: an Intl unit (`percent`, `year`) or a plural noun per locale (`{ en: 'employees' }`). */
  readonly unit?: string | Localized
  readonly options: readonly Option[]
  /** Special category (R1.3): left out of scoring by default and never delivered to partners or the public. */
  readonly sensitive: boolean
}

/** An amount in one currency (ISO 4217). Amounts in different currencies do not compare. */
export interface Money {
  readonly amount: number
  readonly currency: string
}

/**
 * What is known: text and choice are strings, choices a list of option keys, number a finite double,
 * time an instant as milliseconds since 1970 (UTC), money an amount with its currency.
 * What is not known is absent from the customer's values.
 */
export type Value = string | number | boolean | Money | readonly string[]
export type Values = { readonly [key: string]: Value }

/** A figure computed from a customer's records (see `insight/`), always a number. */
export interface MetricDefinition {
  readonly key: string
  readonly label: Localized
  readonly unit?: string | Localized
}

/** Everything a rule may speak of in a workspace. */
export interface Catalogue {
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly metrics: ReadonlyMap<string, MetricDefinition>
}
