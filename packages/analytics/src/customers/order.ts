import type { CustomerSort, SortValue } from '@profilkort/domain/customers/sort'
import { chunkRows } from '../columns/chunk.ts'
import type { Column } from '../columns/column.ts'
import { type Dictionary, missing, numeric } from '../columns/dictionary.ts'
import { compareTexts, textPrefix } from '../columns/text-order.ts'
import type { CustomerColumns } from './customer-columns.ts'

type Detail = string | number

/** What rows are sorted by: first a number, which decides nearly always, then a detail of a text or a number. */
export interface Order {
  /** NaN for a row without a value. */
  readonly primary: (row: number) => number
  /** The same of many rows of a chunk, given by their numbers within it. */
  readonly primaries: (chunk: number, rows: Uint16Array, count: number, to: Float64Array) => void
  /** Of a row with a value; compared only where the primaries are the same. */
  readonly detail: (row: number) => Detail
  /** The place of a row in the list. */
  readonly value: (row: number) => SortValue
  /** What a row with that value would have. */
  readonly ofValue: (value: SortValue) => { readonly primary: number; readonly detail: Detail }
}

/** @param places values that rows will be compared with besides each other */
export function orderOf(
  columns: CustomerColumns,
  { by }: Pick<CustomerSort, 'by'>,
  places: readonly SortValue[],
): Order {
  switch (by.kind) {
    case 'name':
      return {
        ...eachOf((row) => columns.namePrefixes[row] ?? Number.NaN),
        detail: (row) => columns.names[row] ?? '',
        value: (row) => [columns.names[row] ?? ''],
        ofValue: ofText,
      }
    case 'updated':
      return byNumber(columns.updatedAt)
    case 'metric':
      return byNumber(columns.find(by))
    case 'attribute': {
      const column = columns.find(by)
      switch (by.type) {
        case 'number':
        case 'time':
          return byNumber(column)
        case 'money':
          return byMoney(column, places)
        case 'boolean':
          return byCode(column, booleans, (primary) => [primary], ofNumber)
        case 'text':
          return byCode(column, prefixes, (_primary, text) => [text], ofText)
        case 'choice':
        case 'choices':
          return byCode(
            column,
            (dictionary) => positions(dictionary, by.options),
            (primary, text) => [primary, text],
            (value) => ({ primary: numberIn(value, 0), detail: textIn(value, 1) }),
          )
      }
    }
  }
}

/** Negative where the first detail comes first. */
export function compareDetails(a: Detail, b: Detail): number {
  return typeof a === 'string' && typeof b === 'string' ? compareTexts(a, b) : Number(a) - Number(b)
}

function byNumber(column: Column | undefined): Order {
  // The number beside money is an amount, not a number.
  const numbers = numbersOf(column, column?.dictionary.hasMoney === true ? numeric : undefined)
  const { primary } = numbers
  return {
    ...numbers,
    detail: () => 0,
    value: (row) => known(primary(row), [primary(row)]),
    ofValue: ofNumber,
  }
}

function byMoney(column: Column | undefined, places: readonly SortValue[]): Order {
  const dictionary = column?.dictionary
  const named = places.flatMap((place) => (place === null ? [] : [textIn(place, 0)]))
  const currencies = [...new Set([...(dictionary?.currencies() ?? []), ...named])].toSorted(compareTexts)
  const [only = ''] = currencies
  if (currencies.length <= 1) return byAmount(column, only)
  const ranks = new Map(currencies.map((currency, rank) => [currency, rank]))
  const rankOf = (code: number) => {
    const entry = code > numeric ? dictionary?.entry(code) : undefined
    return entry?.kind === 'money' ? (ranks.get(entry.currency) ?? Number.NaN) : Number.NaN
  }
  const rankByCode = Float64Array.from({ length: dictionary?.end ?? 1 }, (_, code) => rankOf(code))
  const primary = (row: number) => rankByCode[column?.codeAt(row) ?? 0] ?? Number.NaN
  const detail = (row: number) => column?.numberAt(row) ?? Number.NaN
  return {
    ...eachOf(primary),
    detail,
    value: (row) => known(primary(row), [currencies[primary(row)] ?? '', detail(row)]),
    ofValue: (value) => ({
      primary: value === null ? Number.NaN : (ranks.get(textIn(value, 0)) ?? Number.NaN),
      detail: numberIn(value, 1),
    }),
  }
}

/** Money that is all in one currency goes by its amounts. */
function byAmount(column: Column | undefined, currency: string): Order {
  // Nobody whose value is missing has a number.
  const numbers = numbersOf(column, column?.dictionary.codeOfCurrency(currency) ?? missing)
  const { primary } = numbers
  return {
    ...numbers,
    detail: () => 0,
    value: (row) => known(primary(row), [currency, primary(row)]),
    ofValue: (value) => ({ primary: numberIn(value, 1), detail: 0 }),
  }
}

type Primaries = Pick<Order, 'primary' | 'primaries'>

/** The numbers of rows: of all of them, or of those with a code where one is given. */
function numbersOf(column: Column | undefined, code: number | undefined): Primaries {
  return {
    primary: (row) =>
      code === undefined || column?.codeAt(row) === code ? (column?.numberAt(row) ?? Number.NaN) : Number.NaN,
    primaries: (chunk, rows, count, to) => {
      const [codes, numbers] = [column?.codes(chunk), column?.numbers(chunk)]
      if (codes === undefined || numbers === undefined) {
        to.fill(Number.NaN, 0, count)
        return
      }
      for (let at = 0; at < count; at++) to[at] = numbers[rows[at] as number] as number
      if (code === undefined) return
      for (let at = 0; at < count; at++) if (codes[rows[at] as number] !== code) to[at] = Number.NaN
    },
  }
}

function eachOf(primary: Order['primary']): Primaries {
  return {
    primary,
    primaries: (chunk, rows, count, to) => {
      const from = chunk * chunkRows
      for (let at = 0; at < count; at++) to[at] = primary(from + (rows[at] as number))
    },
  }
}

/** What decides by the row's code: a primary for each, and as detail the text of the entry. */
function byCode(
  column: Column | undefined,
  primariesOf: (dictionary: Dictionary) => Float64Array,
  toValue: (primary: number, text: string) => SortValue,
  ofValue: Order['ofValue'],
): Order {
  const primaries = column === undefined ? new Float64Array() : primariesOf(column.dictionary)
  const primary = (row: number) => primaries[column?.codeAt(row) ?? 0] ?? Number.NaN
  const detail = (row: number) => (column === undefined ? '' : textOf(column.dictionary, column.codeAt(row)))
  const value = (row: number) => known(primary(row), toValue(primary(row), detail(row)))
  return { ...eachOf(primary), detail, value, ofValue }
}

function booleans(dictionary: Dictionary): Float64Array {
  const primaries = new Float64Array(dictionary.end).fill(Number.NaN)
  for (const [code, value] of dictionary.others())
    if (typeof value === 'boolean') primaries[code] = Number(value)
  return primaries
}

function positions(dictionary: Dictionary, options: readonly string[]): Float64Array {
  const places = new Map(options.map((option, place) => [option, place]))
  const primaries = new Float64Array(dictionary.end).fill(Number.NaN)
  for (const [text, code] of dictionary.texts()) primaries[code] = places.get(text) ?? options.length
  for (const [code, value] of dictionary.others()) {
    const [first]: readonly unknown[] = Array.isArray(value) ? value : []
    if (typeof first === 'string') primaries[code] = places.get(first) ?? options.length
  }
  return primaries
}

const keptPrefixes = new WeakMap<Dictionary, Float64Array>()

/** Kept, for a text that everybody has another of has as many entries as there are customers. */
function prefixes(dictionary: Dictionary): Float64Array {
  const before = keptPrefixes.get(dictionary) ?? new Float64Array()
  if (before.length === dictionary.end) return before
  const primaries = new Float64Array(dictionary.end).fill(Number.NaN)
  primaries.set(before)
  for (let code = Math.max(before.length, numeric + 1); code < primaries.length; code++) {
    const entry = dictionary.entry(code)
    if (entry.kind === 'text') primaries[code] = textPrefix(entry.text)
  }
  keptPrefixes.set(dictionary, primaries)
  return primaries
}

/** A text, or the first of a list. */
function textOf(dictionary: Dictionary, code: number): string {
  const entry = code > numeric ? dictionary.entry(code) : undefined
  if (entry?.kind === 'text') return entry.text
  const [first]: readonly unknown[] = entry?.kind === 'other' && Array.isArray(entry.value) ? entry.value : []
  return typeof first === 'string' ? first : ''
}

function known(primary: number, value: SortValue): SortValue {
  return Number.isNaN(primary) ? null : value
}

function ofNumber(value: SortValue) {
  return { primary: numberIn(value, 0), detail: 0 }
}

function ofText(value: SortValue) {
  return { primary: value === null ? Number.NaN : textPrefix(textIn(value, 0)), detail: textIn(value, 0) }
}

function numberIn(value: SortValue, part: number): number {
  return value === null ? Number.NaN : Number(value[part])
}

function textIn(value: SortValue, part: number): string {
  return value === null ? '' : String(value[part])
}
