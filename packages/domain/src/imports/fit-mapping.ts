import { failed, ok, type Result } from '../result.ts'
import { foldHeader } from './headers.ts'
import type { KnownAttributes } from './known-attribute.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'

/**
 * A mapping that was saved, on the columns of a file: in the file's order, with what is proposed for columns that the
 * mapping does not have. A problem where the file lacks what tells its rows apart.
 */
export function fitMapping(saved: Mapping, proposed: Mapping, attributes: KnownAttributes): Result<Mapping> {
  const own = new Map(saved.columns.map((column) => [column.column, column]))
  const headers = proposed.columns.map(({ column }) => column)
  const missing = saved.key.filter((column) => !headers.includes(column))
  if (missing.length > 0) {
    const names = missing.map((column) => `"${column}"`).join(' and ')
    return failed({
      path: ['key'],
      message: `The mapping tells rows apart by ${names}, which the file does not have. It has: ${headers.join(', ')}.`,
    })
  }
  const columns = proposed.columns.map((column) => {
    const found = own.get(column.column)
    return found === undefined ? column : withFormats(refresh(found, attributes), column)
  })
  return ok({ ...saved, columns: withoutDoubles(columns, own) })
}

/** Whether a file has all columns of a mapping and no others, in whatever order. */
export function fitsHeaders({ columns }: Mapping, headers: readonly string[]): boolean {
  return columns.length === headers.length && columns.every(({ column }) => headers.includes(column))
}

/** What was new when the mapping was saved may be there by now, have another key, or be gone again. */
function refresh(column: ColumnMapping, attributes: KnownAttributes): ColumnMapping {
  const { target } = column
  if (target.kind !== 'attribute') return column
  const attribute = attributes.get(target.key) ?? formerly(target.key, attributes)
  const { key, type } = attribute ?? target
  return { ...column, target: { ...target, key, type, isNew: attribute === undefined } }
}

/** A column whose attribute has another type since may lack what that is read by: it is read as is proposed. */
function withFormats(column: ColumnMapping, proposed: ColumnMapping): ColumnMapping {
  const [own, other] = [column.target, proposed.target]
  if (own.kind !== 'attribute' || other.kind !== 'attribute' || own.type !== other.type) return column
  const { numberFormat, dateFormat, currency } = proposed
  return {
    ...(numberFormat === undefined ? {} : { numberFormat }),
    ...(dateFormat === undefined ? {} : { dateFormat }),
    ...(currency === undefined ? {} : { currency }),
    ...column,
  }
}

/** The only attribute that had the key before. */
function formerly(key: string, attributes: KnownAttributes) {
  const folded = foldHeader(key)
  const found = [...attributes.values()].filter(({ formerNames = [] }) =>
    formerNames.some((name) => foldHeader(name) === folded),
  )
  return found.length === 1 ? found[0] : undefined
}

/** A proposed column does not go where a saved one goes already. */
function withoutDoubles(
  columns: readonly ColumnMapping[],
  own: ReadonlyMap<string, ColumnMapping>,
): readonly ColumnMapping[] {
  const nameOf = ({ target }: ColumnMapping) =>
    target.kind === 'kept'
      ? undefined
      : JSON.stringify([target.kind, 'part' in target ? target.part : target.key])
  const taken = new Set(columns.filter(({ column }) => own.has(column)).map(nameOf))
  return columns.map((column) => {
    const name = nameOf(column)
    const isDouble = !own.has(column.column) && name !== undefined && taken.has(name)
    return isDouble ? { column: column.column, target: { kind: 'kept' }, confidence: 'guess' } : column
  })
}
