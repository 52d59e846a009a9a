import type { FileRow } from '@profilkort/domain/imports/file-row'
import { ImportRefused } from '../problem.ts'
import { type Archive, openArchive } from './archive.ts'
import type { SheetCell } from './cell-text.ts'
import { readSharedStrings } from './shared-strings.ts'
import { type Merge, type SheetRow, sheetRows } from './sheet-rows.ts'
import { readWorkbookParts, type Sheet } from './workbook.ts'

/** An Excel workbook and the sheet of it that is read. */
export interface RecognisedWorkbook {
  readonly format: 'xlsx'
  readonly sheet: string
  /** All that can be chosen. */
  readonly sheets: readonly string[]
  /** The row that names the columns. */
  readonly headerLine: number
  /** How many columns the header has. */
  readonly width: number
  readonly merges: readonly Merge[]
  /** Headers of columns with numbers, but for one cell in fifty at most. */
  readonly typedNumbers: readonly string[]
  readonly hasBrokenBytes: false
}

const looked = 200

/** Looks at all rows of a sheet: the one that is asked for, or the first with something in it. */
export async function recogniseWorkbook(file: string, wanted?: string): Promise<RecognisedWorkbook> {
  return withArchive(file, async (archive) => {
    const workbook = await readWorkbookParts(archive)
    const visible = workbook.sheets.filter(({ isHidden }) => !isHidden)
    const strings = await readSharedStrings(archive)
    for (const sheet of wanted === undefined ? visible : [chooseSheet(workbook.sheets, wanted)]) {
      const merges: Merge[] = []
      const found = await lookAtSheet(sheetRows(archive, sheet, workbook, strings, merges))
      if (found === undefined) continue
      const names = visible.map(({ name }) => name)
      return { format: 'xlsx', sheet: sheet.name, sheets: names, ...found, merges, hasBrokenBytes: false }
    }
    throw new ImportRefused('EMPTY', 'The workbook has no sheet with anything in it.')
  })
}

/** The rows of the recognised sheet from its header on. */
export async function* readWorkbook(
  file: string,
  { sheet: name, headerLine, width, merges }: RecognisedWorkbook,
): AsyncGenerator<readonly FileRow[]> {
  const archive = await openArchive(file)
  try {
    const workbook = await readWorkbookParts(archive)
    const strings = await readSharedStrings(archive)
    const sheet = chooseSheet(workbook.sheets, name)
    const fill = mergeFiller(merges)
    for await (const rows of sheetRows(archive, sheet, workbook, strings)) {
      const below = rows.filter(({ number }) => number >= headerLine)
      yield below
        .map((row) => toRow(fill(row), width))
        .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    }
  } finally {
    archive.close()
  }
}

async function withArchive<Value>(file: string, use: (archive: Archive) => Promise<Value>): Promise<Value> {
  const archive = await openArchive(file)
  try {
    if (archive.has('xl/workbook.bin')) throw notXlsx('binary Excel workbook (.xlsb)')
    if (!archive.has('xl/workbook.xml')) throw notXlsx('zip file and no Excel workbook')
    return await use(archive)
  } finally {
    archive.close()
  }
}

function notXlsx(what: string): ImportRefused {
  return new ImportRefused(
    'NOT_CSV',
    `This is a ${what}. Save the list as an Excel workbook (.xlsx) or CSV (UTF-8) and import that.`,
  )
}

function chooseSheet(sheets: readonly Sheet[], wanted: string): Sheet {
  const found = sheets.find(({ name }) => name === wanted) ?? sheets[Number(wanted) - 1]
  if (found !== undefined) return found
  const names = sheets.map(({ name }) => name).join(', ')
  throw new ImportRefused('NO_SHEET', `The workbook has no sheet "${wanted}". It has: ${names}.`)
}

async function lookAtSheet(batches: AsyncIterable<readonly SheetRow[]>) {
  const first: SheetRow[] = []
  const columns: { numbers: number; others: number }[] = []
  for await (const rows of batches) {
    for (const row of rows) {
      if (first.length < looked) first.push(row)
      for (const [place, cell] of row.cells.entries()) {
        if (cell === undefined || cell.text === '') continue
        columns[place] ??= { numbers: 0, others: 0 }
        columns[place][cell.isNumber ? 'numbers' : 'others']++
      }
    }
  }
  const header = findHeader(first)
  if (header === undefined) return undefined
  const names = Array.from(header.cells, (cell) => (cell?.text ?? '').trim())
  const width = Math.max(names.length, columns.length)
  // Of a column of numbers the header is a text, and titles above it may be others.
  const typedNumbers = names.filter((_, place) => {
    const { numbers = 0, others = 0 } = columns[place] ?? {}
    return numbers > 0 && others - textsUpTo(first, header.number, place) <= numbers / 50
  })
  return { headerLine: header.number, width, typedNumbers }
}

function textsUpTo(rows: readonly SheetRow[], line: number, place: number): number {
  return rows.filter(({ number, cells }) => {
    const cell = cells[place]
    return number <= line && cell !== undefined && cell.text !== '' && !cell.isNumber
  }).length
}

/** The first row that fills half of the columns: above it stand titles. */
function findHeader(rows: readonly SheetRow[]): SheetRow | undefined {
  const filled = ({ cells }: SheetRow) => cells.filter((cell) => (cell?.text ?? '').trim() !== '').length
  const widest = Math.max(0, ...rows.map(filled))
  return widest === 0 ? undefined : rows.find((row) => filled(row) >= widest / 2)
}

/** Puts what stands once for several rows in each of them. */
function mergeFiller(merges: readonly Merge[]) {
  const begun = new Map<Merge, SheetCell>()
  const byFirst = Map.groupBy(merges, ({ from }) => from)
  return (row: SheetRow): SheetRow => {
    for (const merge of byFirst.get(row.number) ?? []) {
      const cell = row.cells[merge.column]
      if (cell !== undefined) begun.set(merge, cell)
    }
    if (begun.size === 0) return row
    const cells = [...row.cells]
    for (const [merge, cell] of begun) {
      if (merge.to < row.number) begun.delete(merge)
      else cells[merge.column] ??= cell
    }
    return { ...row, cells }
  }
}

function toRow({ number, cells }: SheetRow, width: number): FileRow {
  const texts = Array.from({ length: width }, (_, place) => cells[place]?.text ?? '')
  const failed = cells.find((cell) => cell?.isError)
  if (failed === undefined) return { cells: texts, line: number }
  const problem = `a formula of the row ended in ${failed.text}; mend it in the workbook`
  return { cells: texts, line: number, problem }
}
