import type { AttributeType } from '../../attributes/attribute.ts'
import type { ImportKind, Part } from '../kinds.ts'

export interface ReadyColumn {
  readonly target:
    | { readonly kind: 'part'; readonly part: Part }
    | { readonly kind: 'attribute'; readonly key: string; readonly type: AttributeType }
    | { readonly kind: 'kept' }
  /** As `ColumnMapping` has them. */
  readonly lineBreak?: string
  readonly firstOfList?: true
}

/** How the export of a well-known system is read. */
export interface ReadyMapping {
  /** What it is asked for by: `hubspot-companies`. */
  readonly name: string
  readonly system: string
  readonly kind: ImportKind
  /** By header, in small letters. */
  readonly columns: ReadonlyMap<string, ReadyColumn>
  /** Headers by which the export is known, in small letters unless `isExact`: one of each list has to stand there. */
  readonly marks: readonly (readonly string[])[]
  /** Whether the marks are compared as they are written. */
  readonly isExact?: true
}

type Columns = readonly (readonly [column: ReadyColumn, ...headers: string[]])[]

/** Makes a ready mapping of a table: each line is where a column goes and what its header may be. */
export function readyMapping(
  { marks, ...rest }: Omit<ReadyMapping, 'columns'>,
  ...tables: readonly Columns[]
): ReadyMapping {
  const columns = new Map(
    tables.flat().flatMap(([column, ...headers]) => headers.map((header) => [fold(header), column] as const)),
  )
  return { ...rest, columns, marks: rest.isExact ? marks : marks.map((any) => any.map(fold)) }
}

/** Headers are compared without case and blanks around them. */
export function fold(header: string): string {
  return header.trim().toLowerCase()
}

export function part(name: Part): ReadyColumn {
  return { target: { kind: 'part', part: name } }
}

export function attribute(
  key: string,
  type: AttributeType = 'text',
  how: Omit<ReadyColumn, 'target'> = {},
): ReadyColumn {
  return { target: { kind: 'attribute', key, type }, ...how }
}

/** Stays in the record of what the source said. */
export const kept: ReadyColumn = { target: { kind: 'kept' } }
