import type { Archive } from './archive.ts'
import { cellText, type SheetCell } from './cell-text.ts'
import { xmlParser } from './parse-xml.ts'
import { unescapeText } from './shared-strings.ts'
import type { Sheet, Workbook } from './workbook.ts'

export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  readonly number: number
  /** By place; those that are not there are empty. */
  readonly cells: readonly (SheetCell | undefined)[]
}

/** Columns that one cell stands in several rows of, as `{ column: 0, from: 2, to: 4 }`. */
export interface Merge {
  readonly column: number
  readonly from: number
  readonly to: number
}

const mostColumns = 16_384
const mostMerges = 20_000

/** The rows of a sheet with something in them, as they come; merges are handed over when they are met, below all rows. */
export async function* sheetRows(
  archive: Archive,
  { part }: Sheet,
  workbook: Workbook,
  strings: readonly string[],
  merges: Merge[] = [],
): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = []
  let cells: (SheetCell | undefined)[] = []
  let [row, column, type, style, text, isValue] = [0, -1, '', 0, '', false]
  const parser = xmlParser({
    open(name, attributes) {
      switch (name) {
        case 'row':
          row = attributes.r === undefined ? row + 1 : Number(attributes.r)
          column = -1
          cells = []
          return
        case 'c':
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
          type = attributes.t ?? 'n'
          style = Number(attributes.s ?? '0')
          text = ''
          return
        case 'v':
        case 't':
          isValue = true
          return
        case 'mergeCell':
          if (merges.length < mostMerges) merges.push(...mergeOf(attributes.ref ?? ''))
      }
    },
    text(piece) {
      if (isValue) text += piece
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'c' && text !== '' && column >= 0 && column < mostColumns) {
        const value = type === 's' ? (strings[Number(text)] ?? '') : text
        cells[column] = cellText(type === 'inlineStr' || type === 'str' ? unescapeText(value) : value, type, {
          shownAs: workbook.shownAs[style] ?? 'number',
          from1904: workbook.from1904,
        })
      } else if (name === 'row' && cells.length > 0) rows.push({ number: row, cells })
    },
  })
  for await (const chunk of archive.text(part)) {
    parser.write(chunk)
    if (rows.length > 0) yield rows
    rows = []
  }
}

/** `AB12` stands in the column 27. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const place = letter.charCodeAt(0) - 64
    if (place < 1 || place > 26) break
    column = column * 26 + place
  }
  return column - 1
}

/** What stands once in `B2:B4` is meant for all three rows; across columns it is a title. */
function mergeOf(reference: string): readonly Merge[] {
  const [first = '', last = first] = reference.split(':')
  const [from, to] = [first, last].map((each) => Number(/\d+$/.exec(each)?.[0] ?? '0')) as [number, number]
  return to > from && columnOf(first) === columnOf(last) ? [{ column: columnOf(first), from, to }] : []
}
