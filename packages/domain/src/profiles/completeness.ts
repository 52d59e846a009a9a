import type { Locale } from '../locales/locale.ts'
import { testsAnything } from '../rules/fields.ts'
import { fieldsOf, type Template, type TemplateField } from '../templates/template.ts'
import { labelOfPath } from './labels.ts'
import type { FieldValue, ProfileContent } from './profile.ts'
import { filled, ownText } from './read-field.ts'

/** How much of what a template asks for is written in a language. */
export interface Completeness {
  readonly filled: number
  readonly expected: number
  /** `filled` of `expected`, 0 to 1. */
  readonly share: number
  /** What is still to be written, with its name in that language. */
  readonly missing: readonly { readonly path: string; readonly label: string }[]
}

/**
 * How complete a content is in a language: its name, its summary and every field of the template. What has no
 * language counts in each; a picture once it is described; a trait once it has words, or a rule that says something.
 */
export function completenessOf(content: ProfileContent, template: Template, locale: Locale): Completeness {
  const fields = [...fieldsOf(template).values()]
  const places = [
    {
      path: `name.${locale}`,
      label: labelOfPath('name', template, locale),
      isFilled: isText(content.name[locale]),
    },
    {
      path: `summary.${locale}`,
      label: labelOfPath('summary', template, locale),
      isFilled: isText(content.summary[locale]),
    },
    ...fields.map((field) => ({ label: ownText(field.label, locale), ...placeOf(field, content, locale) })),
  ]
  const missing = places.filter(({ isFilled }) => !isFilled).map(({ path, label }) => ({ path, label }))
  const filled = places.length - missing.length
  return { filled, expected: places.length, share: filled / places.length, missing }
}

/** The part to write for a field in a language, and whether that is done. */
function placeOf(field: TemplateField, content: ProfileContent, locale: Locale) {
  const path = `fields.${field.key}`
  const value = Object.hasOwn(content.fields, field.key) ? content.fields[field.key] : undefined
  switch (field.kind) {
    case 'trait':
      return placeOfTrait(field.key, content, locale)
    case 'shortText':
    case 'longText':
    case 'quote':
    case 'list':
      return { path: `${path}.${locale}`, isFilled: isFilled(value, locale) }
    case 'picture':
      return value?.kind === 'picture'
        ? { path: `${path}.alt.${locale}`, isFilled: isFilled(value, locale) }
        : { path: `${path}.picture`, isFilled: false }
    case 'link':
      return { path: `${path}.url`, isFilled: isFilled(value, locale) }
    case 'number':
    case 'money':
    case 'choice':
      return { path, isFilled: isFilled(value, locale) }
  }
}

function isFilled(value: FieldValue | undefined, locale: Locale): boolean {
  switch (value?.kind) {
    case undefined:
      return false
    case 'text':
      return isText(value.text[locale])
    case 'list':
      return value.items[locale]?.some(isText) ?? false
    case 'number':
    case 'money':
      return true
    case 'choice':
      return value.options.length > 0
    case 'picture':
      return isText(value.picture.alt[locale])
    case 'link':
      return isText(value.url)
  }
}

function placeOfTrait(key: string, content: ProfileContent, locale: Locale) {
  const trait = content.traits.find((each) => each.key === key)
  const path = `traits.${key}`
  if (trait === undefined) return { path, isFilled: false }
  const isSaid = isText(trait.words[locale]) || testsAnything(trait.rule)
  return { path: `${path}.words.${locale}`, isFilled: isSaid }
}

function isText(text: string | undefined): boolean {
  return filled(text) !== null
}
