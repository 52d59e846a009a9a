import type { Money } from '../../attributes/attribute.ts'
import { formatCount, formatOption } from '../../attributes/format.ts'
import type { Locale } from '../../locales/locale.ts'
import { parseMoment } from '../moment.ts'
import type { Bound } from '../rule.ts'
import { phrases } from './phrases.ts'
import type { Subject } from './subject.ts'
import { textIn } from './text-in.ts'

const longestList = 10

/** What a test compares its subject with, as people write it. */
export function formatValue(value: Bound | boolean, subject: Subject, locale: Locale): string {
  if (typeof value === 'boolean') return value ? phrases[locale].yes : phrases[locale].no
  if (typeof value === 'number') return formatNumber(value, subject, locale)
  if (typeof value === 'object') return formatMoney(value, locale)
  return subject.type === 'time' ? formatTime(value, locale) : formatText(value, subject, locale)
}

/** An option by its label; text that is free in quotes. */
export function formatText(text: string, { attribute, type }: Subject, locale: Locale): string {
  return type === 'choice' || type === 'choices' ? formatOption(text, attribute, locale) : quote(text, locale)
}

export function quote(text: string, locale: Locale): string {
  const [open, close] = phrases[locale].quotes
  return open + text + close
}

/** "a, b or c"; a long list is cut: "a, b, … or 990 others". */
export function formatList(
  values: readonly string[],
  type: 'conjunction' | 'disjunction',
  subject: Subject,
  locale: Locale,
): string {
  const shown = values.length > longestList ? values.slice(0, longestList - 1) : values
  const texts = shown.map((value) => formatText(value, subject, locale))
  const rest = values.length - shown.length
  if (rest > 0) texts.push(phrases[locale].others(formatCount(rest, locale)))
  return texts.length === 0 ? '–' : new Intl.ListFormat(locale, { type }).format(texts)
}

function formatNumber(value: number, { unit, label }: Subject, locale: Locale): string {
  const count = formatCount(value, locale)
  if (unit === undefined || Math.abs(value) >= 1e21) return count
  if (typeof unit === 'object') {
    const noun = textIn(unit, locale)
    const isSaid =
      noun === undefined || label.toLocaleLowerCase(locale).includes(noun.toLocaleLowerCase(locale))
    return isSaid ? count : `${count} ${noun}`
  }
  if (!Intl.supportedValuesOf('unit').includes(unit)) return `${count} ${unit}`
  const style = { style: 'unit', unit, unitDisplay: unit === 'percent' ? 'short' : 'long' } as const
  return new Intl.NumberFormat(locale, { ...style, useGrouping: 'min2', maximumFractionDigits: 20 }).format(
    value,
  )
}

function formatMoney({ amount, currency }: Money, locale: Locale): string {
  if (Math.abs(amount) >= 1e21) return `${amount} ${currency}`
  const style = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const
  return new Intl.NumberFormat(locale, style).format(amount)
}

/** In UTC, as days are: "1. mars 2026", "1. mars 2026 kl. 12:00 UTC". */
export function formatTime(text: string, locale: Locale): string {
  const moment = parseMoment(text)
  if (moment === undefined) return quote(text, locale)
  const style = moment.day
    ? ({ dateStyle: 'long' } as const)
    : ({ dateStyle: 'long', timeStyle: 'short' } as const)
  const written = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(moment.from)
  return moment.day ? written : `${written} UTC`
}
