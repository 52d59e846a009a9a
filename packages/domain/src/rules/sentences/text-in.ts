import { type Locale, type Localized, locales, resolveText } from '../../locales/locale.ts'

/** The text in the locale, or else in whichever it is written in. */
export function textIn(text: Localized, locale: Locale): string | undefined {
  return resolveText(text, [locale, ...locales])?.text
}
