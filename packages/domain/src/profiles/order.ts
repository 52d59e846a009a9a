import { isSame } from './same.ts'
import { each, type Sides } from './sides.ts'

/** Whether the keys that both have stand in another order. */
export function isReordered(before: readonly string[], after: readonly string[]): boolean {
  return !isSame(
    before.filter((key) => after.includes(key)),
    after.filter((key) => before.includes(key)),
  )
}

/** The keys that two people make of a set together: what either added, without what either took out. */
export function mergeKeys({ base, mine, theirs }: Sides<readonly string[]>): ReadonlySet<string> {
  const isKept = (key: string) => !base.includes(key) || (mine.includes(key) && theirs.includes(key))
  return new Set([...theirs, ...mine].filter(isKept))
}

/**
 * The order of `wanted` that two people make together: of the one who moved something, with the other's additions
 * after what they stood after. A conflict where both moved, differently; then the order is theirs.
 */
export function mergeOrder(
  sides: Sides<readonly string[]>,
  wanted: ReadonlySet<string>,
): { readonly order: readonly string[]; readonly isConflict: boolean } {
  const { base, mine, theirs } = sides
  const inAll = (key: string) => base.includes(key) && mine.includes(key) && theirs.includes(key)
  const kept = each(sides, (keys) => keys.filter(inAll))
  const isMineMoved = !isSame(kept.base, kept.mine)
  const isTheirsMoved = !isSame(kept.base, kept.theirs)
  return {
    order: isMineMoved && !isTheirsMoved ? weave(mine, theirs, wanted) : weave(theirs, mine, wanted),
    isConflict: isMineMoved && isTheirsMoved && !isSame(kept.mine, kept.theirs),
  }
}

/** The wanted keys in the first order; those that only the second has stand after what they stood after there. */
function weave(first: readonly string[], second: readonly string[], wanted: ReadonlySet<string>): string[] {
  const order = first.filter((key) => wanted.has(key))
  for (const [index, key] of second.entries()) {
    if (!wanted.has(key) || order.includes(key)) continue
    const previous = second.slice(0, index).findLast((each) => order.includes(each))
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, key)
  }
  return order
}
