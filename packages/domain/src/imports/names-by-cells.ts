import { partOf, speaksOfName } from './headers.ts'
import type { ImportKind, Part } from './kinds.ts'
import type { ColumnProfile } from './profile-columns.ts'

/** Whether a column can be a part by its cells: `yes` and `no` below `Customer` name nobody. */
export function canBe(part: Part, { looksLike }: ColumnProfile): boolean {
  return looksLike !== 'boolean' || !/name$/i.test(part)
}

/** Whether the header of a column is that of a name of somebody, and its cells are figures: `10001` or `K-17` below `Kunde`. */
export function isNumbered(
  part: Part | undefined,
  { looksLike, filled, counts, examples }: ColumnProfile,
): boolean {
  if (part !== 'name' && part !== 'companyName' && part !== 'contactName') return false
  const cells = counts.size > 0 ? [...counts.keys()] : examples
  return looksLike === 'number' || (filled > 0 && cells.every((cell) => figures.test(cell)))
}

const figures = /^\p{Letter}{0,3}[-_ ]?\d[\d .-]*$/u

/** Whether a column that is not of figures has the name of the part, or speaks of one. */
export function hasOtherName(
  kind: ImportKind,
  part: Part | undefined,
  profiles: readonly ColumnProfile[],
): boolean {
  return profiles.some((profile) => {
    const { header, filled } = profile
    const isNamed = partOf(kind, header) === part || (part === 'name' && speaksOfName(header))
    return filled > 0 && isNamed && canBe('name', profile) && !isNumbered('name', profile)
  })
}
