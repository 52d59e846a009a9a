import type { Locale } from '@profilkort/domain/locales/locale'

/** What numbers and dates are written by; English as in the Nordic countries' own region. */
function tagOf(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale
}

/** With at most one decimal: `12,5`. */
export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(tagOf(locale), { maximumFractionDigits: 1 }).format(value)
}

/** @param ratio 0-1 */
export function formatPercent(locale: Locale, ratio: number): string {
  return new Intl.NumberFormat(tagOf(locale), { style: 'percent' }).format(ratio)
}

/** `12 mill. kr` of an amount in a currency. */
export function formatMoney(locale: Locale, value: number, currency: string): string {
  const style = { style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 3 } as const
  return new Intl.NumberFormat(tagOf(locale), style).format(value)
}

/** `3. november 2026` of an ISO instant, in the reader's time zone; undefined for a text that is no instant. */
export function formatDate(locale: Locale, instant: string | null): string | undefined {
  const date = new Date(instant ?? Number.NaN)
  return Number.isNaN(+date) ? undefined : date.toLocaleDateString(tagOf(locale), { dateStyle: 'long' })
}

/** The name of a language in another: `svensk` for sv in nb. */
export function formatLanguage(locale: Locale, language: string): string {
  return new Intl.DisplayNames(tagOf(locale), { type: 'language' }).of(language) ?? language
}
