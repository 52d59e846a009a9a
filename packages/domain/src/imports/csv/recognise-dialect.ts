import type { FileRow } from '../file-row.ts'
import { attributeOf, partOf } from '../headers.ts'
import { importKinds } from '../kinds.ts'
import { isOwnExport } from '../ready/profilkort.ts'
import { reasonHeader } from '../rejects.ts'
import { CsvBroken, csvScanner } from './csv-scanner.ts'
import type { CsvDialect } from './dialect.ts'

export interface RecognisedDialect extends CsvDialect {
  /** The line that the header begins on: above it stand titles, or the `sep=` of a spreadsheet. */
  readonly headerLine: number
  /** Whether it is a file of rows that could not be taken, mended: its last column has the reasons. */
  readonly hasReasons: boolean
  /** Whether it is an export of this product, in which cells that a spreadsheet would compute are escaped. */
  readonly isOwnExport: boolean
}

/** In this order where they explain a text equally well. */
const delimiters = [',', ';', '\t', '|', '^', '~', '\u001f', '\u001e', ':'] as const
const looked = 200

/** How a text of separated values is written, by its beginning; whether that is the whole of it is told by `isWhole`. */
export function recogniseDialect(sample: string, isWhole: boolean): RecognisedDialect {
  const quote = recogniseQuote(sample)
  const { rows, ...best } = declaredDialect(sample, quote, isWhole) ?? guessDialect(sample, quote, isWhole)
  const header = rows.find(({ line }) => line >= best.headerLine)
  return {
    ...best,
    hasReasons: header?.cells.at(-1)?.trim() === reasonHeader,
    isOwnExport: isOwnExport(header?.cells ?? []),
  }
}

/** Spreadsheets take `sep=;` on the first line for the delimiter. */
function declaredDialect(sample: string, quote: CsvDialect['quote'], isWhole: boolean) {
  const delimiter = /^sep=(.)\r?\n/i.exec(sample)?.[1]
  if (delimiter === undefined) return undefined
  const dialect = { delimiter, quote, escaping: recogniseEscape(sample, delimiter) }
  return { ...dialect, headerLine: 2, rows: scanSome(sample, dialect, isWhole) }
}

function guessDialect(sample: string, quote: CsvDialect['quote'], isWhole: boolean) {
  const guesses = delimiters.map((delimiter) => {
    const dialect = { delimiter, quote, escaping: recogniseEscape(sample, delimiter) }
    const rows = scanSome(sample, dialect, isWhole)
    return { dialect, rows, ...judge(rows) }
  })
  const best = guesses.reduce((most, guess) => (guess.score > most.score ? guess : most))
  return { ...best.dialect, headerLine: best.headerLine, rows: best.rows }
}

function scanSome(sample: string, dialect: CsvDialect, isWhole: boolean): readonly FileRow[] {
  const scanner = csvScanner(dialect)
  try {
    const rows = scanner.push(sample)
    // Of a file that is cut off, the last row may be half of one.
    return (isWhole || rows.length === 0 ? [...rows, ...scanner.end()] : rows).slice(0, looked)
  } catch (error) {
    if (error instanceof CsvBroken) return []
    throw error
  }
}

/** How well a delimiter explains rows: how many have as many cells as most of them, and whether a header does. */
function judge(rows: readonly FileRow[]): { readonly score: number; readonly headerLine: number } {
  const first = rows[0]
  if (first === undefined) return { score: 0, headerLine: 1 }
  const often = new Map<number, number>()
  for (const { cells } of rows) often.set(cells.length, (often.get(cells.length) ?? 0) + 1)
  const [width, fitting] = [...often].reduce((most, each) => (each[1] > most[1] ? each : most))
  const share = fitting / rows.length
  if (width === 1) return { score: 0.01, headerLine: first.line }
  if (first.cells.length === width && !isTitle(first.cells))
    return { score: 1 + share, headerLine: first.line }
  const header = rows.find(({ cells }) => cells.length === width && !isTitle(cells))
  // A header of more or fewer cells than its rows is a header still; lines above one look like no header at all.
  if (header === undefined || !looksLikeHeader(header.cells, first.cells)) {
    const isSplit = first.cells.length > 1
    return { score: isSplit ? 0.6 + share / 4 : 0.02 * share, headerLine: first.line }
  }
  return { score: 0.9 * share, headerLine: header.line }
}

/** A line with one filled cell, or two as `Exported: 2026-11-26`: the title of a report, padded to its width. */
function isTitle(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '').length
  return cells.length > 2 && filled <= Math.max(1, Math.floor(cells.length / 4)) && filled <= 2
}

function looksLikeHeader(cells: readonly string[], above: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim())
  const areNames = names.every((name) => name !== '' && !/^[\d.,\s%-]+$/.test(name) && name.length <= 100)
  if (!areNames || new Set(names).size < names.length) return false
  if (above.length > names.length) return false
  const known = names.filter((name) =>
    importKinds.some((kind) => partOf(kind, name) !== undefined || attributeOf(name) !== undefined),
  )
  return known.length > 0 || (names.length >= 3 && above.length < names.length)
}

/** Single quotes wrap cells where they open and close several of them and double ones do not. */
function recogniseQuote(sample: string): '"' | "'" {
  const wrapped = (quote: string) =>
    sample.match(
      new RegExp(
        `(?:^|[,;|\\t])${quote}(?:[^${quote}\\n]|${quote}${quote})*${quote}(?=[,;|\\t\\r\\n]|$)`,
        'gm',
      ),
    )?.length ?? 0
  const opened = sample.match(/(?:^|[,;|\t])'/gm)?.length ?? 0
  const single = wrapped("'")
  return single >= 3 && single >= opened * 0.9 && wrapped('"') === 0 ? "'" : '"'
}

/** `\"` in the middle of a wrapped cell; before its end it is a backslash and a closing quote. */
function recogniseEscape(sample: string, delimiter: string): CsvDialect['escaping'] {
  const sign = delimiter.replaceAll(/[|^$]/g, '\\$&')
  return new RegExp(`[^\\\\"'${sign}\\n]\\\\["'][^"'${sign}\\r\\n]`).test(sample) ? 'backslash' : 'doubled'
}
