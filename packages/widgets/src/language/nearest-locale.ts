import { type Locale, parseLocale } from '@profilkort/domain/locales/locale'

/** The locale of a node's language: bokmål for any Norwegian, English for a language the widgets do not speak. */
export function nearestLocale(node: Node): Locale {
  return parseLocale(nearestLanguage(node) ?? '') ?? 'en'
}

/**
 * The `lang` in force at a node: its own or the nearest ancestor's, out through shadow roots.
 * Empty where the page says that the language is unknown, undefined where nobody says anything.
 */
function nearestLanguage(node: Node): string | undefined {
  for (let at: Node | null = node; at !== null; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    const language = at instanceof Element ? at.getAttribute('lang') : null
    if (language !== null) return language
  }
  return undefined
}
