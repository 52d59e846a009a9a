import { open, stat } from 'node:fs/promises'
import { CsvBroken, csvScanner } from '@profilkort/domain/imports/csv/csv-scanner'
import type { FileRow } from '@profilkort/domain/imports/file-row'
import { unescapeRow } from '@profilkort/domain/imports/rejects'
import { readBatches } from './read-file.ts'
import type { Recognised, RecognisedCsv } from './recognise.ts'

/** Files up to this are read whole, in bytes. */
const wholeUpTo = 16 * 1024 ** 2
/** Of larger ones so many blocks are read, spread evenly. */
const blocks = 32
const blockBytes = 256 * 1024
/** So many cells are held at a time: 20,000 rows of 12, 1,200 of 200. */
const mostCells = 240_000

/** Rows of a file below its header that have a cell for each column: all of a small file, some from everywhere of a large one. */
export async function sampleRows(
  file: string,
  recognised: Recognised,
  columns: number,
): Promise<readonly (readonly string[])[]> {
  const gathered = thinner(Math.max(100, Math.floor(mostCells / columns)))
  const { size } = await stat(file)
  if (recognised.format === 'csv' && size > wholeUpTo) {
    for await (const rows of readBlocks(file, recognised, size)) {
      for (const { cells } of rows) {
        const own = recognised.hasReasons ? unescapeRow(cells, columns + 1) : cells
        if (own.length === columns) gathered.add(own)
      }
    }
    return gathered.rows()
  }
  let isHeader = true
  for await (const rows of readBatches(file, recognised)) {
    for (const { cells } of rows) {
      if (!isHeader && cells.length === columns) gathered.add(cells)
      isHeader = false
    }
  }
  return gathered.rows()
}

/** Keeps every row until there are too many, then every second, then every fourth, … */
function thinner(most: number) {
  let kept: (readonly string[])[] = []
  let [step, seen] = [1, 0]
  return {
    add(cells: readonly string[]): void {
      if (seen++ % step !== 0) return
      kept.push(cells)
      if (kept.length <= most) return
      kept = kept.filter((_, index) => index % 2 === 0)
      step *= 2
    },
    rows: (): readonly (readonly string[])[] => kept,
  }
}

/** Rows of blocks spread over a file; what a block begins and ends in the middle of is left out. */
async function* readBlocks(
  file: string,
  recognised: RecognisedCsv,
  size: number,
): AsyncGenerator<readonly FileRow[]> {
  const handle = await open(file)
  try {
    for (let block = 0; block < blocks; block++) {
      // Even, so that UTF-16 keeps its pairs.
      const from = Math.floor(((size - blockBytes) * block) / (blocks - 1) / 2) * 2
      const { buffer } = await handle.read(Buffer.alloc(blockBytes), 0, blockBytes, from)
      const text = new TextDecoder(recognised.encoding).decode(buffer)
      yield scan(text.slice(text.search(/[\r\n]/) + 1), recognised).slice(1)
    }
  } finally {
    await handle.close()
  }
}

function scan(text: string, recognised: RecognisedCsv): readonly FileRow[] {
  try {
    return csvScanner(recognised).push(text)
  } catch (error) {
    if (error instanceof CsvBroken) return []
    throw error
  }
}
