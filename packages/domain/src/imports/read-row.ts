import type { Attribute, Value } from '../attributes/attribute.ts'
import { failed, ok, type Problem, type Result } from '../result.ts'
import { blankIn } from './blank.ts'
import { currencyInRow } from './currencies.ts'
import { expectedForm } from './expected-form.ts'
import { keyReader } from './external-id.ts'
import type { FileRow } from './file-row.ts'
import { kinds, type Part } from './kinds.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'
import type { NoteBook } from './notes.ts'
import type { ColumnProfile } from './profile-columns.ts'
import { cellReader, longestText, RefusedCell } from './read-cell.ts'
import { leavesCurrency } from './row-currency.ts'

/** One row of a file, read by its mapping. */
export interface ImportedRow {
  readonly line: number
  /** What the source knows it by: its key columns, together. */
  readonly externalId: string
  readonly parts: { readonly [P in Part]?: string }
  /** Of parts that are amounts. */
  readonly amounts: { readonly [P in Part]?: number }
  readonly attributes: { readonly [key: string]: Value }
  /** What the source said, as it said it: a cell for each header. */
  readonly raw: readonly string[]
}

export interface Reading {
  readonly headers: readonly string[]
  readonly mapping: Mapping
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly profiles: readonly ColumnProfile[]
  readonly notes: NoteBook
  /** Whether the file has bytes that its encoding has no letter for; where they stood, U+FFFD stands now. */
  readonly hasBrokenBytes?: boolean
}

export type ReadRow = (row: FileRow) => Result<ImportedRow>

/** The reader of a file's rows. What it answers names the cells that cannot be taken, and they cost their row only. */
export function rowReader(reading: Reading): ReadRow {
  const { headers, mapping, attributes, profiles, notes, hasBrokenBytes = false } = reading
  const columns = mapping.columns
    .map((column, index) => ({
      column,
      index,
      read: cellReader(column, { attributes, counts: profiles[index]?.counts ?? new Map(), notes }),
      corrections: column.corrections && new Map(Object.entries(column.corrections)),
      form: expectedForm(column.target),
      isBlank: blankIn(column.target),
    }))
    // Amounts are read in the currency of their row, so that is read first.
    .toSorted((a, b) => Number(isCurrency(b.column)) - Number(isCurrency(a.column)))
  const readKey = keyReader(mapping, headers)
  const { needed } = kinds[mapping.kind]

  return ({ cells: given, line, problem }) => {
    if (problem !== undefined) return failed({ path: [], message: problem })
    const cells = withoutBlankEnd(given, headers.length)
    if (cells.length !== headers.length) return failed(wrongLength(cells.length, headers.length))
    const parts: { [P in Part]?: string } = {}
    const amounts: { [P in Part]?: number } = {}
    const values: { [key: string]: Value } = {}
    let problems: Problem[] | undefined
    let named: string | undefined
    for (const { column, index, read, corrections, form, isBlank } of columns) {
      const written = cells[index] ?? ''
      if (written === '') continue
      if (!isReadable(written, hasBrokenBytes)) {
        problems = [...(problems ?? []), unreadableCell(column)]
        continue
      }
      const trimmed = written.trim()
      const cell = corrections?.get(trimmed) ?? trimmed
      if (isBlank(cell) || leavesCurrency(column, cell)) continue
      if (form?.has(cell) === false)
        notes.add(form.code, column.column, line, form.message.bind(undefined, column.column))
      const value = read(cell, line, parts.currency)
      if (value instanceof RefusedCell) {
        problems = [...(problems ?? []), { path: [column.column], message: value.message }]
      } else if (column.target.kind === 'attribute') values[column.target.key] = value
      else if (column.target.kind === 'part') {
        if (typeof value === 'number') amounts[column.target.part] = value
        else if (typeof value === 'string') parts[column.target.part] = value
        else if (typeof value === 'object' && 'amount' in value) {
          amounts[column.target.part] = value.amount
          named ??= value.currency
        }
      }
    }
    if (parts.name === undefined && (parts.firstName !== undefined || parts.lastName !== undefined)) {
      parts.name = [parts.firstName, parts.lastName].filter((part) => part !== undefined).join(' ')
    }
    if (named !== undefined) parts.currency = currencyInRow(named, parts.currency) ?? named
    const externalId = readKey(cells) ?? ''
    const foreign = judgeKind(mapping, parts.customerKind)
    if (foreign !== undefined) problems = [...(problems ?? []), foreign]
    const unidentified = judgeKey(mapping, externalId)
    if (unidentified !== undefined) problems = [...(problems ?? []), unidentified]
    if (needed.length > 0) {
      const told = new Set(problems?.flatMap(({ path }) => path))
      const absent = missing(needed, { ...parts, ...amounts }, mapping)
      problems = [...(problems ?? []), ...absent.filter(({ path }) => !path.some((each) => told.has(each)))]
    }
    const [first, ...rest] = problems ?? []
    if (first !== undefined) return failed(first, ...rest)
    return ok({ line, externalId, parts, amounts, attributes: values, raw: cells })
  }
}

function isCurrency({ target }: ColumnMapping): boolean {
  return target.kind === 'part' && target.part === 'currency'
}

/** Cells without blank ones beyond the last header: some exports end rows with a delimiter or more. */
export function withoutBlankEnd(cells: readonly string[], headers: number): readonly string[] {
  if (cells.length <= headers) return cells
  return cells.slice(headers).every((cell) => cell.trim() === '') ? cells.slice(0, headers) : cells
}

const [firstSurrogate, replacement] = [0xd800, 0xfffd]

/** Whether a cell is letters only: no NUL, no half of a letter, and none that stands for broken bytes. */
function isReadable(cell: string, hasBrokenBytes: boolean): boolean {
  let hasSurrogates = false
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at)
    if (code === 0 || (code === replacement && hasBrokenBytes)) return false
    if (code >= firstSurrogate) hasSurrogates = true
  }
  return !hasSurrogates || cell.isWellFormed()
}

/** Of parts that a row needs, those that it has not. */
function missing(
  needed: readonly Part[],
  told: { readonly [P in Part]?: unknown },
  { columns }: Mapping,
): readonly Problem[] {
  return needed
    .filter((part) => told[part] === undefined)
    .map((part) => {
      const column = columns.find(({ target }) => target.kind === 'part' && target.part === part)?.column
      const message =
        column === undefined
          ? `there is no column for the ${part}; say which it is in the mapping`
          : `${column}: blank or not readable, and the row cannot do without`
      return { path: column === undefined ? [] : [column], message }
    })
}

function wrongLength(cells: number, headers: number): Problem {
  const message = `the row has ${cells} cells where the header has ${headers}; look for stray quotes or separators`
  return { path: [], message }
}

function unreadableCell({ column }: ColumnMapping): Problem {
  return {
    path: [column],
    message: `${column}: the cell has a character that could not be read; mend it and import the row again`,
  }
}

/** A list of all customers has companies and people in it; each are taken as what they are. */
function judgeKind({ kind }: Mapping, told: string | undefined): Problem | undefined {
  const { subject } = kinds[kind]
  if (subject === 'company' && told === 'person')
    return { path: [], message: 'this is a person; import the file as contacts, too' }
  if (subject === 'person' && told === 'company')
    return { path: [], message: 'this is a company; import the file as companies, too' }
  return undefined
}

function judgeKey({ key }: Mapping, externalId: string): Problem | undefined {
  if (externalId !== '' && externalId.length <= longestText) return undefined
  const message =
    externalId === ''
      ? 'blank, so nothing tells which one this is'
      : `${externalId.length} characters are too many for what tells rows apart`
  return { path: [...key], message: `${key.join(', ')}: ${message}` }
}
