import { foldName } from '../customers/name-key.ts'
import { isBlank } from './blank.ts'
import { parseBoolean } from './booleans.ts'
import { isAmountOfMoney } from './currencies.ts'
import { looksLikeDate, weighDateFormats } from './dates.ts'
import { speaksOfDate } from './headers.ts'
import { type FormatEvidence, looksLikeCode, parseNumber, weighFormats } from './numbers.ts'

/** What the cells of one column look like, over the rows that were looked at. */
export interface ColumnProfile {
  readonly header: string
  readonly filled: number
  readonly blank: number
  /** A few different cells, as they stand. */
  readonly examples: readonly string[]
  /** Whether no filled cell stands twice. */
  readonly isUnique: boolean
  /** Whether none stands twice in another case or with other blanks either. */
  readonly isUniqueFolded: boolean
  /** How often each cell stands, where there are few different ones; empty otherwise. */
  readonly counts: ReadonlyMap<string, number>
  readonly looksLike: 'text' | 'number' | 'date' | 'boolean'
  /** Of numbers: whether any of them is an amount of money: `kr 1 000`, `€ 500`. */
  readonly isMoney: boolean
  readonly numbers: FormatEvidence
  readonly dates: ReturnType<typeof weighDateFormats>
}

const sampled = 20_000
const shown = 4
const few = 300

interface Column {
  readonly header: string
  filled: number
  blank: number
  readonly distinct: Set<string>
  readonly folded: Set<string>
  readonly counts: Map<string, number>
  isUnique: boolean
  isUniqueFolded: boolean
}

/** Looks at rows, as many as whoever calls it can hold: what is unique by all of them, formats by a bounded number of different cells. */
export function columnProfiler(headers: readonly string[]) {
  const columns = headers.map(
    (header): Column => ({
      header,
      filled: 0,
      blank: 0,
      distinct: new Set(),
      folded: new Set(),
      counts: new Map(),
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
  if (column.counts.size <= few) column.counts.set(cell, (column.counts.get(cell) ?? 0) + 1)
  if (column.distinct.has(cell)) column.isUnique = false
  else column.distinct.add(cell)
  if (!column.isUniqueFolded) return
  const folded = foldName(cell)
  column.isUniqueFolded = !column.folded.has(folded)
  if (column.isUniqueFolded) column.folded.add(folded)
  else column.folded.clear()
}

function toProfile(column: Column): ColumnProfile {
  const { header, filled, blank, isUnique, isUniqueFolded, counts, distinct } = column
  const step = Math.ceil(distinct.size / sampled)
  const cells = [...distinct].filter((_, index) => index % step === 0)
  const dates = weighDateFormats(cells, speaksOfDate(header))
  const looksLike = filled === 0 ? 'text' : judge(cells, dates)
  return {
    header,
    filled,
    blank,
    isUnique,
    isUniqueFolded,
    looksLike,
    isMoney: looksLike === 'number' && cells.some(isAmountOfMoney),
    counts: counts.size <= few ? counts : new Map(),
    examples: cells.slice(0, shown),
    numbers: weighFormats(cells),
    dates,
  }
}

/** One broken cell in fifty does not make a column of numbers a column of texts: that row is told of instead. */
function judge(cells: readonly string[], dates: ColumnProfile['dates']): ColumnProfile['looksLike'] {
  const most = cells.length * 0.98
  const count = (holds: (cell: string) => boolean) => cells.filter(holds).length
  if (looksLikeBoolean(cells)) return 'boolean'
  if (count(looksLikeDate) >= most) return 'date'
  if (Math.max(dates.spreadsheetDays, dates.unixSeconds, dates.unixMilliseconds) >= most) return 'date'
  const numbers = count((cell) => isNumber(cell) && !looksLikeCode(cell))
  return numbers >= most && !cells.some((cell) => /^0\d/.test(cell)) ? 'number' : 'text'
}

/** A column of `NO` alone may be Norway, one of `x` a mark: short words count when both answers stand in the column. */
function looksLikeBoolean(cells: readonly string[]): boolean {
  const answers = new Set(cells.map(parseBoolean))
  if (answers.has(undefined)) return false
  return answers.size === 2 || cells.every((cell) => cell.length > 2 || /^ja$/i.test(cell))
}

function isNumber(cell: string): boolean {
  return parseNumber(cell, 'decimalPoint') !== undefined || parseNumber(cell, 'decimalComma') !== undefined
}
