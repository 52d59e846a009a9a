import { readCsv } from './read-csv.ts'
import type { Recognised } from './recognise.ts'

/** A row of a file and the line it begins on; the first row is the header. Cells may be slices of a chunk of the file. */
export interface FileRow {
  readonly cells: readonly string[]
  readonly line: number
}

/** The rows of a file, header first, as they stand; blank lines are left out. Bounded in memory whatever the file. */
export async function* readFile(file: string, recognised: Recognised): AsyncGenerator<FileRow> {
  for await (const rows of readBatches(file, recognised)) yield* rows
}

/** The same, many at a time: for who reads millions. */
export function readBatches(file: string, recognised: Recognised): AsyncGenerator<readonly FileRow[]> {
  switch (recognised.format) {
    case 'csv':
      return readCsv(file, recognised)
  }
}
