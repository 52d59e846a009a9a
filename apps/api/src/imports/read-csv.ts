import { csvScanner } from '@profilkort/domain/imports/csv/csv-scanner'
import type { CsvDialect } from '@profilkort/domain/imports/csv/dialect'
import type { FileRow } from '@profilkort/domain/imports/file-row'
import { decode } from './decode.ts'
import type { Encoding } from './encoding.ts'
import { refusedRows } from './refuse-broken.ts'

export interface WrittenCsv extends CsvDialect {
  readonly encoding: Encoding
  readonly headerLine: number
}

/** The rows of a file of separated values from its header on, a chunk of the file at a time. */
export async function* readCsv(file: string, written: WrittenCsv): AsyncGenerator<readonly FileRow[]> {
  const scanner = csvScanner(written)
  const fromHeader = (rows: readonly FileRow[]) =>
    (rows[0]?.line ?? 0) < written.headerLine ? rows.filter(({ line }) => line >= written.headerLine) : rows
  try {
    for await (const text of decode(file, written.encoding)) yield fromHeader(scanner.push(text))
    yield fromHeader(scanner.end())
  } catch (error) {
    throw refusedRows(error)
  }
}
