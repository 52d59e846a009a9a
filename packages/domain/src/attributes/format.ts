import { type Locale, locales, resolveText } from '../locales/locale.ts'
import type { Attribute, Money, Value } from './attribute.ts'
import { findOption } from './options.ts'

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
  const option = attribute && findOption(attribute, key)
  return (option && resolveText(option.label, [locale, ...locales])?.text) ?? key
}

function formatMoney({ amount, currency }: Money, locale: Locale): string {
  const maximumFractionDigits = Number.isInteger(amount) ? 0 : 2
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    maximumFractionDigits,
  }).format(amount)
}

/** A calendar day of an instant in UTC: `1. mars 2017`. */
function formatDay(instant: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(instant)
}

/** Groups of digits from 10 000 on, so that years stay years. */
export function formatCount(value: number, locale: Locale): string {
  if (Math.abs(value) >= 1e21) return String(value)
  return new Intl.NumberFormat(locale, { useGrouping: 'min2', maximumFractionDigits: 20 }).format(value)
}

/** A number with its unit or the noun it counts, where it has one. */
function formatNumber(value: number, attribute: Attribute | undefined, locale: Locale): string {
  const unit = attribute?.unit
  const count = formatCount(value, locale)
  if (unit === undefined) return count
  if (typeof unit === 'object') return [count, resolveText(unit, [locale, 'en'])?.text].join(' ').trim()
  const style = { style: 'unit', unit, unitDisplay: unit === 'percent' ? 'short' : 'long' } as const
  return new Intl.NumberFormat(locale, { ...style, useGrouping: 'min2' }).format(value)
}

function isMoney(value: Money | readonly string[]): value is Money {
  return 'currency' in value
}
