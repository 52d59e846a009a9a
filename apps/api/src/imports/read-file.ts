import type { FileRow } from '@profilkort/domain/imports/file-row'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import type { Recognised } from './recognise.ts'
import { readWorkbook } from './xlsx/read-workbook.ts'

/** The rows of a file, header first, as they stand; blank lines are left out. Bounded in memory whatever the file. */
export async function* readFile(file: string, recognised: Recognised): AsyncGenerator<FileRow> {
  for await (const rows of readBatches(file, recognised)) yield* rows
}

/** The same, many at a time: for who reads millions. */
export function readBatches(file: string, recognised: Recognised): AsyncGenerator<readonly FileRow[]> {
  switch (recognised.format) {
    case 'csv':
      return readCsv(file, recognised)
    case 'ndjson':
    case 'json':
      return readJson(file, recognised)
    case 'xlsx':
      return readWorkbook(file, recognised)
  }
}
