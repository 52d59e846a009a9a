import type { Locale } from '@profilkort/domain/locales/locale'

/** What each locale's numbers and dates are written by; English as it is written in the Nordic countries' own region. */
const tags = { nb: 'nb-NO', sv: 'sv-SE', da: 'da-DK', en: 'en-GB' } satisfies Record<Locale, string>

/** With at most one decimal: `12,5`. */
export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 1 }).format(value)
}

/** @param ratio 0-1 */
export function formatPercent(locale: Locale, ratio: number): string {
  return new Intl.NumberFormat(tags[locale], { style: 'percent', maximumFractionDigits: 0 }).format(ratio)
}

/** `3. november 2026` of an ISO instant, in the reader's time zone; undefined for a text that is no instant. */
export function formatDate(locale: Locale, instant: string): string | undefined {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return undefined
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long' }).format(date)
}

/** `a, b og c`. */
export function formatList(locale: Locale, items: readonly string[]): string {
  return new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(items)
}

/** The name of a language in another: `svensk` for sv in nb. */
export function formatLanguage(locale: Locale, language: string): string {
  return new Intl.DisplayNames(tags[locale], { type: 'language' }).of(language) ?? language
}
