import type { Localized } from '../locales/locale.ts'
import type { Rule } from '../rules/rule.ts'

/** What a profile describes (R4.1); `kinds.ts` says what tells them apart. */
export const profileKinds = ['idealCustomerProfile', 'persona', 'targetMarket', 'antiProfile'] as const
export type ProfileKind = (typeof profileKinds)[number]

/** Who may read a field: the workspace's own people, partners too, or everybody. */
export const visibilities = ['internal', 'partner', 'public'] as const
export type Visibility = (typeof visibilities)[number]

/** What stands in a template's field, words in the locales they are written in. Trait fields stand in `traits`. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: Localized }
  | { readonly kind: 'list'; readonly items: Localized<readonly string[]> }
  /** In the unit that the template's field names. */
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'money'; readonly amount: number; readonly currency: string }
  /** Keys of the template field's options. */
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'picture'; readonly picture: PictureUse }
  | { readonly kind: 'link'; readonly url: string; readonly label: Localized }

/** A picture of the workspace with what it shows, said for those who do not see it. */
export interface PictureUse {
  /** SHA-256 of the file, lower-case hex: what the workspace knows the picture by. */
  readonly hash: string
  readonly alt: Localized
}

/** A profile's expectation on a customer: words for people and a rule for data (R4.4). */
export interface Trait {
  /** Lower camel case, unique in the profile; that of a template's trait field where it fills one. */
  readonly key: string
  readonly label: Localized
  readonly words: Localized
  readonly rule: Rule
}

/** What a profile points at, by ids of the workspace; products by their key. */
export interface ProfileLinks {
  readonly products: readonly string[]
  /** Profiles of kind persona. */
  readonly personas: readonly string[]
  /** Profiles of kind antiProfile: whom this one is told apart from. */
  readonly contrasts: readonly string[]
  readonly segment: string | null
  readonly scorecard: string | null
}

/** All that a revision of a profile holds, translations included. */
export interface ProfileContent {
  readonly name: Localized
  readonly summary: Localized
  readonly quote: Localized
  /** Its face; initials stand in where there is none. */
  readonly picture: PictureUse | null
  /** By the template's field keys. */
  readonly fields: { readonly [fieldKey: string]: FieldValue }
  readonly traits: readonly Trait[]
  readonly links: ProfileLinks
  /** Where the template's own visibility of a field or trait is not the one wanted, by its key. */
  readonly visibility: { readonly [key: string]: Visibility }
}

export const noLinks: ProfileLinks = {
  products: [],
  personas: [],
  contrasts: [],
  segment: null,
  scorecard: null,
}

/** The content of a profile that nobody has written in yet. */
export const emptyContent: ProfileContent = {
  name: {},
  summary: {},
  quote: {},
  picture: null,
  fields: {},
  traits: [],
  links: noLinks,
  visibility: {},
}
