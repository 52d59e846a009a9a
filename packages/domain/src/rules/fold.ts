/** The capitals and small letters of the Latin-1, Nordic, Sámi and other European alphabets, pair by pair. */
const pairs: readonly (readonly [upper: number, lower: number])[] = [
  ...shifted(0x41, 0x5a, 32),
  ...shifted(0xc0, 0xd6, 32),
  ...shifted(0xd8, 0xde, 32),
  // Latin Extended-A alternates capital and small; the Turkish dotted and dotless i have no single partner.
  ...alternating(0x100, 0x12e),
  ...alternating(0x132, 0x136),
  ...alternating(0x139, 0x147),
  ...alternating(0x14a, 0x176),
  [0x178, 0xff],
  ...alternating(0x179, 0x17d),
  // Skolt Sámi: Ǥ Ǧ Ǩ Ǯ Ʒ; German ẞ.
  ...alternating(0x1e4, 0x1e8),
  [0x1ee, 0x1ef],
  [0x1b7, 0x292],
  [0x1e9e, 0xdf],
]

/** The letters that `fold` replaces, and in the same order what it replaces them with: for SQL's `translate`. */
export const foldedFrom = pairs.map(([upper]) => String.fromCharCode(upper)).join('')
export const foldedTo = pairs.map(([, lower]) => String.fromCharCode(lower)).join('')

const lowerOf = new Map(
  pairs.map(([upper, lower]) => [String.fromCharCode(upper), String.fromCharCode(lower)]),
)
const capitals = new RegExp(`[${foldedFrom}]`, 'g')

/**
 * The text with its capitals made small by a fixed table, so that JavaScript and PostgreSQL fold alike whatever
 * the locale, the collation and their versions of Unicode. Letters outside of the table stay as they are.
 */
export function fold(text: string): string {
  return text.replace(capitals, (letter) => lowerOf.get(letter) ?? letter)
}

function shifted(from: number, to: number, by: number) {
  return Array.from({ length: to - from + 1 }, (_, i) => [from + i, from + i + by] as const)
}

function alternating(from: number, to: number) {
  return Array.from({ length: (to - from) / 2 + 1 }, (_, i) => [from + 2 * i, from + 2 * i + 1] as const)
}
