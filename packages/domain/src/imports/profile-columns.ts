import { isBlank } from './blank.ts'
import { parseBoolean } from './booleans.ts'
import { looksLikeDate, weighDateFormats } from './dates.ts'
import { type FormatEvidence, looksLikeCode, parseNumber, weighFormats } from './numbers.ts'

/** What the cells of one column look like, over the whole file. */
export interface ColumnProfile {
  readonly header: string
  readonly filled: number
  readonly blank: number
  /** A few different cells, as they stand. */
  readonly examples: readonly string[]
  /** Whether no filled cell stands twice. */
  readonly isUnique: boolean
  readonly looksLike: 'text' | 'number' | 'date' | 'boolean'
  readonly numbers: FormatEvidence
  readonly dates: ReturnType<typeof weighDateFormats>
}

const sampled = 20_000
const shown = 4

/** Looks at a file row by row: all rows for what is unique, a bounded number of different cells for formats. */
export function columnProfiler(headers: readonly string[]) {
  const columns = headers.map((header) => ({
    header,
    filled: 0,
    blank: 0,
    distinct: new Set<string>(),
    isUnique: true,
  }))
  return {
    add(cells: readonly string[]): void {
      for (const [index, column] of columns.entries()) {
        const cell = (cells[index] ?? '').trim()
        if (isBlank(cell)) {
          column.blank++
          continue
        }
        column.filled++
        if (!column.distinct.has(cell)) {
          if (column.isUnique || column.distinct.size < sampled) column.distinct.add(cell)
        } else if (column.isUnique) {
          column.isUnique = false
        }
      }
    },
    finish: (): readonly ColumnProfile[] => columns.map(toProfile),
  }
}

function toProfile(column: {
  readonly header: string
  readonly filled: number
  readonly blank: number
  readonly distinct: ReadonlySet<string>
  readonly isUnique: boolean
}): ColumnProfile {
  const cells = [...column.distinct].slice(0, sampled)
  const { header, filled, blank, isUnique } = column
  const looksLike = filled === 0 ? 'text' : judge(cells)
  return {
    header,
    filled,
    blank,
    isUnique,
    looksLike,
    examples: cells.slice(0, shown),
    numbers: weighFormats(cells),
    dates: weighDateFormats(cells),
  }
}

/** One broken cell in fifty does not make a column of numbers a column of texts: that row is told of instead. */
function judge(cells: readonly string[]): ColumnProfile['looksLike'] {
  const most = cells.length * 0.98
  const count = (holds: (cell: string) => boolean) => cells.filter(holds).length
  if (count((cell) => parseBoolean(cell) !== undefined) === cells.length) return 'boolean'
  if (count(looksLikeDate) >= most) return 'date'
  const numbers = count((cell) => isNumber(cell) && !looksLikeCode(cell))
  return numbers >= most && !cells.some((cell) => /^0\d/.test(cell)) ? 'number' : 'text'
}

function isNumber(cell: string): boolean {
  return parseNumber(cell, 'decimalPoint') !== undefined || parseNumber(cell, 'decimalComma') !== undefined
}
