import { chunkRows } from '../columns/chunk.ts'
import type { CustomerColumns } from '../customers/customer-columns.ts'
import { type CustomerFilter, eachMatch } from '../customers/filter.ts'

/** Rows of a base, a byte each. */
export type RowSet = Uint8Array

/** Which people may be counted: those on a list, or all but those. */
export interface People {
  readonly listed: readonly string[]
  readonly isAllowed: boolean
}

/** The rows of some ids; those that are not there are left out. */
export function rowsOf(columns: CustomerColumns, ids: readonly string[]): RowSet {
  const rows = new Uint8Array(columns.ids.end)
  for (const id of ids) {
    const row = columns.ids.find(id)
    if (row !== undefined) rows[row] = 1
  }
  return rows
}

/** The rows of those that may be counted: every company, and people as told. */
export function countable(columns: CustomerColumns, { listed, isAllowed }: People): RowSet {
  const rows = rowsOf(columns, listed)
  if (!isAllowed) for (let row = 0; row < rows.length; row++) rows[row] = 1 - (rows[row] as number)
  eachMatch(columns, { kind: 'company' }, (chunk, found, count) => {
    for (let at = 0; at < count; at++) rows[chunk * chunkRows + (found[at] as number)] = 1
  })
  return rows
}

/** Tells of each row of a filter that is in the set; of all where none is given. */
export function eachRow(
  columns: CustomerColumns,
  filter: CustomerFilter,
  within: RowSet | undefined,
  visit: (row: number) => void,
): void {
  eachMatch(columns, filter, (chunk, found, count) => {
    const from = chunk * chunkRows
    for (let at = 0; at < count; at++) {
      const row = from + (found[at] as number)
      if (within === undefined || within[row] === 1) visit(row)
    }
  })
}

export function countRows(
  columns: CustomerColumns,
  filter: CustomerFilter,
  within: RowSet | undefined,
): number {
  let sum = 0
  if (within === undefined) {
    eachMatch(columns, filter, (_chunk, _rows, count) => {
      sum += count
    })
    return sum
  }
  eachMatch(columns, filter, (chunk, found, count) => {
    const from = chunk * chunkRows
    for (let at = 0; at < count; at++) sum += within[from + (found[at] as number)] as number
  })
  return sum
}
