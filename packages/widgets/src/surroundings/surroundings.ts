import { type Locale, parseLocale } from '@profilkort/domain/locales/locale'

/** What is read first of an element and its ancestors, out through shadow roots. */
function nearest(node: Node, read: (element: Element) => string | null): string | undefined {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    const value = at instanceof Element ? read(at) : null
    if (value !== null) return value
  }
  return undefined
}

/**
 * The locale of a node's language: of the nearest `lang`, or `locale` of a `pk-context`. Bokmål for any Norwegian,
 * which browsers would answer in English; English for a language the widgets do not speak.
 */
export function nearestLocale(node: Node): Locale {
  const tag = nearest(
    node,
    (element) => (isContext(element) && element.getAttribute('locale')) || element.getAttribute('lang'),
  )
  return parseLocale(`${tag}`) ?? 'en'
}

/** What the element itself or the nearest `pk-context` around it says; an empty text is said, too. */
export function nearestSetting(node: Node, name: string): string | undefined {
  return nearest(node, (element) =>
    element === node || isContext(element) ? element.getAttribute(name) : null,
  )
}

function isContext({ localName }: Element): boolean {
  return localName.startsWith('pk-context')
}
