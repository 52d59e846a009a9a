import type { Translated } from '../locales/locale.ts'
import type { ProfileKind, Visibility } from '../profiles/profile.ts'

/** A place for one text or list in a profile. */
export interface TemplateField {
  /** Lower camel case, unique in the template. */
  readonly key: string
  readonly label: Translated
  /** What a good answer holds. */
  readonly help: Translated
  readonly kind: 'shortText' | 'longText' | 'list'
  readonly visibility: Visibility
}

export interface TemplateSection {
  readonly key: string
  readonly title: Translated
  readonly fields: readonly TemplateField[]
}

/** The sections and fields a profile starts from. */
export interface Template {
  readonly key: string
  readonly name: Translated
  readonly kinds: readonly ProfileKind[]
  readonly sections: readonly TemplateSection[]
}
