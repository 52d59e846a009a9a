import type { CsvDialect } from './dialect.ts'

interface QuotedRow {
  readonly cells: readonly string[]
  /** Where the next row begins. */
  readonly end: number
  /** How many lines of the file it stands on. */
  readonly lines: number
  /** Whether the text ends inside a quote. */
  readonly isOpen: boolean
}

interface Cell {
  readonly text: string
  /** Where its delimiter or line end stands, or the end of the text. */
  readonly end: number
}

const [lineFeed, carriageReturn, space, backslash] = [10, 13, 32, 92]

/**
 * Reads a row in which quotes stand, from where it begins. Quotes wrap a cell only where they are its first and last
 * characters; others are letters. Undefined where the text ends before the row may.
 */
export function readQuotedRow(
  text: string,
  start: number,
  dialect: CsvDialect,
  isLast: boolean,
): QuotedRow | undefined {
  const delimiter = dialect.delimiter.charCodeAt(0)
  const cells: string[] = []
  let at = start
  for (;;) {
    const cell = readWrapped(text, at, dialect, isLast) ?? readBare(text, at, delimiter)
    if (cell === 'open') {
      return isLast ? { cells, end: text.length, lines: 0, isOpen: true } : undefined
    }
    cells.push(cell.text)
    at = cell.end
    if (at >= text.length) {
      return isLast ? { cells, end: at, lines: countLines(text, start, at), isOpen: false } : undefined
    }
    if (text.charCodeAt(at) === delimiter) {
      at++
      continue
    }
    const isReturn = text.charCodeAt(at) === carriageReturn
    if (isReturn && at === text.length - 1 && !isLast) return undefined
    const end = isReturn && text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1
    return { cells, end, lines: countLines(text, start, end), isOpen: false }
  }
}

function readBare(text: string, start: number, delimiter: number): Cell {
  let end = start
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === delimiter || code === lineFeed || code === carriageReturn) break
  }
  return { text: text.slice(start, end), end }
}

/** A cell that quotes wrap; undefined where none do, `open` where the text ends before it is decided. */
function readWrapped(
  text: string,
  start: number,
  dialect: CsvDialect,
  isLast: boolean,
): Cell | 'open' | undefined {
  const { quote, escaping } = dialect
  if (quote === undefined) return undefined
  const code = quote.charCodeAt(0)
  const open = skipBlanks(text, start, dialect)
  if (text.charCodeAt(open) !== code) return undefined
  let read = ''
  let from = open + 1
  for (let at = from; ; at++) {
    at = nextMark(text, at, quote, escaping)
    // What the next character decides has to wait for it, and for the one after it where that is a quote.
    if (at === -1 || (!isLast && at + 2 >= text.length)) return 'open'
    if (text.charCodeAt(at) === backslash) {
      const next = text.charCodeAt(at + 1)
      // A backslash before the wrapping quote may be a letter of a path: `"C:\"` is closed there.
      const isEscape = next === backslash || (next === code && !endsCell(text, at + 2, dialect))
      if (isEscape) {
        read += text.slice(from, at) + text.charAt(at + 1)
        from = at + 2
        at++
      }
      continue
    }
    if (text.charCodeAt(at + 1) === code) {
      read += text.slice(from, at + 1)
      from = at + 2
      at++
      continue
    }
    const after = skipBlanks(text, at + 1, dialect)
    if (after >= text.length && !isLast) return 'open'
    if (endsCell(text, after, dialect)) return { text: read + text.slice(from, at), end: after }
    // A quote in the middle: another letter where a wrapping one follows, else nothing was ever wrapped.
    const close = findClose(text, at + 1, dialect, isLast)
    if (close === 'open' || close === undefined) return close
    at = close - 1
  }
}

function nextMark(text: string, at: number, quote: string, escaping: CsvDialect['escaping']): number {
  const next = text.indexOf(quote, at)
  if (escaping === 'doubled') return next
  const escaped = text.slice(at, next === -1 ? text.length : next).indexOf('\\')
  return escaped === -1 ? next : at + escaped
}

function skipBlanks(text: string, start: number, { delimiter }: CsvDialect): number {
  if (delimiter === ' ') return start
  let at = start
  while (text.charCodeAt(at) === space) at++
  return at
}

function endsCell(text: string, at: number, { delimiter }: CsvDialect): boolean {
  if (at >= text.length) return true
  const code = text.charCodeAt(at)
  return code === delimiter.charCodeAt(0) || code === lineFeed || code === carriageReturn
}

/** Cells with quotes that nobody doubled are short: looking further for their end costs too much. */
const farthest = 4096

/** Where, before the end of the line and before another cell is opened, a quote closes the cell; `open` where the text ends first. */
function findClose(
  text: string,
  start: number,
  dialect: CsvDialect,
  isLast: boolean,
): number | 'open' | undefined {
  const delimiter = dialect.delimiter.charCodeAt(0)
  for (let at = start; at < start + farthest; at++) {
    if (at + 1 >= text.length && !isLast) return 'open'
    if (at >= text.length) return undefined
    const code = text.charCodeAt(at)
    if (code === lineFeed || code === carriageReturn) return undefined
    if (code === delimiter && text[at + 1] === dialect.quote) return undefined
    if (text[at] === dialect.quote && endsCell(text, at + 1, dialect)) return at
  }
  return undefined
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) lines++
  }
  return lines
}
