import { open, stat } from 'node:fs/promises'
import { CsvBroken, csvScanner } from '@profilkort/domain/imports/csv/csv-scanner'
import type { FileRow } from '@profilkort/domain/imports/file-row'
import { withoutBlankEnd } from '@profilkort/domain/imports/read-row'
import { rowCleaner } from './read-csv.ts'
import { readBatches } from './read-file.ts'
import type { Recognised, RecognisedCsv } from './recognise.ts'

/** Files up to this are read whole, in bytes. */
const wholeUpTo = 16 * 1024 ** 2
/** Of larger ones so many blocks are read, spread evenly. */
const blocks = 32
const blockBytes = 256 * 1024
/** So many cells are held at a time: 20,000 rows of 12, 1,200 of 200. */
const mostCells = 240_000
/** Rows that are held besides because of a column that hardly any other fills, for each such column. */
const ofRare = 5

/** Rows of a file below its header that have a cell for each column: all of a small file, some from everywhere of a large one. */
export async function sampleRows(
  file: string,
  recognised: Recognised,
  columns: number,
): Promise<readonly (readonly string[])[]> {
  const gathered = thinner(Math.max(100, Math.floor(mostCells / columns)), columns)
  const gather = (rows: readonly FileRow[]) => {
    for (const row of rows) {
      const cells = withoutBlankEnd(row.cells, columns)
      if (cells.length === columns) gathered.add(cells)
    }
  }
  const { size } = await stat(file)
  if (recognised.format === 'csv' && size > wholeUpTo) {
    const clean = rowCleaner(recognised)
    for await (const rows of readBlocks(file, recognised, size)) gather(clean(rows, columns + 1))
    return gathered.rows()
  }
  let isHeader = true
  for await (const rows of readBatches(file, recognised)) {
    gather(isHeader ? rows.slice(1) : rows)
    if (rows.length > 0) isHeader = false
  }
  return gathered.rows()
}

/**
 * Keeps every row until there are too many, then one of two, then one of four, … Which ones looks like chance, so that
 * a file in which every second row is another kind is seen as it is; for the same file they are the same. The first rows
 * that fill a column are kept in any case: no column is taken for empty that is not.
 */
function thinner(most: number, columns: number) {
  let kept: (readonly string[])[] = []
  let lots: number[] = []
  let [mask, seen] = [0, 0]
  const rare: { readonly lot: number; readonly cells: readonly string[] }[] = []
  let hardlySeen = Array.from({ length: columns }, (_, column) => ({ column, filled: 0 }))
  const isDrawn = (lot: number) => (lot & mask) === 0
  const isRare = (cells: readonly string[]) => {
    const filled = hardlySeen.filter(({ column }) => (cells[column] ?? '').trim() !== '')
    for (const each of filled) each.filled++
    if (filled.some((each) => each.filled === ofRare)) {
      hardlySeen = hardlySeen.filter((each) => each.filled < ofRare)
    }
    return filled.length > 0
  }
  return {
    add(cells: readonly string[]): void {
      const lot = lotOf(seen++)
      if (hardlySeen.length > 0 && isRare(cells)) rare.push({ lot, cells })
      if (!isDrawn(lot)) return
      kept.push(cells)
      lots.push(lot)
      if (kept.length <= most) return
      mask = mask * 2 + 1
      kept = kept.filter((_, index) => isDrawn(lots[index] ?? 0))
      lots = lots.filter(isDrawn)
    },
    rows: (): readonly (readonly string[])[] => [
      ...kept,
      ...rare.flatMap(({ lot, cells }) => (isDrawn(lot) ? [] : [cells])),
    ],
  }
}

/** 32 bits that have no pattern from one number to the next, as MurmurHash ends. */
function lotOf(number: number): number {
  let lot = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  lot = Math.imul(lot ^ (lot >>> 13), 0xc2b2ae35)
  return lot ^ (lot >>> 16)
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
