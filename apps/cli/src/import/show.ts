import type { DateFormat } from '@profilkort/domain/imports/dates'
import type { ColumnMapping, Mapping } from '@profilkort/domain/imports/mapping'
import type { Note } from '@profilkort/domain/imports/notes'
import type { ColumnPreview } from '@profilkort/domain/imports/preview'

/** How an import went, as the server reports it. */
export interface Report {
  readonly rows: number
  readonly inserted: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
  /** How it ended: `done` or `cancelled`. */
  readonly state: string
  readonly notes: readonly Note[]
}

/** A file as the server recognised it. */
export interface RecognisedFile {
  readonly format: 'csv' | 'json' | 'ndjson' | 'xlsx'
  readonly headers: readonly string[]
  readonly encoding?: string
  readonly delimiter?: string
  readonly sheet?: string
  readonly sheets?: readonly string[]
}

/** A mapping as the server proposes it, with what comes of a few cells of each column. */
export interface Proposed {
  readonly mapping: Mapping
  readonly savedAs?: string
  readonly ready?: string
  readonly columns: readonly ColumnPreview[]
  readonly warnings: readonly string[]
}

const delimiterNames: { readonly [delimiter: string]: string } = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
}

const formatNames = { csv: 'CSV', json: 'JSON', ndjson: 'JSON lines', xlsx: 'Excel' }

export function showRecognised(file: RecognisedFile): string {
  const { format, headers, encoding, delimiter, sheet, sheets = [] } = file
  const others = sheets.filter((each) => each !== sheet)
  const parts = [
    formatNames[format],
    encoding,
    delimiter && (delimiterNames[delimiter] ?? JSON.stringify(delimiter)),
    sheet && `sheet "${sheet}"${others.length > 0 ? ` (also: ${others.join(', ')})` : ''}`,
    `${headers.length} columns`,
  ]
  return `Recognised: ${parts.filter((part) => part !== undefined).join(', ')}.\n`
}

/** The proposed mapping as a table: column, where it goes, how it is read, how sure that is and why, examples. */
export function showMapping({ mapping, savedAs, ready, columns, warnings }: Proposed): string {
  const rows = mapping.columns.map((column, index) => {
    const { certainty = 1, reason = '', examples = [] } = columns[index] ?? {}
    return [
      column.column,
      showTarget(column),
      showFormat(column),
      `${column.confidence} ${Math.round(certainty * 100)} %`,
      examples.map(showExample).join(' · '),
      column.confidence === 'sure' ? '' : reason,
    ]
  })
  const title = savedAs
    ? `Mapping "${savedAs}" of the workspace`
    : `Proposed mapping${ready === undefined ? '' : `, by the ready mapping "${ready}"`}`
  const key = `Rows are told apart by: ${mapping.key.join(' and ')}.\n`
  const head = ['column', 'goes to', 'read as', 'confidence', 'examples', '']
  return `\n${title}\n${table([head, ...rows])}${key}${bullets(warnings)}`
}

function showExample(example: ColumnPreview['examples'][number]): string {
  return 'problem' in example ? `${example.cell} (cannot be read)` : example.cell
}

function showTarget({ target }: ColumnMapping): string {
  switch (target.kind) {
    case 'part':
      return target.part
    case 'attribute':
      return `${target.isNew ? 'new attribute' : 'attribute'} ${target.key}`
    case 'kept':
      return 'kept as the source said it'
  }
}

function showFormat({ target, numberFormat, dateFormat, scale, currency }: ColumnMapping): string {
  const type = target.kind === 'attribute' ? target.type : undefined
  const names = { decimalPoint: '1,234.5', decimalComma: '1 234,5' }
  const dates: { readonly [F in DateFormat]: string } = {
    yearMonthDay: '2026-12-31',
    dayMonthYear: '31.12.2026',
    monthDayYear: '12/31/2026',
    monthName: '31 December 2026',
    spreadsheetDays: 'days since 1900',
    unixSeconds: 'seconds since 1970',
    unixMilliseconds: 'milliseconds since 1970',
  }
  return [
    type,
    numberFormat && names[numberFormat],
    dateFormat && dates[dateFormat],
    currency,
    scale && `× ${scale}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ')
}

export function showReport(title: string, report: Report): string {
  const counts = `${report.rows} rows: ${report.inserted} new, ${report.changed} changed, ${report.unchanged} unchanged, ${report.rejected} that cannot be taken`
  const notes = report.notes.map(
    ({ message, lines, rows }) =>
      `${message}${rows > 0 && lines[0] !== 1 ? ` First on line ${lines[0]}.` : ''}`,
  )
  return `\n${title}: ${counts}.\n${bullets(notes)}`
}

function bullets(texts: readonly string[]): string {
  return texts.map((text) => `  • ${text}\n`).join('')
}

const widest = 44

export function table(rows: readonly (readonly string[])[], most = widest): string {
  const short = rows.map((row) =>
    row.map((cell) => (cell.length > most ? `${cell.slice(0, most - 1)}…` : cell)),
  )
  const widths = short[0]?.map((_, column) => Math.max(...short.map((row) => row[column]?.length ?? 0))) ?? []
  return short
    .map(
      (row) =>
        `  ${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
