import type { Localized } from '../locales/locale.ts'
import type { Rule } from '../rules/rule.ts'

/** What a profile describes (R4.1). */
export const profileKinds = ['idealCustomerProfile', 'persona', 'targetMarket', 'antiProfile'] as const
export type ProfileKind = (typeof profileKinds)[number]

/** Who may read a field: the workspace's own people, partners too, or everybody. */
export const visibilities = ['internal', 'partner', 'public'] as const
export type Visibility = (typeof visibilities)[number]

/** What a template's field holds, in the locales it is written in: a text, or the items of a list. */
export type FieldValue = Localized<string | readonly string[]>

/** A profile's expectation on a customer: words for people and a rule for data (R4.4). */
export interface Trait {
  /** Lower camel case, unique in the profile. */
  readonly key: string
  readonly label: Localized
  readonly words: Localized
  readonly rule: Rule
}

/** All that a revision of a profile holds, translations included. */
export interface ProfileContent {
  readonly name: Localized
  readonly summary: Localized
  readonly quote: Localized
  /** By the template's field keys. */
  readonly fields: { readonly [fieldKey: string]: FieldValue }
  readonly traits: readonly Trait[]
  /** Where the template's own visibility of a field is not the one wanted. */
  readonly visibility: { readonly [fieldKey: string]: Visibility }
}
