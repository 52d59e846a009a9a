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

/** How an import was read, and whether what tells its rows apart was asked for. */
export interface FormerReading {
  readonly mapping: Pick<Mapping, 'key' | 'columns'>
  readonly isKeyChosen: boolean
}

/**
 * The keys of a source's imports, each once, in the order in which the next file is looked at for them: the last that
 * was asked for, then the oldest first. A file or two without the usual columns leave the next one its key.
 * @param readings of the source, the first before the others
 */
export function formerKeys(readings: readonly FormerReading[]): readonly FormerKey[] {
  const chosen = readings.findLast(({ isKeyChosen }) => isKeyChosen)
  const keys = [...(chosen === undefined ? [] : [chosen]), ...readings].map(({ mapping }) =>
    formerKey(mapping),
  )
  return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()]
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
