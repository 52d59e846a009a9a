import type { Localized } from '../locales/locale.ts'
import type { FieldValue, ProfileKind, Visibility } from '../profiles/profile.ts'

/** What a field of a template holds. */
export const templateFieldKinds = [
  'shortText',
  'longText',
  'quote',
  'list',
  'number',
  'money',
  'choice',
  'trait',
  'picture',
  'link',
] as const
export type TemplateFieldKind = (typeof templateFieldKinds)[number]

/** The kind of value that stands in a field of a template; a trait field's stands among the profile's traits. */
export const valueKindOf = {
  shortText: 'text',
  longText: 'text',
  quote: 'text',
  list: 'list',
  number: 'number',
  money: 'money',
  choice: 'choice',
  trait: 'trait',
  picture: 'picture',
  link: 'link',
} as const satisfies { readonly [K in TemplateFieldKind]: FieldValue['kind'] | 'trait' }

/** One of the answers of a choice. */
export interface TemplateOption {
  readonly key: string
  readonly label: Localized
}

/** A place for one value in a profile. */
export interface TemplateField {
  /** Lower camel case, unique in the template. */
  readonly key: string
  readonly label: Localized
  /** What a good answer holds. */
  readonly help: Localized
  readonly kind: TemplateFieldKind
  readonly visibility: Visibility
  /** Of a number: an Intl unit (`percent`, `year`) or a plural noun (`{ en: 'employees' }`). */
  readonly unit?: string | Localized
  /** Of a choice: its answers, in order. */
  readonly options?: readonly TemplateOption[]
  /** Of a choice: whether more than one may be chosen. */
  readonly many?: boolean
  /** Of a trait: the attribute that its rule speaks of. */
  readonly attribute?: string
}

export interface TemplateSection {
  readonly key: string
  readonly title: Localized
  readonly fields: readonly TemplateField[]
}

/** The sections and fields a profile starts from. */
export interface Template {
  readonly key: string
  readonly name: Localized
  readonly kinds: readonly ProfileKind[]
  readonly sections: readonly TemplateSection[]
}

/** All fields of a template by their keys. */
export function fieldsOf(template: Template): ReadonlyMap<string, TemplateField> {
  return new Map(template.sections.flatMap(({ fields }) => fields).map((field) => [field.key, field]))
}
