const longest = 64

/** The candidate that `text` most likely meant; undefined when none is near. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  if (text.length > longest) return undefined
  const wanted = text.toLowerCase()
  let [best, bestDistance] = [undefined as string | undefined, Math.max(1, Math.floor(text.length / 3)) + 1]
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) >= bestDistance) continue
    const distance = editDistance(wanted, candidate.toLowerCase())
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/** What to do next: the guess if there is one, else the general advice. */
export function suggest(guess: string | undefined, otherwise: string): string {
  return guess === undefined ? otherwise : `Did you mean '${guess}'?`
}

/** Levenshtein's distance: the insertions, deletions and replacements that turn one text into the other. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    above = current
  }
  return above[b.length] ?? 0
}
