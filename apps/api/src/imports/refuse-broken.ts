import { CsvBroken } from '@profilkort/domain/imports/csv/csv-scanner'
import { ImportRefused } from './problem.ts'

/** What a user is told of a text that cannot be told apart into rows; another error stays what it is. */
export function refusedRows(error: unknown): unknown {
  if (!(error instanceof CsvBroken)) return error
  const { code, line } = error
  switch (code) {
    case 'RECORD_TOO_LONG':
      return new ImportRefused(
        code,
        `Line ${line} begins a row without an end, of many MiB or over many lines. Either this is not CSV, or a quote is opened there and never closed.`,
      )
    case 'QUOTE_NOT_CLOSED':
      return new ImportRefused(
        code,
        `The row on line ${line} opens a quote that is never closed. Close it and try again.`,
      )
  }
}
