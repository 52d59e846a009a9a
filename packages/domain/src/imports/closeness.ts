/** How many single letters have to be changed, added, left out or swapped with their neighbour; `most` + 1 when more than `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: readonly number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? most + 1
}

/** The word that a misspelt one was probably meant to be: one letter off, two for long ones; undefined when none is near. */
export function closest(word: string, words: Iterable<string>): string | undefined {
  const plain = word.toLowerCase()
  const most = plain.length >= 9 ? 2 : 1
  if (plain.length < 4) return undefined
  let best: { readonly word: string; readonly distance: number } | undefined
  for (const candidate of words) {
    const distance = editDistance(plain, candidate.toLowerCase(), most)
    if (distance > 0 && distance <= most && distance < (best?.distance ?? most + 1))
      best = { word: candidate, distance }
  }
  return best?.word
}
