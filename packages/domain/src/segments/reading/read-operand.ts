import { readOption } from '../../attributes/options.ts'
import type { Locale } from '../../locales/locale.ts'
import { periods } from '../../rules/period.ts'
import { phrases } from '../../rules/sentences/phrases.ts'
import type { Subject } from '../../rules/sentences/subject.ts'

/** Whether a choice may only be one of its options, or any value that a source may have written. */
export type Values = 'options' | 'any'

/**
 * What a text between the words of a test may stand for. These are guesses: whoever reads a sentence keeps those that are
 * told by the very same words again.
 */
export function readOperand(
  placeholder: string,
  written: string,
  subject: Subject,
  locale: Locale,
  values: Values,
): readonly unknown[] {
  switch (placeholder) {
    case 'text':
      return unquoted(written, locale)
    case 'any':
    case 'every':
      return readList(written, subject, locale, values)
    case 'days':
    case 'lastDays':
    case 'nextDays': {
      const { days, lastDays, nextDays } = phrases[locale]
      const isOne = [days, lastDays, nextDays].some((say) => written === say(1, '1'))
      return isOne ? [1] : readNumbers(written, locale)
    }
    case 'period': {
      const told = phrases[locale].periods
      return periods.filter((period) => told[period] === written.toLowerCase())
    }
    default:
      return readValue(written, subject, locale, values)
  }
}

function readValue(written: string, subject: Subject, locale: Locale, values: Values): readonly unknown[] {
  switch (subject.type) {
    case 'number':
      return readNumbers(written, locale)
    case 'money':
      return readNumbers(written, locale).flatMap((amount) =>
        currenciesIn(written).map((currency) => ({ amount, currency })),
      )
    case 'boolean':
      return written === phrases[locale].yes ? [true] : written === phrases[locale].no ? [false] : []
    case 'time':
      return readTimes(written, locale)
    default:
      return readText(written, subject, locale, values)
  }
}

/** The option by its label, or a value that none has; text only where it is quoted. */
function readText(
  written: string,
  { attribute, type }: Subject,
  locale: Locale,
  values: Values,
): readonly string[] {
  if (type !== 'choice' && type !== 'choices') return unquoted(written, locale)
  const option = attribute && readOption(attribute, written)
  if (option !== undefined) return [option.key]
  // Else it would take in the clauses that follow, or the full stop.
  return values === 'options' || /, |\.$/u.test(written) ? [] : [written]
}

function unquoted(written: string, locale: Locale): readonly string[] {
  const [open, close] = phrases[locale].quotes
  if (!written.startsWith(open) || !written.endsWith(close)) return []
  const text = written.slice(open.length, written.length - close.length)
  return text.includes(close) ? [] : [text]
}

/** Values joined as a language joins them: "a, b or c"; options may have such words in their labels. */
function readList(written: string, subject: Subject, locale: Locale, values: Values): readonly unknown[] {
  const { and, or } = phrases[locale]
  // Values and what is between them by turns.
  const pieces = written.split(new RegExp(`(,? (?:${and}|${or}) |, )`, 'u'))
  const from = (start: number): readonly string[] | undefined => {
    if (start >= pieces.length) return []
    for (let end = start + 1; end <= pieces.length; end += 2) {
      const text = pieces.slice(start, end).join('')
      const [value] = readText(text, subject, locale, values)
      const rest = value === undefined ? undefined : from(end + 1)
      if (value !== undefined && rest !== undefined) return [value, ...rest]
    }
    return undefined
  }
  const found = from(0)
  return found === undefined ? [] : [found]
}

export function readNumbers(written: string, locale: Locale): readonly number[] {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(-12345.6)
  const textOf = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const [found] = /[-−]?\d[\d.,\s\u00a0\u202f]*/u.exec(written) ?? []
  if (found === undefined) return []
  const plain = found
    .replaceAll(textOf('group'), '')
    .replaceAll(/[\s\u00a0\u202f]/gu, '')
    .replace(textOf('decimal'), '.')
    .replace('−', '-')
    .replace(/\.$/u, '')
  const number = Number(plain) * (written.trim().startsWith('−') && !plain.startsWith('-') ? -1 : 1)
  return Number.isFinite(number) ? [number] : []
}

const usual = ['NOK', 'SEK', 'DKK', 'EUR', 'USD', 'GBP'] as const

function currenciesIn(written: string): readonly string[] {
  const [code] = /\b[A-Z]{3}\b/u.exec(written) ?? []
  return code === undefined ? usual : [code, ...usual]
}

/** A day, or an instant in UTC: `1. mars 2026`, `March 1, 2026 at 12:00 PM UTC`. */
export function readTimes(written: string, locale: Locale): readonly string[] {
  const names = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC', day: 'numeric' })
  const month = Array.from({ length: 12 }, (_, index) => index).find((index) => {
    const parts = names.formatToParts(Date.UTC(2026, index, 15))
    const name = parts.find(({ type }) => type === 'month')?.value
    return name !== undefined && written.toLowerCase().includes(name.toLowerCase())
  })
  const [year] = /\b\d{4}\b/u.exec(written) ?? []
  const [day] = /\b\d{1,2}\b/u.exec(written) ?? []
  if (month === undefined || year === undefined || day === undefined) return []
  const date = `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  const [, hour, minute, half] = /(\d{1,2})[:.](\d{2})(?:[\s\u202f\u00a0]*([AP])M)?/u.exec(written) ?? []
  if (hour === undefined || minute === undefined) return [date]
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'P' ? 12 : 0)
  return [`${date}T${String(hours).padStart(2, '0')}:${minute}:00Z`]
}
