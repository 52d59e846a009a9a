import type { Value } from '@profilkort/domain/attributes/attribute'
import { type Habits, tableLine } from '@profilkort/domain/exports/habits'
import type { ExportFormat, ExportRequest } from './parse-export.ts'

/** Rows that leave, some at a time, and what their columns hold. */
export interface Table<Row> {
  readonly columns: readonly string[]
  readonly rows: AsyncIterable<readonly Row[]>
  readonly cell: (row: Row, column: string, habits: Habits) => string
  readonly value: (row: Row, column: string) => Value | null | undefined
}

/** A table as text, some rows at a time. As NDJSON, what is not known is left out. */
export async function* writeTable<Row>(
  { columns, rows, cell, value }: Table<Row>,
  format: ExportFormat,
  { habits, hasMark }: ExportRequest,
): AsyncGenerator<string> {
  if (format === 'csv') yield `${hasMark ? '\uFEFF' : ''}${tableLine(columns, habits)}`
  for await (const some of rows) {
    yield some
      .map((row) =>
        format === 'csv'
          ? tableLine(
              columns.map((column) => cell(row, column, habits)),
              habits,
            )
          : `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, value(row, column) ?? undefined])))}\n`,
      )
      .join('')
  }
}
