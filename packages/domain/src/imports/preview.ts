import type { Attribute, Value } from '../attributes/attribute.ts'
import { blankIn } from './blank.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'
import { noteBook } from './notes.ts'
import type { ColumnProfile } from './profile-columns.ts'
import type { Reason } from './propose.ts'
import { cellReader, RefusedCell } from './read-cell.ts'
import { leavesCurrency, rowCurrencyOf } from './row-currency.ts'

/** How one column is read, and what comes of a few of its cells. */
export interface ColumnPreview {
  readonly column: string
  readonly confidence: ColumnMapping['confidence']
  /** How sure that is, 0 to 1. */
  readonly certainty: number
  readonly reason: string
  readonly examples: readonly Example[]
}

/** A cell and its value, or why it is none. */
export type Example =
  | { readonly cell: string; readonly value: Value }
  | { readonly cell: string; readonly problem: string }

/** What a preview is made of. */
export interface Previewed {
  readonly profiles: readonly ColumnProfile[]
  /** The rows that the profiles are of: an amount is in the currency of its row. */
  readonly rows: readonly (readonly string[])[]
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly reasons: readonly Reason[]
}

/** What a mapping makes of the first different cells of each column. */
export function previewColumns(
  { columns }: Mapping,
  { profiles, rows, attributes, reasons }: Previewed,
): readonly ColumnPreview[] {
  const notes = noteBook()
  const currencyOf = rowCurrencyOf(columns, rows)
  return columns.map((column, index) => {
    const { examples = [], counts = new Map() } = profiles[index] ?? {}
    const read = cellReader(column, { attributes, counts, notes })
    const isBlank = blankIn(column.target)
    const { certainty = 1, text: reason = '' } = reasons[index] ?? {}
    return {
      column: column.column,
      confidence: column.confidence,
      certainty,
      reason,
      examples: examples
        .map((cell) => ({ cell, told: column.corrections?.[cell] ?? cell }))
        .filter(({ cell, told }) => !isBlank(told) && !leavesCurrency(column, cell))
        .map(({ cell, told }): Example => {
          const value = read(told, 0, currencyOf(cell, index))
          return value instanceof RefusedCell ? { cell, problem: value.message } : { cell, value }
        }),
    }
  })
}
