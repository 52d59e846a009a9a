import { createHash } from 'node:crypto'
import { keyReader } from '@profilkort/domain/imports/external-id'
import { speaksOfCode } from '@profilkort/domain/imports/headers'
import { partTypes } from '@profilkort/domain/imports/kinds'
import type { ColumnMapping, Mapping } from '@profilkort/domain/imports/mapping'
import type { ColumnProfile } from '@profilkort/domain/imports/profile-columns'

const mostCandidates = 40

/**
 * Columns that together tell rows apart, where the name alone does not: the name with one more column, then with two.
 * Undefined where the proposed one does, or where none do.
 */
export function chooseKey(
  { key, columns }: Mapping,
  profiles: readonly ColumnProfile[],
  rows: readonly (readonly string[])[],
): readonly string[] | undefined {
  const [first, ...rest] = key
  const own = profiles.find(({ header }) => header === first)
  if (first === undefined || rest.length > 0 || own === undefined || own.isUniqueFolded) return undefined
  const target = columns.find(({ column }) => column === first)?.target
  // An id that stands twice is a mistake to be told of, not a reason to tell rows apart otherwise.
  if (target?.kind !== 'part' || target.part !== 'name') return undefined
  const headers = profiles.map(({ header }) => header)
  const others = profiles
    .filter((profile) => profile !== own && profile.filled > 0 && isSteady(profile, columns))
    .map(({ header }) => header)
  const pairs = others.map((other) => [first, other])
  const triples = others.flatMap((a, index) => others.slice(index + 1).map((b) => [first, a, b]))
  let candidates = [[first], ...pairs, ...triples].slice(0, mostCandidates).map((together) => ({
    together,
    read: keyReader({ key: together, columns }, headers),
    seen: new Set<string>(),
  }))
  const whole = new Set<string>()
  for (const cells of rows) {
    // A row that stands twice whole cannot be told apart by any key, and need not be.
    const identity = hash(cells)
    if (whole.has(identity)) continue
    whole.add(identity)
    candidates = candidates.filter(({ read, seen }) => seen.size < seen.add(read(cells) ?? '').size)
    if (candidates.length === 0) return undefined
  }
  return candidates[0]?.together
}

/** Whether a column is of texts that stay: counts, amounts, days and stages change from file to file, and tell nothing apart. */
function isSteady({ header, looksLike }: ColumnProfile, columns: readonly ColumnMapping[]): boolean {
  const target = columns.find(({ column }) => column === header)?.target
  switch (target?.kind) {
    case 'part':
      return partTypes[target.part] === 'text' && target.part !== 'stage'
    case 'attribute':
      return target.type === 'text' || target.type === 'choice'
    default:
      return looksLike === 'text' || speaksOfCode(header)
  }
}

/** A short stand-in for a row's cells. */
export function hash(cells: readonly string[]): string {
  return createHash('sha1').update(JSON.stringify(cells)).digest('base64')
}
