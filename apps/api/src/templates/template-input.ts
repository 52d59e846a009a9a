import { type Locale, type Localized, locales } from '@profilkort/domain/locales/locale'
import type { ProfileKind, Visibility } from '@profilkort/domain/profiles/profile'
import { slugify } from '@profilkort/domain/slug'
import type {
  Template,
  TemplateField,
  TemplateFieldKind,
  TemplateSection,
} from '@profilkort/domain/templates/template'
import { toLocalized } from '../graphql/locales.schema.ts'

type Optional<T> = T | null | undefined
type TextInput = { readonly [L in Locale]?: string | null | undefined }

interface FieldInput {
  readonly key: string
  readonly kind: TemplateFieldKind
  readonly label: TextInput
  readonly help?: Optional<TextInput>
  readonly visibility: Visibility
  readonly unit?: Optional<{ readonly standard?: Optional<string>; readonly words?: Optional<TextInput> }>
  readonly options?: Optional<readonly { readonly key: string; readonly label: TextInput }[]>
  readonly many?: Optional<boolean>
  readonly attribute?: Optional<string>
}

/** What `templateCreate` and `templateUpdate` are given; what is not given stays. */
export interface TemplateInput {
  readonly name?: Optional<TextInput>
  readonly kinds?: Optional<readonly ProfileKind[]>
  readonly sections?: Optional<
    readonly { readonly key: string; readonly title: TextInput; readonly fields: readonly FieldInput[] }[]
  >
}

/** A draft from what a template is and what the input changes; sections are given as a whole. */
export function toTemplate(before: Template, input: TemplateInput): Template {
  return {
    key: before.key,
    name: toWritten({ ...before.name, ...toLocalized(input.name) }),
    kinds: input.kinds ?? before.kinds,
    sections: input.sections?.map(toSection) ?? before.sections,
  }
}

/** A key made of the first name that letters are left of: `Våre forhandlere` becomes `vareForhandlere`. */
export function keyFrom(name: Optional<TextInput>): string {
  const slugs = locales.map((locale) => slugify(name?.[locale] ?? ''))
  const [first = '', ...rest] = (slugs.find((slug) => slug !== '') ?? '').split('-')
  return (first + rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')).slice(0, 60)
}

function toSection({ key, title, fields }: NonNullable<TemplateInput['sections']>[number]): TemplateSection {
  return { key, title: toWritten(title), fields: fields.map(toField) }
}

function toField({ key, kind, label, help, visibility, ...input }: FieldInput): TemplateField {
  const unit = input.unit?.standard ?? (input.unit?.words && toWritten(input.unit.words))
  return {
    key,
    kind,
    label: toWritten(label),
    help: toWritten(help),
    visibility,
    ...(unit ? { unit } : {}),
    ...(input.options
      ? { options: input.options.map((each) => ({ key: each.key, label: toWritten(each.label) })) }
      : {}),
    ...(input.many ? { many: true } : {}),
    ...(input.attribute ? { attribute: input.attribute } : {}),
  }
}

/** A text without the languages that were left blank, so that readers fall back to one that is written. */
function toWritten(text: Optional<TextInput>): Localized {
  return Object.fromEntries(Object.entries(toLocalized(text)).filter(([, words]) => words.trim() !== ''))
}
