import type { Purpose } from '../consents/purpose.ts'
import type { SpecialNames } from '../consents/special-names.ts'
import type { Localized } from '../locales/locale.ts'
import type { Scorecard } from '../scorecards/scorecard.ts'
import type { Segments } from '../segments/segments.ts'

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

/** Lists of options that the product keeps, named by an attribute instead of held by it; see `lists/`. */
export const optionListNames = ['countries', 'languages', 'regions', 'municipalities'] as const
export type OptionListName = (typeof optionListNames)[number]

/** What an attribute can be known about. */
export const attributeSubjects = ['company', 'person', 'either'] as const
export type AttributeSubject = (typeof attributeSubjects)[number]

/** One value of a `choice` or `choices` attribute. Values not in the list are allowed: they came from a source as they are. */
export interface Option {
  readonly key: string
  readonly label: Localized
  /** What sources write for it beside its key and labels. */
  readonly aliases?: readonly string[]
}

/** A thing that can be known about a customer. */
export interface Attribute {
  /** Lower camel case, unique in the workspace: `employees`. */
  readonly key: string
  readonly subject: AttributeSubject
  readonly type: AttributeType
  readonly category: AttributeCategory
  readonly label: Localized
  /** Of a number: an Intl unit (`percent`, `year`) or a plural noun per locale (`{ en: 'employees' }`). */
  readonly unit?: string | Localized
  /** Its own options, in order; see `allOptions` for those of its list, too. */
  readonly options: readonly Option[]
  /** The list of the product whose options it has, too. */
  readonly list?: OptionListName
  /** Special category (R1.3): left out of scoring by default and never delivered to partners or the public. */
  readonly sensitive: boolean
  /** Its place among those of its category; those without one come last, by key. */
  readonly order?: number
}

/** Whether an attribute is known about a company or a person. */
export function isKnownOf({ subject }: Pick<Attribute, 'subject'>, kind: 'company' | 'person'): boolean {
  return subject === 'either' || subject === kind
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
  /** What sources may call special categories, where not all attributes are here; see `specialNamesOf`. */
  readonly specialNames?: SpecialNames
  /** Whether the workspace has stated on what ground rules judge customers by special categories; they do not otherwise. */
  readonly usesSpecialCategories?: boolean
  /** Of records and segments; none of them where rules are about values alone. */
  readonly records?: RecordsCatalogue
}

/** What rules about records may name. Of names that are too many to be listed, any is taken. */
export interface RecordsCatalogue {
  /** Names of interactions with their labels: those that have a type, and those that came. */
  readonly interactions: ReadonlyMap<string, Localized>
  readonly stages: ReadonlySet<string>
  /** Names of products by key. */
  readonly products: ReadonlyMap<string, string>
  readonly purposes: ReadonlyMap<string, Pick<Purpose, 'name' | 'ground'>>
  readonly segments: Segments
  /** Published scorecards by slug; none when not given. */
  readonly scorecards?: ReadonlyMap<string, Pick<Scorecard, 'name' | 'bands'>>
  /** Which of these lists are cut off. */
  readonly partial: ReadonlySet<'interactions' | 'stages' | 'products'>
}
