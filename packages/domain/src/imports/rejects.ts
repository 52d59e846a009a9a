import { writeRow } from './csv/write-csv.ts'
import { parseNumber } from './numbers.ts'

/** What the last column of a file of rows that could not be taken is called; by it the file is known when it comes back. */
export const reasonHeader = 'reason (Profilkort)'

/** A row that could not be taken, as it stood, and why. */
export interface Reject {
  readonly cells: readonly string[]
  readonly reason: string
}

/** The first line of such a file. */
export function rejectsHeader(headers: readonly string[], delimiter: string): string {
  return `${writeRow([...headers.map(escapeFormula), reasonHeader], delimiter)}\r\n`
}

/** A row of such a file. Cells that a spreadsheet would compute are escaped, and unescaped when the file comes back. */
export function rejectLine(headers: readonly string[], { cells, reason }: Reject, delimiter: string): string {
  const padded = [...headers.map((_, index) => cells[index] ?? ''), ...cells.slice(headers.length)]
  return `${writeRow([...padded.map(escapeFormula), escapeFormula(reason)], delimiter)}\r\n`
}

/** A row of a file that comes back, without the reason and as it was before it was escaped. */
export function unescapeRow(cells: readonly string[], columns: number): readonly string[] {
  const own = cells.length === columns ? cells.slice(0, -1) : cells
  return own.map(unescapeFormula)
}

/** A cell as it was before it was escaped. */
export function unescapeFormula(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}

/** A cell that a spreadsheet takes for a text: one that begins as a formula does, and is no number, gets an apostrophe. */
export function escapeFormula(cell: string): string {
  if (!/^'*[=+\-@\t\r]/.test(cell)) return cell
  const isNumber = [parseNumber(cell, 'decimalPoint'), parseNumber(cell, 'decimalComma')].some(
    (number) => number !== undefined,
  )
  return isNumber ? cell : `'${cell}`
}
