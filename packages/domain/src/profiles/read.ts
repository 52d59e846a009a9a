import { type Locale, resolveText } from '../locales/locale.ts'
import type { Template } from '../templates/template.ts'
import { type ProfileContent, type Trait, type Visibility, visibilities } from './profile.ts'

/** A field as one reader sees it: either a text or the items of a list. */
export interface FieldReading {
  readonly key: string
  readonly label: string
  readonly text: string | undefined
  readonly items: readonly string[] | undefined
}

export interface SectionReading {
  readonly key: string
  readonly title: string
  readonly fields: readonly FieldReading[]
}

/** A profile in one language, with only what the reader may see and what is filled in. */
export interface ProfileReading {
  readonly locale: Locale
  readonly name: string
  readonly summary: string | undefined
  readonly quote: string | undefined
  readonly traits: readonly (Trait & {
    readonly text: { readonly label: string; readonly words: string | undefined }
  })[]
  readonly sections: readonly SectionReading[]
}

/**
 * The one way a profile's content reaches a reader. Texts are all in `locale`; what is not written in it is left out,
 * never taken from another language.
 */
export function readProfile(
  content: ProfileContent,
  template: Template,
  locale: Locale,
  audience: Visibility,
): ProfileReading {
  const mayRead = (key: string, byTemplate: Visibility) =>
    visibilities.indexOf(content.visibility[key] ?? byTemplate) >= visibilities.indexOf(audience)
  const sections = template.sections.map((section) => ({
    key: section.key,
    title: section.title[locale],
    fields: section.fields
      .filter((field) => mayRead(field.key, field.visibility))
      .map((field) => readField(content, field.key, field.label[locale], locale))
      .filter((field) => field.text !== undefined || field.items !== undefined),
  }))
  return {
    locale,
    name: content.name[locale] ?? '',
    summary: filled(content.summary[locale]),
    quote: filled(content.quote[locale]),
    traits: content.traits.map((trait) => ({
      ...trait,
      text: {
        label: resolveText(trait.label, [locale])?.text ?? trait.key,
        words: filled(trait.words[locale]),
      },
    })),
    sections: sections.filter((section) => section.fields.length > 0),
  }
}

function readField(content: ProfileContent, key: string, label: string, locale: Locale): FieldReading {
  const value = Object.hasOwn(content.fields, key) ? content.fields[key]?.[locale] : undefined
  const items =
    typeof value === 'string' || value === undefined ? undefined : value.filter((item) => item.trim() !== '')
  return {
    key,
    label,
    text: typeof value === 'string' ? filled(value) : undefined,
    items: items?.length === 0 ? undefined : items,
  }
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text
}
