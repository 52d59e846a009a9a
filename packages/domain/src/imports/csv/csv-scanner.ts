import type { FileRow } from '../file-row.ts'
import type { CsvDialect } from './dialect.ts'
import { readQuotedRow } from './quoted-row.ts'

/** A text that cannot be told apart into rows or objects. */
export class CsvBroken extends Error {
  override readonly name = 'CsvBroken'
  readonly code: 'RECORD_TOO_LONG' | 'QUOTE_NOT_CLOSED'
  /** Where the row begins. */
  readonly line: number
  constructor(code: CsvBroken['code'], line: number) {
    super(`${code} on line ${line}`)
    this.code = code
    this.line = line
  }
}

/** A row of more characters than this cannot be taken. */
const longestRow = 1024 * 1024
/** A line of more characters than this is no line of a table. */
const longestLine = 8 * longestRow
/** Of an unfinished row of more than this, as much again is waited for: to look at it with each chunk would take ever longer. */
const patience = longestRow / 4
/** So much of a row that is too long is shown. */
const shownOfRow = 200

/**
 * Tells chunks of text apart into rows. Lines end with LF, CRLF or CR, mixed as they come; lines with nothing but blanks
 * are left out, and one that is too long is a row with a problem. Holds the unfinished row only. Throws `CsvBroken`.
 * @param firstLine the number of the line that the text begins on
 */
export function csvScanner(dialect: CsvDialect, firstLine = 1) {
  const { delimiter, quote } = dialect
  let rest = ''
  let awaited = 0
  let line = firstLine

  function scan(text: string, isLast: boolean): FileRow[] {
    const rows: FileRow[] = []
    let [lf, cr, quoted] = [-2, -2, quote === undefined ? -1 : -2]
    let start = 0
    while (start < text.length) {
      if (lf !== -1 && lf < start) lf = text.indexOf('\n', start)
      if (cr !== -1 && cr < start) cr = text.indexOf('\r', start)
      if (quote !== undefined && quoted !== -1 && quoted < start) quoted = text.indexOf(quote, start)
      const lineEnd = cr === -1 || (lf !== -1 && lf < cr) ? lf : cr
      if (quoted !== -1 && (lineEnd === -1 || quoted < lineEnd)) {
        const row = readQuotedRow(text, start, dialect, isLast)
        if (row === undefined) break
        if (row.isOpen) throw new CsvBroken('QUOTE_NOT_CLOSED', line)
        const isTooLong = row.lines <= 1 && row.end - start > longestRow
        if (isTooLong) rows.push(tooLong(text, start, line))
        else if (!isEmpty(row.cells)) rows.push({ cells: row.cells, line })
        line += row.lines
        start = row.end
        continue
      }
      if (lineEnd === -1 && !isLast) break
      // A CR at the end of the chunk may be half of a CRLF.
      if (lineEnd === cr && cr === text.length - 1 && !isLast) break
      const end = lineEnd === -1 ? text.length : lineEnd
      if (end - start > longestRow) rows.push(tooLong(text, start, line))
      else if (end > start) {
        const cells = text.slice(start, end).split(delimiter)
        if (!isEmpty(cells)) rows.push({ cells, line })
      }
      line++
      start = end === cr && lf === cr + 1 ? end + 2 : end + 1
    }
    rest = start >= text.length ? '' : text.slice(start)
    awaited = rest.length > patience ? rest.length * 2 : 0
    if (isBeyondMeasure(rest)) throw new CsvBroken('RECORD_TOO_LONG', line)
    return rows
  }

  return {
    /** The rows that a chunk of text completes. */
    push(text: string): readonly FileRow[] {
      const all = rest === '' ? text : rest + text
      if (all.length >= awaited) return scan(all, false)
      rest = all
      return []
    },
    /** The last row, where the text does not end with a line end. */
    end: (): readonly FileRow[] => scan(rest, true),
  }
}

/** What is shown of it is copied letter by letter: a part of a text would keep all of the text in memory. */
function tooLong(text: string, start: number, line: number): FileRow {
  const cells = [`${Array.from(text.slice(start, start + shownOfRow)).join('')}…`]
  return { cells, line, problem: 'the row is longer than 1 MiB; shorten it and import it again' }
}

/** Whether a row that is not at its end yet cannot have one: within one line it may be long, over several a quote is open. */
function isBeyondMeasure(rest: string): boolean {
  if (rest.length <= longestRow) return false
  // A CR at the end of a chunk may be half of a CRLF, and ends the row.
  const isWithin = (sign: string) => ![-1, rest.length - 1].includes(rest.indexOf(sign))
  return rest.length > longestLine || isWithin('\n') || isWithin('\r')
}

function isEmpty(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false
  return true
}
