import type { Attribute } from '../attributes/attribute.ts'
import { formatValue } from '../attributes/format.ts'
import { type Locale, type Localized, locales, resolveText } from '../locales/locale.ts'
import type { TemplateField, TemplateFieldKind } from '../templates/template.ts'
import type { FieldValue, PictureUse } from './profile.ts'

/** A picture as a reader of one language sees it. */
export interface PictureReading {
  readonly hash: string
  /** What it shows; empty where nobody has said it in this language. */
  readonly alt: string
}

export interface LinkReading {
  readonly url: string
  /** The words to click on; the address where there are none. */
  readonly label: string
}

/** A filled field as one reader sees it; all but one of `text`, `items`, `picture` and `link` are null. */
export interface FieldReading {
  readonly key: string
  readonly label: string
  readonly kind: TemplateFieldKind
  /** Texts as they are; numbers, amounts and choices as the locale writes them. */
  readonly text: string | null
  readonly items: readonly string[] | null
  readonly picture: PictureReading | null
  readonly link: LinkReading | null
}

/** A field in one language; undefined where nothing is written in it. */
export function readField(
  field: TemplateField,
  value: FieldValue | undefined,
  locale: Locale,
): FieldReading | undefined {
  if (value === undefined) return undefined
  const reading = {
    key: field.key,
    label: ownText(field.label, locale),
    kind: field.kind,
    text: null,
    items: null,
    picture: null,
    link: null,
  }
  switch (value.kind) {
    case 'text': {
      const text = filled(value.text[locale])
      return text === null ? undefined : { ...reading, text }
    }
    case 'list': {
      const items = (value.items[locale] ?? []).filter((item) => item.trim() !== '')
      return items.length === 0 ? undefined : { ...reading, items }
    }
    case 'number':
      return { ...reading, text: formatNumber(value.number, field, locale) }
    case 'money':
      return {
        ...reading,
        text: formatValue({ amount: value.amount, currency: value.currency }, undefined, locale),
      }
    case 'choice':
      return value.options.length === 0
        ? undefined
        : { ...reading, text: formatValue(value.options, asAttribute(field), locale) }
    case 'picture':
      return { ...reading, picture: readPicture(value.picture, locale) }
    case 'link':
      return { ...reading, link: { url: value.url, label: filled(value.label[locale]) ?? value.url } }
  }
}

export function readPicture({ hash, alt }: PictureUse, locale: Locale): PictureReading {
  return { hash, alt: alt[locale] ?? '' }
}

/** A text without blanks around it; null where there is nothing else. */
export function filled(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text
}

/** A text of a template: in the locale, else in the first one it is written in. */
export function ownText(text: Localized, locale: Locale): string {
  return resolveText(text, [locale, ...locales])?.text ?? ''
}

function formatNumber(number: number, field: TemplateField, locale: Locale): string {
  if (typeof field.unit !== 'string') return formatValue(number, asAttribute(field), locale)
  return new Intl.NumberFormat(locale, { style: 'unit', unit: field.unit, unitDisplay: 'long' }).format(
    number,
  )
}

/** The part of a field that values are written by, as an attribute has it. */
function asAttribute({ key, label, unit, options = [] }: TemplateField): Attribute {
  return {
    key,
    label,
    subject: 'company',
    type: 'number',
    category: 'other',
    options,
    sensitive: false,
    ...(unit === undefined ? {} : { unit }),
  }
}
