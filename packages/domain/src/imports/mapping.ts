import type { AttributeType } from '../attributes/attribute.ts'
import type { DateFormat } from './dates.ts'
import type { ImportKind, Part } from './kinds.ts'
import type { NumberFormat } from './numbers.ts'

/** Where a column goes: a part, an attribute, or nowhere but the record kept of what the source said. */
export type Target =
  | { readonly kind: 'part'; readonly part: Part }
  | {
      readonly kind: 'attribute'
      readonly key: string
      readonly type: AttributeType
      readonly isNew: boolean
    }
  | { readonly kind: 'kept' }

/** How one column is read. */
export interface ColumnMapping {
  readonly column: string
  readonly target: Target
  /** `sure`: the header is known. `likely`: it resembles a known one. `guess`: made from the cells alone. */
  readonly confidence: 'sure' | 'likely' | 'guess'
  readonly numberFormat?: NumberFormat
  readonly dateFormat?: DateFormat
  /** Amounts are multiplied by it: 1000000 for a column in millions. */
  readonly scale?: number
  /** ISO 4217, of amounts in the column. */
  readonly currency?: string
  /** What stands between lines in a cell: Brønnøysund writes addresses as `c/o Nord/nStorgata 1`. They are joined with commas. */
  readonly lineBreak?: string
  /** Of a text that is a list, the first is taken: a company's domains. */
  readonly firstOfList?: true
  /** Cells to be read as others: `{ technolgy: 'technology' }`. */
  readonly corrections?: { readonly [cell: string]: string }
}

/** How a file is read: proposed from its headers and cells, then the user's. */
export interface Mapping {
  readonly kind: ImportKind
  /** The columns that tell rows apart, together. */
  readonly key: readonly string[]
  readonly columns: readonly ColumnMapping[]
}

/** What a user asks to be read otherwise than proposed. */
export interface MappingChanges {
  readonly key?: readonly string[] | undefined
  /** By column: any of the fields of `ColumnMapping` but the target and its corrections. */
  readonly set?: { readonly [column: string]: { readonly [field: string]: string } } | undefined
  /** By column: cells and what they are to be read as. */
  readonly corrections?: { readonly [column: string]: { readonly [cell: string]: string } } | undefined
}
