import { type Locale, parseLocale } from '@profilkort/domain/locales/locale'

/** An element and its ancestors, out through shadow roots. */
function* outwards(node: Node): Iterable<Element> {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof Element) yield at
  }
}

/**
 * The locale of a node's language: of the nearest `lang`, or `locale` of a `pk-context`. Bokmål for any Norwegian,
 * which browsers would answer in English; English for a language the widgets do not speak.
 */
export function nearestLocale(node: Node): Locale {
  for (const element of outwards(node)) {
    const tag = (isContext(element) && element.getAttribute('locale')) || element.getAttribute('lang')
    if (tag !== null) return parseLocale(tag) ?? 'en'
  }
  return 'en'
}

/** What the element itself or the nearest `pk-context` around it says; an empty text is said, too. */
export function nearestSetting(node: Node, name: string): string | undefined {
  for (const element of outwards(node)) {
    const value = element === node || isContext(element) ? element.getAttribute(name) : null
    if (value !== null) return value
  }
  return undefined
}

function isContext({ localName }: Element): boolean {
  return localName.startsWith('pk-context')
}
