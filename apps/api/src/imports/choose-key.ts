import { createHash } from 'node:crypto'
import type { Mapping } from '@profilkort/domain/imports/mapping'
import type { ColumnProfile } from '@profilkort/domain/imports/profile-columns'
import type { FileRow } from './read-file.ts'

const mostCandidates = 40

/**
 * Columns that together tell rows apart, where the proposed one alone does not: the name with one more column, then
 * with two. Undefined where the proposed one does, or where none do.
 */
export async function chooseKey(
  mapping: Mapping,
  profiles: readonly ColumnProfile[],
  rows: AsyncIterable<FileRow>,
): Promise<readonly string[] | undefined> {
  const [first, ...rest] = mapping.key
  const own = profiles.find(({ header }) => header === first)
  if (first === undefined || rest.length > 0 || own === undefined || own.isUnique) return undefined
  const headers = profiles.map(({ header }) => header)
  const others = profiles
    .filter((profile) => profile !== own && profile.filled > 0 && !hasFractions(profile))
    .map(({ header }) => header)
  const pairs = others.map((other) => [first, other])
  const triples = others.flatMap((a, index) => others.slice(index + 1).map((b) => [first, a, b]))
  let candidates = [...pairs, ...triples].slice(0, mostCandidates).map((columns) => ({
    columns,
    places: columns.map((column) => headers.indexOf(column)),
    seen: new Set<string>(),
  }))
  const whole = new Set<string>()
  for await (const { cells } of rows) {
    // A row that stands twice whole cannot be told apart by any key, and need not be.
    const identity = hash(cells)
    if (whole.has(identity)) continue
    whole.add(identity)
    candidates = candidates.filter(({ places, seen }) => {
      const key = places.map((place) => cells[place]?.trim() ?? '').join('\u001F')
      return seen.size < seen.add(key).size
    })
    if (candidates.length === 0) return undefined
  }
  return candidates[0]?.columns
}

/** Amounts change from file to file; they tell nothing apart. */
function hasFractions({ numbers }: ColumnProfile): boolean {
  return numbers.decimalComma + numbers.decimalPoint > 0
}

/** A short stand-in for a row's cells. */
export function hash(cells: readonly string[]): string {
  return createHash('sha1').update(JSON.stringify(cells)).digest('base64')
}
