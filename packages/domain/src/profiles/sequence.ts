/** Where two sequences differ: `before` from `from` to `to` became `after` from `start` to `end`, ends excluded. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

/** So many differences and the rest is one replacement: bounds time and memory for long and unlike sequences. */
const mostEdits = 2000

/** The fewest replacements that make `after` of `before`, in order; no two of them touch (Myers 1986). */
export function replacements(before: readonly string[], after: readonly string[]): readonly Replacement[] {
  const head = sharedHead(before, after)
  const tail = sharedTail(before, after, head)
  const old = before.slice(head, before.length - tail)
  const young = after.slice(head, after.length - tail)
  if (old.length === 0 && young.length === 0) return []
  const all = [{ from: 0, to: old.length, start: 0, end: young.length }]
  const found = old.length === 0 || young.length === 0 ? all : (shortest(old, young) ?? all)
  return found.map(({ from, to, start, end }) => ({
    from: from + head,
    to: to + head,
    start: start + head,
    end: end + head,
  }))
}

function sharedHead(before: readonly string[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length)
  let length = 0
  while (length < most && before[length] === after[length]) length++
  return length
}

function sharedTail(before: readonly string[], after: readonly string[], head: number): number {
  const most = Math.min(before.length, after.length) - head
  let length = 0
  while (length < most && before[before.length - 1 - length] === after[after.length - 1 - length]) length++
  return length
}

/** For each number of edits, how far each diagonal reaches in `before`; diagonal k stands at k + edits. */
type Reaches = readonly Int32Array[]

function shortest(before: readonly string[], after: readonly string[]): readonly Replacement[] | undefined {
  const reaches: Int32Array[] = []
  for (let edits = 0; edits <= mostEdits; edits++) {
    const reach = new Int32Array(2 * edits + 1)
    reaches.push(reach)
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const { x: from, isAddition } = step(reaches, edits, diagonal)
      let x = edits === 0 ? 0 : from + (isAddition ? 0 : 1)
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++
      reach[diagonal + edits] = x
      if (x === before.length && x - diagonal === after.length) return replay(reaches, x, x - diagonal)
    }
  }
  return undefined
}

/** The last edit on the way to a diagonal: from where, and whether it adds or removes. */
function step(reaches: Reaches, edits: number, diagonal: number) {
  const reachOf = (of: number) => reaches[edits - 1]?.[of + edits - 1] ?? 0
  const isAddition =
    diagonal === -edits || (diagonal !== edits && reachOf(diagonal - 1) < reachOf(diagonal + 1))
  return { x: reachOf(isAddition ? diagonal + 1 : diagonal - 1), isAddition }
}

/** Goes the way back from the end and joins edits that follow each other. */
function replay(reaches: Reaches, endX: number, endY: number): readonly Replacement[] {
  const found: Replacement[] = []
  let diagonal = endX - endY
  for (let edits = reaches.length - 1; edits > 0; edits--) {
    const { x, isAddition } = step(reaches, edits, diagonal)
    diagonal += isAddition ? 1 : -1
    const y = x - diagonal
    const edit = { from: x, to: isAddition ? x : x + 1, start: y, end: isAddition ? y + 1 : y }
    const next = found.at(-1)
    const isJoined = next !== undefined && next.from === edit.to && next.start === edit.end
    if (isJoined) found[found.length - 1] = { ...next, from: edit.from, start: edit.start }
    else found.push(edit)
  }
  return found.toReversed()
}
