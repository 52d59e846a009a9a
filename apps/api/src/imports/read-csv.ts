import { csvScanner } from '@profilkort/domain/imports/csv/csv-scanner'
import type { RecognisedDialect } from '@profilkort/domain/imports/csv/recognise-dialect'
import type { FileRow } from '@profilkort/domain/imports/file-row'
import { unescapeFormula, unescapeRow } from '@profilkort/domain/imports/rejects'
import { decode } from './decode.ts'
import type { Encoding } from './encoding.ts'
import { refusedRows } from './refuse-broken.ts'

export interface WrittenCsv extends RecognisedDialect {
  readonly encoding: Encoding
}

/** The rows of a file of separated values from its header on, a chunk of the file at a time. */
export async function* readCsv(file: string, written: WrittenCsv): AsyncGenerator<readonly FileRow[]> {
  const scanner = csvScanner(written)
  const clean = rowCleaner(written)
  let width = 0
  const below = (rows: readonly FileRow[]) => {
    const own =
      (rows[0]?.line ?? 0) < written.headerLine ? rows.filter(({ line }) => line >= written.headerLine) : rows
    width ||= own[0]?.cells.length ?? 0
    return clean(own, width)
  }
  try {
    for await (const text of decode(file, written.encoding)) yield below(scanner.push(text))
    yield below(scanner.end())
  } catch (error) {
    throw refusedRows(error)
  }
}

/**
 * Leaves out the reasons of a file that comes back mended, and what its cells were escaped with, those of an export of
 * this product too. Needs how many cells the header has, that of the reasons among them.
 */
export function rowCleaner({ hasReasons, isOwnExport }: RecognisedDialect) {
  return (rows: readonly FileRow[], width: number): readonly FileRow[] => {
    if (hasReasons) return rows.map((row) => ({ ...row, cells: unescapeRow(row.cells, width) }))
    return isOwnExport ? rows.map((row) => ({ ...row, cells: row.cells.map(unescapeFormula) })) : rows
  }
}
