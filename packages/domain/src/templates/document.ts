import { withoutEmpty } from '../content/ordered.ts'
import {
  boolean,
  json,
  list,
  localized,
  needed,
  object,
  oneOf,
  or,
  type Reading,
  readShape,
  type Shape,
  text,
} from '../content/shape.ts'
import { type Localized, locales } from '../locales/locale.ts'
import { type Document, documentVersion } from '../profiles/document.ts'
import { profileKinds, type Visibility, visibilities } from '../profiles/profile.ts'
import {
  type Template,
  type TemplateField,
  type TemplateOption,
  type TemplateSection,
  templateFieldKinds,
} from './template.ts'

/** A template as a document, always in the same order. */
export function toTemplateDocument({ key, name, kinds, sections }: Template): Document {
  return {
    profilkort: documentVersion,
    template: {
      key,
      name: inLocales(name),
      kinds,
      sections: sections.map((section) => ({
        key: section.key,
        title: inLocales(section.title),
        fields: section.fields.map(writeField),
      })),
    },
  }
}

/** Parses a document into a template whose sense is not yet checked; `checkTemplate` does that. */
export function fromTemplateDocument(input: unknown): Reading<Template> {
  const { value, problems } = readShape(documentShape, input)
  return { value: value?.template, problems }
}

function writeField(field: TemplateField): Document {
  const { key, label, help, kind, visibility, unit, options, many, attribute } = field
  return {
    key,
    label: inLocales(label),
    ...withoutEmpty({ help: inLocales(help) }),
    kind,
    visibility,
    ...withoutEmpty({
      unit: typeof unit === 'object' ? inLocales(unit) : unit,
      options: options?.map((option) => ({ key: option.key, label: inLocales(option.label) })),
      many,
      attribute,
    }),
  }
}

function inLocales(texts: Localized): Localized {
  return Object.fromEntries(
    locales.filter((locale) => (texts[locale] ?? '') !== '').map((locale) => [locale, texts[locale]]),
  )
}

const localizedText = localized(text)

const unit: Shape<string | Localized> = (input, path, told) =>
  typeof input === 'string' ? text(input, path, told) : localizedText(input, path, told)

const field = object<TemplateField>('a field', {
  key: needed(text),
  label: or(localizedText, {}),
  help: or(localizedText, {}),
  kind: needed(oneOf(templateFieldKinds)),
  visibility: or<Visibility>(oneOf(visibilities), 'public'),
  unit: or<string | Localized | undefined>(unit, undefined),
  options: or<readonly TemplateOption[] | undefined>(
    list(object<TemplateOption>('an option', { key: needed(text), label: or(localizedText, {}) })),
    undefined,
  ),
  many: or<boolean | undefined>(boolean, undefined),
  attribute: or<string | undefined>(text, undefined),
})

const documentShape = object<{ readonly profilkort: unknown; readonly template: Template }>(
  'the document of a template',
  {
    profilkort: needed(json),
    template: needed(
      object<Template>('a template', {
        key: needed(text),
        name: or(localizedText, {}),
        kinds: needed(list(oneOf(profileKinds))),
        sections: needed(
          list(
            object<TemplateSection>('a section', {
              key: needed(text),
              title: or(localizedText, {}),
              fields: needed(list(field)),
            }),
          ),
        ),
      }),
    ),
  },
)
