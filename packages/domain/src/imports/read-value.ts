import type { Attribute, Value } from '../attributes/attribute.ts'
import { failed, ok, type Result } from '../result.ts'
import { parseBoolean } from './booleans.ts'
import { closest } from './closeness.ts'
import { countryNames, parseCountry } from './countries.ts'
import { parseDate } from './dates.ts'
import type { ColumnMapping } from './mapping.ts'
import type { NoteBook } from './notes.ts'
import { parseNumber } from './numbers.ts'

export interface ValueReader {
  readonly attributes: ReadonlyMap<string, Attribute>
  /** How often each cell stands in the column, where there are few different ones. */
  readonly counts: ReadonlyMap<string, number>
  readonly line: number
  readonly notes: NoteBook
}

/** Reads a filled cell as a value of the attribute its column goes to. */
export function readValue(cell: string, mapping: ColumnMapping, reader: ValueReader): Result<Value> {
  const { target } = mapping
  if (target.kind !== 'attribute') return ok(cell)
  switch (target.type) {
    case 'text':
      return ok(cell)
    case 'choice':
      return ok(readChoice(cell, mapping, reader))
    case 'choices': {
      const several = cell.split(/[,;|]/).map((part) => part.trim())
      const keys = several.filter((part) => part !== '').map((part) => readChoice(part, mapping, reader))
      return ok([...new Set(keys)])
    }
    case 'number':
      return readNumber(cell, mapping)
    case 'money': {
      const amount = readNumber(cell, mapping)
      return amount.ok ? ok({ amount: amount.value, currency: mapping.currency ?? 'NOK' }) : amount
    }
    case 'boolean': {
      const value = parseBoolean(cell)
      return value === undefined ? refused(cell, mapping, 'neither yes nor no') : ok(value)
    }
    case 'time': {
      const day = readDay(cell, mapping)
      return day.ok ? ok(Date.parse(day.value)) : day
    }
  }
}

/** The number a cell writes in its column's format, times the column's scale. */
export function readNumber(cell: string, mapping: ColumnMapping): Result<number> {
  const value = parseNumber(cell, mapping.numberFormat ?? 'decimalPoint')
  if (value === undefined) return refused(cell, mapping, 'not a number')
  const scaled = value * (mapping.scale ?? 1)
  // 1100.04 · 1000000 is 1100039999.9999999 in doubles.
  return Number.isFinite(scaled) ? ok(Number(scaled.toPrecision(15))) : refused(cell, mapping, 'too large')
}

/** The day a cell writes in its column's format, as `2017-03-01`. */
export function readDay(cell: string, mapping: ColumnMapping): Result<string> {
  const day = parseDate(cell, mapping.dateFormat ?? 'yearMonthDay')
  return day === undefined ? refused(cell, mapping, 'not a day of the calendar') : ok(day)
}

function refused(cell: string, { column }: ColumnMapping, why: string) {
  const shown = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell
  return failed({ path: [column], message: `${column}: "${shown}" is ${why}` })
}

/** An option by its key or any of its labels; another text is kept as it was written, with a note. */
function readChoice(
  cell: string,
  { column, target }: ColumnMapping,
  { attributes, counts, line, notes }: ValueReader,
): string {
  const key = target.kind === 'attribute' ? target.key : ''
  if (key === 'country') {
    const code = parseCountry(cell)
    if (code !== undefined) return code
  }
  const options = optionsOf(attributes.get(key))
  const found = options.get(cell.toLowerCase())
  if (found !== undefined) return found.key
  const known = key === 'country' ? countryNames : [...options.values()].map(({ text }) => text)
  const meant = closest(cell, known) ?? closest(cell, muchMoreOften(cell, counts))
  notes.add('unknownOption', `${column} ${cell}`, line, (rows) =>
    meant === undefined
      ? `"${cell}" is not among the options of "${column}" (${count(rows)}); kept as written.`
      : `"${cell}" in "${column}" (${count(rows)}) is probably "${meant}"; kept as written. Otherwise: --correct '${column}:${cell}=${meant}'`,
  )
  return cell
}

/** What else stands in the column, at least three times as often: a slip of the pen is rarer than what was meant. */
function muchMoreOften(cell: string, counts: ReadonlyMap<string, number>): readonly string[] {
  const own = counts.get(cell) ?? 1
  return [...counts].filter(([, often]) => often >= own * 3).map(([other]) => other)
}

interface KnownText {
  readonly text: string
  readonly key: string
}

const lookUps = new WeakMap<Attribute, ReadonlyMap<string, KnownText>>()

/** Options by their keys and labels in all languages, in small letters. */
function optionsOf(attribute: Attribute | undefined): ReadonlyMap<string, KnownText> {
  if (attribute === undefined) return new Map()
  const known = lookUps.get(attribute)
  if (known !== undefined) return known
  const made = new Map<string, KnownText>()
  for (const { key, label } of attribute.options) {
    for (const text of [key, ...Object.values(label)]) {
      const folded = text.toLowerCase()
      if (!made.has(folded)) made.set(folded, { text, key })
    }
  }
  lookUps.set(attribute, made)
  return made
}

export function count(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`
}
