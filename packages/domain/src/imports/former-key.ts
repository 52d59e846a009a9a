import type { ColumnMapping, Mapping } from './mapping.ts'

/** The columns that rows of a source were told apart by before, and where those went. */
export type FormerKey = readonly Pick<ColumnMapping, 'column' | 'target'>[]

/** The key of a mapping, to be found in another file. */
export function formerKey({ key, columns }: Pick<Mapping, 'key' | 'columns'>): FormerKey {
  return key.map((column) => ({
    column,
    target: columns.find((each) => each.column === column)?.target ?? { kind: 'kept' },
  }))
}

/** The columns of a file that a former key has, by their headers or else by where they go; undefined where one is missing. */
export function findFormerKey(
  former: FormerKey,
  columns: readonly ColumnMapping[],
): readonly string[] | undefined {
  const found = former.flatMap(({ column, target }) => {
    const same =
      columns.find((each) => each.column === column) ??
      columns.find((each) => target.kind !== 'kept' && placeOf(each) === placeOf({ target }))
    return same === undefined ? [] : [same.column]
  })
  return found.length === former.length ? found : undefined
}

function placeOf({ target }: Pick<ColumnMapping, 'target'>): string {
  switch (target.kind) {
    case 'part':
      return `part ${target.part}`
    case 'attribute':
      return target.key
    case 'kept':
      return ''
  }
}
