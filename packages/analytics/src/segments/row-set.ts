import { chunkRows } from '../columns/chunk.ts'
import type { CustomerColumns } from '../customers/customer-columns.ts'
import { type CustomerFilter, eachMatch } from '../customers/filter.ts'

/** Rows of a base, a byte each. */
type RowSet = Uint8Array

/** The rows of some ids; those that are not there are left out. */
export function rowsOf(columns: CustomerColumns, ids: readonly string[]): RowSet {
  const rows = new Uint8Array(columns.ids.end)
  for (const id of ids) {
    const row = columns.ids.find(id)
    if (row !== undefined) rows[row] = 1
  }
  return rows
}

/** Tells of each row of a filter. */
export function eachRow(
  columns: CustomerColumns,
  filter: CustomerFilter,
  visit: (row: number) => void,
): void {
  eachMatch(columns, filter, (chunk, found, count) => {
    const from = chunk * chunkRows
    for (let at = 0; at < count; at++) visit(from + (found[at] as number))
  })
}
