import type { Attribute, Value } from '../attributes/attribute.ts'
import { failed, ok, okUnless, type Problem, type Result } from '../result.ts'
import { isBlank } from './blank.ts'
import { keyReader } from './external-id.ts'
import type { ColumnMapping, Mapping, Part } from './mapping.ts'
import type { NoteBook } from './notes.ts'
import type { ColumnProfile } from './profile-columns.ts'
import { readDay, readNumber, readValue, type ValueReader } from './read-value.ts'

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
  readonly profiles: readonly ColumnProfile[]
  readonly notes: NoteBook
}

/** Reads a row; its problems name the cells that cannot be taken, and cost this row only. */
export function readRow(reader: RowReader, cells: readonly string[], line: number): Result<ImportedRow> {
  const { headers, mapping, attributes, profiles, notes } = reader
  if (cells.length !== headers.length) {
    const message = `the row has ${cells.length} cells where the header has ${headers.length}; look for stray quotes or separators`
    return okUnless([{ path: [], message }], undefined as never)
  }
  const problems: Problem[] = []
  const parts: { [P in Part]?: string } = {}
  const amounts: { [P in Part]?: number } = {}
  const values: { [key: string]: Value } = {}
  // Without a prototype: a column may be called `constructor` or `__proto__`.
  const raw: { [header: string]: string } = Object.create(null)
  for (const [index, column] of mapping.columns.entries()) {
    const written = cells[index] ?? ''
    const cell = correct(written.trim(), column)
    if (written !== '') raw[column.column] = written
    if (isBlank(cell)) continue
    if (/[\0\uFFFD]/.test(cell) || !cell.isWellFormed()) {
      problems.push({
        path: [column.column],
        message: `${column.column}: the cell has a character that could not be read; mend it and import the row again`,
      })
      continue
    }
    const counts = profiles[index]?.counts ?? new Map<string, number>()
    const read = readCell(cell, column, { attributes, counts, line, notes })
    if (!read.ok) problems.push(...read.problems)
    else if (column.target.kind === 'attribute') values[column.target.key] = read.value
    else if (column.target.kind === 'part') {
      if (typeof read.value === 'number') amounts[column.target.part] = read.value
      else if (typeof read.value === 'string') parts[column.target.part] = read.value
    }
  }
  const fullName = [parts.firstName, parts.lastName].filter((part) => part !== undefined).join(' ')
  if (parts.name === undefined && fullName !== '') parts.name = fullName
  const externalId = keyReader(mapping)((header) => raw[header] ?? '')
  if (externalId === undefined) {
    problems.push({
      path: [...mapping.key],
      message: `${mapping.key.join(', ')}: blank, so nothing tells which one this is`,
    })
  } else if (externalId.length > longest) {
    problems.push({
      path: [...mapping.key],
      message: `${mapping.key.join(', ')}: ${externalId.length} characters are too many for what tells rows apart`,
    })
  }
  return okUnless(problems, {
    line,
    externalId: externalId ?? '',
    parts,
    amounts,
    attributes: values,
    raw: { ...raw },
  })
}

function readCell(cell: string, column: ColumnMapping, reader: ValueReader): Result<Value> {
  if (column.target.kind === 'part') {
    switch (column.target.part) {
      case 'openedOn':
      case 'closedOn':
        return readDay(cell, column)
      case 'value':
      case 'price':
        return readNumber(cell, column)
      case 'currency':
        return readCurrency(cell, column)
      default:
        return readText(cell, column)
    }
  }
  return readValue(cell, column, reader)
}

const longest = 500

/** Names and ids are looked up, so they have to be of a sane length. */
function readText(cell: string, { column }: ColumnMapping): Result<string> {
  if (cell.length <= longest) return ok(cell)
  const message = `${column}: ${cell.length} characters are too many for a name or an id; look for a quote never closed`
  return failed({ path: [column], message })
}

function readCurrency(cell: string, { column }: ColumnMapping): Result<string> {
  const code = cell.toUpperCase()
  if (/^[A-Z]{3}$/.test(code)) return ok(code)
  return failed({ path: [column], message: `${column}: "${cell.slice(0, 40)}" is no currency such as NOK` })
}

function correct(cell: string, { corrections }: ColumnMapping): string {
  return corrections !== undefined && Object.hasOwn(corrections, cell) ? (corrections[cell] ?? cell) : cell
}
