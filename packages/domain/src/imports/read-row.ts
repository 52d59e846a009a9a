import type { Attribute, Value } from '../attributes/attribute.ts'
import { okUnless, type Problem, type Result } from '../result.ts'
import { isBlank } from './blank.ts'
import type { ColumnMapping, Mapping, Part } from './mapping.ts'
import type { NoteBook } from './notes.ts'
import { readDay, readNumber, readValue } from './read-value.ts'

/** One row of a file, read by its mapping. */
export interface ImportedRow {
  readonly line: number
  /** What the source knows it by: its key columns, together. */
  readonly externalId: string
  readonly parts: { readonly [P in Part]?: string }
  /** Of parts that are amounts. */
  readonly amounts: { readonly [P in Part]?: number }
  readonly attributes: { readonly [key: string]: Value }
  /** What the source said, as it said it: header to cell, blank ones left out. */
  readonly raw: { readonly [header: string]: string }
}

export interface RowReader {
  readonly headers: readonly string[]
  readonly mapping: Mapping
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly notes: NoteBook
}

/** Reads a row; its problems name the cells that cannot be taken, and cost this row only. */
export function readRow(reader: RowReader, cells: readonly string[], line: number): Result<ImportedRow> {
  const { headers, mapping, attributes, notes } = reader
  if (cells.length !== headers.length) {
    const message = `the row has ${cells.length} cells where the header has ${headers.length}; look for stray quotes or separators`
    return okUnless([{ path: [], message }], undefined as never)
  }
  const problems: Problem[] = []
  const parts: { [P in Part]?: string } = {}
  const amounts: { [P in Part]?: number } = {}
  const values: { [key: string]: Value } = {}
  const raw: { [header: string]: string } = {}
  for (const [index, column] of mapping.columns.entries()) {
    const written = cells[index] ?? ''
    const cell = correct(written.trim(), column)
    if (written !== '') raw[column.column] = written
    if (isBlank(cell)) continue
    if (!cell.isWellFormed() || cell.includes('\0')) {
      problems.push({
        path: [column.column],
        message: `${column.column}: the cell has a NUL or half a character`,
      })
      continue
    }
    const read = readCell(cell, column, attributes, line, notes)
    if (!read.ok) problems.push(...read.problems)
    else if (column.target.kind === 'attribute') values[column.target.key] = read.value
    else if (column.target.kind === 'part') {
      if (typeof read.value === 'number') amounts[column.target.part] = read.value
      else parts[column.target.part] = String(read.value)
    }
  }
  const externalId = mapping.key.map((header) => raw[header]?.trim() ?? '').join(' | ')
  if (mapping.key.every((header) => (raw[header]?.trim() ?? '') === '')) {
    problems.push({
      path: [...mapping.key],
      message: `${mapping.key.join(', ')}: blank, so nothing tells which one this is`,
    })
  }
  return okUnless(problems, { line, externalId, parts, amounts, attributes: values, raw })
}

function readCell(
  cell: string,
  column: ColumnMapping,
  attributes: ReadonlyMap<string, Attribute>,
  line: number,
  notes: NoteBook,
): Result<Value> {
  if (column.target.kind === 'part') {
    switch (column.target.part) {
      case 'openedOn':
      case 'closedOn':
        return readDay(cell, column)
      case 'value':
      case 'price':
        return readNumber(cell, column)
      default:
        return { ok: true, value: cell }
    }
  }
  return readValue(cell, column, attributes, line, notes)
}

function correct(cell: string, { corrections }: ColumnMapping): string {
  return corrections !== undefined && Object.hasOwn(corrections, cell) ? (corrections[cell] ?? cell) : cell
}
