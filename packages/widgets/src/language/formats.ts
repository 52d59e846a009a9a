import type { Locale } from '@profilkort/domain/locales/locale'

/** What numbers and dates are written by; English as in the Nordic countries' own region. */
function tagOf(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale
}

/** Formatters are dear to make: a page of a hundred cards would spend most of its time on a hundred of them. */
const kept: { [name: string]: Intl.NumberFormat | Intl.DateTimeFormat } = {}

function numbers(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = locale + JSON.stringify(options)
  kept[name] ??= new Intl.NumberFormat(tagOf(locale), options)
  return kept[name] as Intl.NumberFormat
}

/** With at most one decimal: `12,5`. */
export function formatNumber(locale: Locale, value: number): string {
  return numbers(locale, { maximumFractionDigits: 1 }).format(value)
}

/** @param ratio 0-1 */
export function formatPercent(locale: Locale, ratio: number): string {
  return numbers(locale, { style: 'percent' }).format(ratio)
}

/** `12 mill. kr` of an amount in a currency. */
export function formatMoney(locale: Locale, value: number, currency: string): string {
  const style = { style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 3 } as const
  return numbers(locale, style).format(value)
}

/** `3. november 2026` of an ISO instant, in the reader's time zone; undefined for a text that is no instant. */
export function formatDate(locale: Locale, instant: string | null): string | undefined {
  kept[locale] ??= new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'long' })
  const date = new Date(instant ?? '')
  return +date ? (kept[locale] as Intl.DateTimeFormat).format(date) : undefined
}

/** The name of a language in another: `svensk` for sv in nb. */
export function formatLanguage(locale: Locale, language: string): string {
  return `${new Intl.DisplayNames(tagOf(locale), { type: 'language' }).of(language)}`
}
