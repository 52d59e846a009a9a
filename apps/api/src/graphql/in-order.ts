/** What each of the ids has, in the order of the ids, for a loader of lists. */
export function inOrder<Row>(
  ids: readonly string[],
  rows: readonly Row[],
  idOf: (row: Row) => string | null,
): readonly (readonly Row[])[] {
  const groups = Map.groupBy(rows, idOf)
  return ids.map((id) => groups.get(id) ?? [])
}
