import { CsvBroken, type CsvRow, csvScanner } from '@profilkort/domain/imports/csv/csv-scanner'
import type { CsvDialect } from '@profilkort/domain/imports/csv/dialect'
import { decode } from './decode.ts'
import type { Encoding } from './encoding.ts'
import { ImportRefused } from './problem.ts'

export interface WrittenCsv extends CsvDialect {
  readonly encoding: Encoding
  readonly headerLine: number
}

/** The rows of a file of separated values from its header on, a chunk of the file at a time. */
export async function* readCsv(file: string, written: WrittenCsv): AsyncGenerator<readonly CsvRow[]> {
  const scanner = csvScanner(written)
  const fromHeader = (rows: readonly CsvRow[]) =>
    (rows[0]?.line ?? 0) < written.headerLine ? rows.filter(({ line }) => line >= written.headerLine) : rows
  try {
    for await (const text of decode(file, written.encoding)) yield fromHeader(scanner.push(text))
    yield fromHeader(scanner.end())
  } catch (error) {
    throw error instanceof CsvBroken ? toRefusal(error) : error
  }
}

function toRefusal({ code, line }: CsvBroken): ImportRefused {
  switch (code) {
    case 'RECORD_TOO_LONG':
      return new ImportRefused(
        code,
        `Line ${line} begins a row of more than 1 MiB. Either this is not CSV, or a quote is opened there and never closed.`,
      )
    case 'QUOTE_NOT_CLOSED':
      return new ImportRefused(
        code,
        `The row on line ${line} opens a quote that is never closed. Close it and try again.`,
      )
  }
}
