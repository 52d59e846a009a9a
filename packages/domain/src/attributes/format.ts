import { type Locale, resolveText } from '../locales/locale.ts'
import type { Attribute, Money, Value } from './attribute.ts'

/** A value for people: options by their labels, countries by their names, numbers and amounts as the locale writes them. */
export function formatValue(value: Value, attribute: Attribute | undefined, locale: Locale): string {
  switch (typeof value) {
    case 'boolean':
      return yesNo[locale][value ? 'yes' : 'no']
    case 'number':
      return attribute?.type === 'time' ? formatDay(value, locale) : formatNumber(value, attribute, locale)
    case 'string':
      return formatOption(value, attribute, locale)
    default:
      if (isMoney(value)) return formatMoney(value, locale)
      return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(
        value.map((option) => formatOption(option, attribute, locale)),
      )
  }
}

const yesNo: { readonly [L in Locale]: { readonly yes: string; readonly no: string } } = {
  nb: { yes: 'ja', no: 'nei' },
  sv: { yes: 'ja', no: 'nej' },
  da: { yes: 'ja', no: 'nej' },
  en: { yes: 'yes', no: 'no' },
}

/** An option's label; a value that a source gave and nobody defined is shown as it is. */
export function formatOption(key: string, attribute: Attribute | undefined, locale: Locale): string {
  const option = attribute?.options.find((each) => each.key === key)
  if (option) return resolveText(option.label, [locale, 'en'])?.text ?? key
  return attribute?.key === 'country' && /^[A-Z]{2}$/.test(key) ? countryName(key, locale) : key
}

export function formatMoney({ amount, currency }: Money, locale: Locale): string {
  const maximumFractionDigits = Number.isInteger(amount) ? 0 : 2
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    maximumFractionDigits,
  }).format(amount)
}

/** A calendar day of an instant in UTC: `1. mars 2017`. */
export function formatDay(instant: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(instant)
}

/** A number in its unit; years are not grouped. */
export function formatNumber(
  value: number,
  attribute: Pick<Attribute, 'unit'> | undefined,
  locale: Locale,
): string {
  const unit = attribute?.unit
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: unit !== 'year' })
  const text = format.format(value)
  return typeof unit === 'object' ? [text, resolveText(unit, [locale, 'en'])?.text].join(' ').trim() : text
}

function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

function isMoney(value: Money | readonly string[]): value is Money {
  return 'currency' in value
}
