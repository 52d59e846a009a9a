import { parseBoolean } from '../../imports/booleans.ts'
import { type DateFormat, parseDate } from '../../imports/dates.ts'
import { type NumberFormat, parseNumber } from '../../imports/numbers.ts'
import type { Locale } from '../../locales/locale.ts'
import { parseMoment } from '../../rules/moment.ts'
import type { Attribute, Value } from '../attribute.ts'
import { formatOption, formatValue } from '../format.ts'
import { readOption } from '../options.ts'
import type { ChangeType, Converted } from './migration.ts'

/** A change of type with what it is made between. */
export interface TypeConversion {
  readonly before: Attribute
  readonly after: Attribute
  readonly change: ChangeType
  /** The language that options are written in where they become texts. */
  readonly locale: Locale
}

/** A value that is no list. */
export type SingleValue = Exclude<Value, readonly string[]>

const unknown: Converted = { kind: 'unknown' }
const lost: Converted = { kind: 'lost' }
const toConverted = (value: Value | undefined): Converted =>
  value === undefined ? lost : { kind: 'value', value }

/** Reads a value of one type as another: by what it is said to become, else as the types are read. */
export function typeConverter(conversion: TypeConversion): (value: Value) => Converted {
  const { before, change } = conversion
  const said = new Map(change.values?.map(({ from, to }) => [from, to]))
  const readSaid = (to: string | null) => (to === null ? unknown : toConverted(read(to, conversion)))
  return (value) => {
    if (isList(value)) return convertList(value, said, conversion)
    const to = said.get(nameOf(value, before))
    return to === undefined ? toConverted(convertOne(value, conversion)) : readSaid(to)
  }
}

export function isList(value: Value): value is readonly string[] {
  return Array.isArray(value)
}

function convertList(
  values: readonly string[],
  said: ReadonlyMap<string, string | null>,
  conversion: TypeConversion,
): Converted {
  const kept = [...new Set(values.map((each) => said.get(each) ?? (said.has(each) ? null : each)))].filter(
    (each) => each !== null,
  )
  const [first, ...rest] = kept
  if (first === undefined) return unknown
  if (conversion.after.type === 'text') {
    return toConverted(kept.map((each) => written(each, conversion)[0]).join(', '))
  }
  return rest.length === 0 ? toConverted(convertOne(first, conversion)) : lost
}

function convertOne(value: SingleValue, conversion: TypeConversion): Value | undefined {
  const { before, after, change } = conversion
  if (typeof value === 'string' && before.type === 'choice' && after.type === 'choices') return [value]
  if (after.type === 'money' && typeof value === 'number' && change.currency)
    return { amount: value, currency: change.currency }
  if (after.type === 'number' && typeof value === 'object')
    return value.currency === change.currency ? value.amount : undefined
  for (const text of written(value, conversion)) {
    const found = read(text, conversion)
    if (found !== undefined) return found
  }
  return undefined
}

/** What a migration calls a value: what `values` names it by. */
export function nameOf(value: SingleValue, { type }: Attribute): string {
  if (typeof value === 'object') return `${value.amount} ${value.currency}`
  return type === 'time' && typeof value === 'number' ? writeTime(value) : String(value)
}

/** A value as texts, the likeliest first. */
function written(value: SingleValue, { before, after, locale }: TypeConversion): readonly string[] {
  if (typeof value === 'boolean') return [formatValue(value, before, locale)]
  const name = nameOf(value, before)
  if (typeof value !== 'string' || before.type === 'text') return [name]
  const label = formatOption(value, before, locale)
  return after.type === 'text' ? [label] : [name, label]
}

/** A day where it is midnight in UTC, else the instant; as ISO 8601. */
export function writeTime(instant: number): string {
  const text = new Date(instant).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text
}

function read(text: string, { after, change }: TypeConversion): Value | undefined {
  switch (after.type) {
    case 'text':
      return text === '' ? undefined : text
    case 'choice':
      return readChoice(text, after)
    case 'choices': {
      const keys = text.split(/[,;|]/).flatMap((part) => readChoice(part, after) ?? [])
      return keys.length === 0 ? undefined : [...new Set(keys)]
    }
    case 'number':
      return readNumber(text, change.numberFormat)
    case 'money': {
      const amount = readNumber(text, change.numberFormat)
      return amount === undefined || !change.currency ? undefined : { amount, currency: change.currency }
    }
    case 'boolean':
      return parseBoolean(text)
    case 'time':
      return readTime(text, change.dateFormat)
  }
}

/** An option by its key or label; another text stays as it was written. */
function readChoice(text: string, attribute: Attribute): string | undefined {
  const trimmed = text.trim()
  return trimmed === '' ? undefined : (readOption(attribute, trimmed)?.key ?? trimmed)
}

/** The number a text writes, where it can be read in one way only or the way is given. */
function readNumber(text: string, format: NumberFormat | undefined): number | undefined {
  if (format !== undefined) return parseNumber(text, format)
  const [point, comma] = [parseNumber(text, 'decimalPoint'), parseNumber(text, 'decimalComma')]
  if (point === undefined || comma === undefined) return point ?? comma
  return point === comma ? point : undefined
}

function readTime(text: string, format: DateFormat | undefined): number | undefined {
  const trimmed = text.trim()
  const moment = parseMoment(trimmed)
  if (moment !== undefined) return moment.from
  const day = parseDate(trimmed, 'yearMonthDay') ?? parseDate(trimmed, format ?? 'dayMonthYear')
  return day === undefined ? undefined : Date.parse(day)
}
