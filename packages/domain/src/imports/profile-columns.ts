import { foldName } from '../customers/name-key.ts'
import { isBlank, isDash } from './blank.ts'
import { parseBoolean } from './booleans.ts'
import { isAmountOfMoney } from './currencies.ts'
import { type DateEvidence, looksLikeDate, parseDate, weighDateFormats } from './dates.ts'
import { speaksOfCode, speaksOfDate, speaksOfNumber, speaksOfPhone } from './headers.ts'
import { areCodes, type FormatEvidence, looksLikeCode, parseNumber, weighFormats } from './numbers.ts'

/** What the cells of one column look like, over the rows that were looked at. */
export interface ColumnProfile {
  readonly header: string
  readonly filled: number
  readonly blank: number
  /** How many of the filled are a lone dash, which says nothing where the column turns out to hold numbers or days. */
  readonly dashes: number
  /** A few different cells, as they stand. */
  readonly examples: readonly string[]
  /** Whether no filled cell stands twice. */
  readonly isUnique: boolean
  /** Whether none stands twice in another case or with other blanks either. */
  readonly isUniqueFolded: boolean
  /** How often each cell stands, where there are few different ones; empty otherwise. */
  readonly counts: ReadonlyMap<string, number>
  readonly looksLike: 'text' | 'number' | 'date' | 'boolean'
  /** How many filled cells could be of each type, so that an attribute can hold them. */
  readonly couldBe: CouldBe
  /** Of numbers: whether any of them is an amount of money: `kr 1 000`, `€ 500`. */
  readonly isMoney: boolean
  readonly numbers: FormatEvidence
  readonly dates: DateEvidence
}

export interface CouldBe {
  readonly number: number
  readonly date: number
  readonly boolean: number
}

const shown = 4
const few = 300

interface Column {
  readonly header: string
  filled: number
  blank: number
  /** The different cells, and in how many rows each stands. */
  readonly rows: Map<string, number>
  readonly folded: Set<string>
  isUnique: boolean
  isUniqueFolded: boolean
}

/** Looks at rows, as many as whoever calls it can hold. */
export function columnProfiler(headers: readonly string[]) {
  const columns = headers.map(
    (header): Column => ({
      header,
      filled: 0,
      blank: 0,
      rows: new Map(),
      folded: new Set(),
      isUnique: true,
      isUniqueFolded: true,
    }),
  )
  return {
    add(cells: readonly string[]): void {
      for (const [index, column] of columns.entries()) look(column, (cells[index] ?? '').trim())
    },
    finish: (): readonly ColumnProfile[] => columns.map(toProfile),
  }
}

function look(column: Column, cell: string): void {
  if (isBlank(cell)) {
    column.blank++
    return
  }
  column.filled++
  const times = (column.rows.get(cell) ?? 0) + 1
  column.rows.set(cell, times)
  if (times > 1) column.isUnique = false
  if (!column.isUniqueFolded) return
  const folded = foldName(cell)
  column.isUniqueFolded = !column.folded.has(folded)
  if (column.isUniqueFolded) column.folded.add(folded)
  else column.folded.clear()
}

function toProfile({ header, filled, blank, isUnique, isUniqueFolded, rows }: Column): ColumnProfile {
  const isSaidToBe = speaksOfDate(header) && !speaksOfCode(header)
  const dates = weighDateFormats(rows, isSaidToBe)
  const couldBe = weighTypes(rows, dates, isSaidToBe)
  const dashes = rows.entries().reduce((sum, [cell, times]) => (isDash(cell) ? sum + times : sum), 0)
  const looksLike = filled === dashes ? 'text' : judge(header, rows, { filled, dashes }, couldBe)
  return {
    header,
    filled,
    blank,
    dashes,
    isUnique,
    isUniqueFolded,
    looksLike,
    isMoney: looksLike === 'number' && rows.keys().some(isAmountOfMoney),
    couldBe,
    counts: rows.size <= few ? rows : new Map(),
    examples: [...rows.keys().take(shown)],
    numbers: weighFormats(rows),
    dates,
  }
}

function weighTypes(rows: ReadonlyMap<string, number>, dates: DateEvidence, isSaidToBe: boolean): CouldBe {
  let [number, date, boolean] = [0, 0, 0]
  for (const [cell, times] of rows) {
    if (isNumber(cell)) number += times
    if (looksLikeDate(cell) || (isSaidToBe && isBareDay(cell))) date += times
    if (parseBoolean(cell) !== undefined) boolean += times
  }
  const counted = Math.max(dates.spreadsheetDays, dates.unixSeconds, dates.unixMilliseconds)
  return { number, date: date + counted, boolean }
}

/**
 * What a column holds whose header nobody knows. One broken row in fifty does not make a column of numbers a column of
 * texts, nor one in twenty a column of days: those rows are told of instead.
 */
function judge(
  header: string,
  all: ReadonlyMap<string, number>,
  { filled, dashes }: Pick<ColumnProfile, 'filled' | 'dashes'>,
  couldBe: CouldBe,
): ColumnProfile['looksLike'] {
  if (looksLikeBoolean(all, filled, couldBe)) return 'boolean'
  const said = filled - dashes
  if (couldBe.date >= said * 0.95) return 'date'
  const rows = dashes === 0 ? all : new Map([...all].filter(([cell]) => !isDash(cell)))
  if (couldBe.number < said * 0.98 || hasMoreOthers(rows)) return 'text'
  if (rows.keys().some((cell) => /^0\d/.test(cell) && !looksLikeDate(cell))) return 'text'
  const isOfCodes = speaksOfPhone(header) || (!speaksOfNumber(header) && areCodes(rows))
  return isOfCodes ? 'text' : 'number'
}

/** A 0 in most rows and a few words in the others are no numbers. */
function hasMoreOthers(rows: ReadonlyMap<string, number>): boolean {
  let numbers = 0
  for (const cell of rows.keys()) if (isNumber(cell)) numbers++
  return numbers * 2 < rows.size
}

/** A column of `NO` alone may be Norway, one of `x` a mark: short words count when both answers stand in the column. */
function looksLikeBoolean(rows: ReadonlyMap<string, number>, filled: number, { boolean }: CouldBe): boolean {
  if (boolean < filled) return false
  const cells = [...rows.keys()]
  return (
    new Set(cells.map(parseBoolean)).size === 2 ||
    cells.every((cell) => cell.length > 2 || /^ja$/i.test(cell))
  )
}

/** `20261231` */
function isBareDay(cell: string): boolean {
  return /^\d{8}$/.test(cell) && parseDate(cell, 'yearMonthDay') !== undefined
}

function isNumber(cell: string): boolean {
  const isWritten =
    parseNumber(cell, 'decimalPoint') !== undefined || parseNumber(cell, 'decimalComma') !== undefined
  return isWritten && !looksLikeCode(cell)
}
