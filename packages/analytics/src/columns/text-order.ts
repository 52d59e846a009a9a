const prefixBytes = 6
const encoder = new TextEncoder()
const room = new Uint8Array(prefixBytes * 3)

/**
 * The first six bytes of a text in UTF-8 as a whole number: where two texts' differ, it puts them in the order of
 * their code points, which is PostgreSQL's `collate "C"`. Texts hold no NUL.
 */
export function textPrefix(text: string): number {
  const { written } = encoder.encodeInto(text.slice(0, prefixBytes), room)
  let prefix = 0
  for (let at = 0; at < prefixBytes; at++) prefix = prefix * 256 + (at < written ? (room[at] ?? 0) : 0)
  return prefix
}

/** Negative where the first text comes first by code points. */
export function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (x !== y) return sortable(x) - sortable(y)
  }
  return a.length - b.length
}

/** UTF-16 puts the halves of characters beyond U+FFFF before U+E000, where they do not belong. */
function sortable(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
