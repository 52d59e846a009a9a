import { in4, isLocale, type Locale, type Translated } from '../locales/locale.ts'
import { fieldsOf, type Template } from '../templates/template.ts'
import type { Trait } from './profile.ts'
import { ownText } from './read-field.ts'

/** The parts that every profile has, and the parts within a field or trait. */
const names: { readonly [segment: string]: Translated } = {
  name: in4('Navn', 'Namn', 'Navn', 'Name'),
  summary: in4('Sammendrag', 'Sammanfattning', 'Resumé', 'Summary'),
  quote: in4('Sitat', 'Citat', 'Citat', 'Quote'),
  picture: in4('Bilde', 'Bild', 'Billede', 'Picture'),
  hash: in4('fil', 'fil', 'fil', 'file'),
  alt: in4('bildetekst', 'bildtext', 'billedtekst', 'picture description'),
  url: in4('adresse', 'adress', 'adresse', 'address'),
  label: in4('navn', 'namn', 'navn', 'name'),
  words: in4('ord', 'ord', 'ord', 'words'),
  rule: in4('regel', 'regel', 'regel', 'rule'),
  traits: in4('Kjennetegn', 'Kännetecken', 'Kendetegn', 'Traits'),
  order: in4('rekkefølge', 'ordning', 'rækkefølge', 'order'),
  products: in4('Produkter', 'Produkter', 'Produkter', 'Products'),
  personas: in4('Personaer', 'Personor', 'Personaer', 'Personas'),
  contrasts: in4('Skilles fra', 'Skiljs från', 'Adskilles fra', 'Told apart from'),
  segment: in4('Segment', 'Segment', 'Segment', 'Segment'),
  scorecard: in4('Poengkort', 'Poängkort', 'Pointkort', 'Scorecard'),
  visibility: in4('synlighet', 'synlighet', 'synlighed', 'visibility'),
}

/** Each language by its own name, so that those who read it know it. */
const languages: Translated = in4('norsk bokmål', 'svenska', 'dansk', 'English')

/**
 * A part's name for people, in the reader's language: `fields.goals.sv` is "Goals (svenska)". A trait that is none of
 * the template's is called by its own label where the traits are given, otherwise by its key.
 */
export function labelOfPath(
  path: string,
  template: Template,
  locale: Locale,
  traits: readonly Trait[] = [],
): string {
  const segments = path.split('.')
  const language = languageOf(segments)
  const [first = path, ...rest] = language === undefined ? segments : segments.slice(0, -1)
  const label = labelOf(first, rest, (key) => labelOfKey(key, template, locale, traits), locale)
  return language === undefined ? label : `${label} (${languages[language]})`
}

/** The language that ends a path. A field or trait may be called `en` as well: `fields.en` has none. */
function languageOf(segments: readonly string[]): Locale | undefined {
  const [first = '', ...rest] = segments
  const last = rest.at(-1)
  return isLocale(last) && (rest.length > 1 || isLocalizedAlone(first)) ? last : undefined
}

function isLocalizedAlone(first: string): boolean {
  return first === 'name' || first === 'summary' || first === 'quote'
}

function labelOf(
  first: string,
  [key, within]: readonly string[],
  ofKey: (key: string) => string,
  locale: Locale,
): string {
  const name = (segment: string) => names[segment]?.[locale] ?? segment
  if (first === 'traits' && key === undefined) return `${name('traits')}: ${name('order')}`
  if (key === undefined) return name(first)
  if (first === 'links') return name(key)
  if (first === 'picture') return `${name(first)}: ${name(key)}`
  if (first === 'visibility') return `${ofKey(key)}: ${name(first)}`
  return within === undefined || within === 'picture' ? ofKey(key) : `${ofKey(key)}: ${name(within)}`
}

/** A field's or trait's name: the template's, else the trait's own, else its key. */
function labelOfKey(key: string, template: Template, locale: Locale, traits: readonly Trait[]): string {
  const label = fieldsOf(template).get(key)?.label ?? traits.find((trait) => trait.key === key)?.label
  return label === undefined ? key : ownText(label, locale) || key
}
