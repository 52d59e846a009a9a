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
  const clean = cleaner(written)
  try {
    for await (const text of decode(file, written.encoding)) yield clean(scanner.push(text))
    yield clean(scanner.end())
  } catch (error) {
    throw refusedRows(error)
  }
}

/** Leaves out what stands above the header, the reasons of a file that comes back mended, and what its cells were escaped with. */
function cleaner({ headerLine, hasReasons, isOwnExport }: RecognisedDialect) {
  let width: number | undefined
  return (rows: readonly FileRow[]): readonly FileRow[] => {
    const below = (rows[0]?.line ?? 0) < headerLine ? rows.filter(({ line }) => line >= headerLine) : rows
    if (!hasReasons && !isOwnExport) return below
    if (!hasReasons) return below.map((row) => ({ ...row, cells: row.cells.map(unescapeFormula) }))
    width ??= below[0]?.cells.length
    return below.map((row) => ({ ...row, cells: unescapeRow(row.cells, width ?? 0) }))
  }
}
