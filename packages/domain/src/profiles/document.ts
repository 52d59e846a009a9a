import { ordered, withoutEmpty } from '../content/ordered.ts'
import { type Locale, type Localized, locales } from '../locales/locale.ts'
import { fieldsOf, type Template } from '../templates/template.ts'
import { checkFieldValue } from './check-field.ts'
import { fromParts, partsOf } from './parts.ts'
import type { FieldValue, PictureUse, ProfileContent, ProfileKind, ProfileLinks, Trait } from './profile.ts'

/** A profile apart from its workspace: what it points at is named by slugs and keys, so that it fits in another one. */
export interface PortableProfile<Content = ProfileContent> {
  readonly slug: string
  readonly kind: ProfileKind
  /** The key of the template it is written in. */
  readonly template: string
  /** Its links name profiles, the segment and the scorecard by their slugs. */
  readonly content: Content
  /** The fields whose values the template does not take: it has changed since, and they are kept. */
  readonly kept: readonly string[]
  /** The languages whose readers see this very content. */
  readonly published: readonly Locale[]
  readonly isArchived: boolean
}

/** Plain JSON, as a file has it. */
export type Document = { readonly [part: string]: unknown }

/** The form of documents that this program writes, in their first line. */
export const documentVersion = 1

/**
 * A profile as a document that a person can read and git can compare: always in the same order, that of its template,
 * without what holds nothing.
 */
export function toDocument(
  { slug, kind, template, content, kept, published, isArchived }: PortableProfile,
  of: Template,
): Document {
  const { name, summary, quote, picture, fields, traits, links, visibility } = fromParts(partsOf(content))
  const traitKeys = new Set(traits.map(({ key }) => key))
  const written = keysAsIn(of, fields).map((key) => [key, writeValue(fields[key] as FieldValue)] as const)
  return {
    profilkort: documentVersion,
    slug,
    kind,
    template,
    ...withoutEmpty({
      name: inLocales(name),
      summary: inLocales(summary),
      quote: inLocales(quote),
      picture: picture && writePicture(picture),
      fields: Object.fromEntries(written.filter(([key]) => !kept.includes(key))),
      kept: Object.fromEntries(written.filter(([key]) => kept.includes(key))),
      traits: traits.map((trait) => writeTrait(trait, visibility[trait.key])),
      links: writeLinks(links),
      visibility: Object.fromEntries(
        keysAsIn(of, visibility).flatMap((key) => (traitKeys.has(key) ? [] : [[key, visibility[key]]])),
      ),
      published: Object.fromEntries(
        locales.filter((locale) => published.includes(locale)).map((locale) => [locale, true]),
      ),
      archived: isArchived ? true : undefined,
    }),
  }
}

/** The fields whose values a template does not take, because it was changed after they were written. */
export function keptIn({ fields }: ProfileContent, template: Template): readonly string[] {
  const known = fieldsOf(template)
  const isTaken = ([key, value]: readonly [string, FieldValue]) => {
    const field = known.get(key)
    return field !== undefined && checkFieldValue(field, value).length === 0
  }
  return Object.entries(fields)
    .filter((field) => !isTaken(field))
    .map(([key]) => key)
    .toSorted()
}

function writeValue(value: FieldValue): Document {
  switch (value.kind) {
    case 'text':
      return { text: inLocales(value.text) }
    case 'list':
      return { items: inLocales(value.items) }
    case 'number':
      return { number: value.number }
    case 'money':
      return { money: { amount: value.amount, currency: value.currency } }
    case 'choice':
      return { options: value.options }
    case 'picture':
      return { picture: writePicture(value.picture) }
    case 'link':
      return { link: { url: value.url, ...withoutEmpty({ label: inLocales(value.label) }) } }
  }
}

function writePicture({ hash, alt }: PictureUse): Document {
  return { hash, ...withoutEmpty({ alt: inLocales(alt) }) }
}

function writeTrait({ key, label, words, rule }: Trait, visibility: unknown): Document {
  const texts = withoutEmpty({ label: inLocales(label), words: inLocales(words) })
  return { key, ...texts, rule: ordered(rule), ...withoutEmpty({ visibility }) }
}

function writeLinks({ products, personas, contrasts, segment, scorecard }: ProfileLinks): Document {
  return withoutEmpty({ products, personas, contrasts, segment, scorecard })
}

function inLocales<Text>(texts: Localized<Text>): Localized<Text> {
  return Object.fromEntries(
    locales.filter((locale) => texts[locale] !== undefined).map((locale) => [locale, texts[locale]]),
  )
}

/** Keys in the order of the template's fields; those it does not have after them, by the alphabet. */
function keysAsIn(template: Template, values: { readonly [key: string]: unknown }): readonly string[] {
  const known = [...fieldsOf(template).keys()].filter((key) => Object.hasOwn(values, key))
  const others = Object.keys(values).filter((key) => !known.includes(key))
  return [...known, ...others.toSorted()]
}
