import type { Money } from '../attributes/attribute.ts'
import type { Locale, Localized } from '../locales/locale.ts'
import type { Rule } from '../rules/rule.ts'

/** What one part holds, as plain JSON: words, lines or keys, a number, an amount, a rule; true: it is there. */
export type PartValue = string | number | true | readonly string[] | Money | Rule

/** One of the smallest things in a profile's content that can be changed by themselves. */
export interface Part {
  /** Where it stands, for people and programs: `name.nb`, `fields.goals.sv`, `traits.size.rule`. */
  readonly path: string
  /** The language it is written in; absent where it has none. */
  readonly locale?: Locale
  readonly value: PartValue
}

/** A part that has no language. */
export function plainPart(path: string, value: PartValue): Part {
  return { path, value }
}

/** The parts of a text or of lines, one for each language that something is written in. */
export function localizedParts(path: string, texts: Localized<string | readonly string[]>): readonly Part[] {
  return (Object.keys(texts) as Locale[]).flatMap((locale) => {
    const value = texts[locale] ?? ''
    return value.length === 0 ? [] : [{ path: `${path}.${locale}`, locale, value }]
  })
}

/** Parts by where they stand: those without a language by their path, the others by it without the language. */
export interface PartIndex {
  readonly plain: ReadonlyMap<string, PartValue>
  readonly localized: ReadonlyMap<string, Localized<PartValue>>
}

export function indexParts(parts: ReadonlyMap<string, Part>): PartIndex {
  const plain = new Map<string, PartValue>()
  const localized = new Map<string, Localized<PartValue>>()
  for (const { path, locale, value } of parts.values()) {
    if (locale === undefined) {
      plain.set(path, value)
    } else {
      const place = path.slice(0, path.lastIndexOf('.'))
      localized.set(place, { ...localized.get(place), [locale]: value })
    }
  }
  return { plain, localized }
}

/** The text that stands at a place, in its languages. */
export function textAt(index: PartIndex, place: string): Localized {
  return (index.localized.get(place) ?? {}) as Localized
}

/** The keys that stand at a place, such as the personas of `links.personas`. */
export function keysAt(index: PartIndex, place: string): readonly string[] {
  return (index.plain.get(place) ?? []) as readonly string[]
}
