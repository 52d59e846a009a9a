/** How customers spread over one field. Whoever has no value is `unknown`, a value of another type `other`. */
export type Distribution = {
  readonly unknown: number
  readonly other: number
} & (
  | { readonly kind: 'values'; readonly values: readonly ValueCount[] }
  | { readonly kind: 'ranges'; readonly ranges: readonly RangeCount[] }
)

/** How many have a value; one with several counts for each of them. */
export interface ValueCount {
  readonly value: string
  readonly count: number
}

/** How many lie from one number on up to another, which is the first of the next range. */
export interface RangeCount {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** What is asked of a field: its values one by one, or ranges of its numbers, of amounts those in one currency. */
export type Spread =
  | { readonly kind: 'values'; readonly key: string }
  | {
      readonly kind: 'ranges'
      readonly of: 'attribute' | 'metric'
      readonly key: string
      readonly currency?: string | undefined
      readonly isTime: boolean
    }

/** The most values of a field that are told; the rest is left out. */
export const mostValues = 100
const mostRanges = 12

/** Most first, those with as many by code points. */
export function commonest(counts: Iterable<readonly [value: string, count: number]>): readonly ValueCount[] {
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || compareCodePoints(a.value, b.value))
    .slice(0, mostValues)
}

function compareCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  const at = left.findIndex((letter, index) => letter !== right[index])
  if (at < 0) return left.length - right.length
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1)
}

/**
 * The edges of ranges that hold every number from the least to the greatest: round numbers, of times the first days of
 * months or years or whole days, ascending. The last is greater than all of them; none where there is no number.
 */
export function edgesOf(least: number, greatest: number, isTime: boolean): readonly number[] {
  if (!(least <= greatest)) return []
  return isTime ? timeEdges(least, greatest) : numberEdges(least, greatest)
}

function numberEdges(least: number, greatest: number): readonly number[] {
  const step = roundStep((greatest - least) / mostRanges, least, greatest)
  const first = Math.floor(least / step)
  const edges: number[] = []
  // Each is a product of its own, so that no error of rounding adds up.
  for (let index = 0; index <= mostRanges + 2; index++) {
    edges.push(cleaned((first + index) * step))
    if ((edges.at(-1) ?? 0) > greatest) break
  }
  return isRound(edges, least, greatest) ? edges : [least, justAbove(greatest)]
}

/** Numbers with more digits than round ones have, or too far apart, are told in one range. */
function isRound(edges: readonly number[], least: number, greatest: number): boolean {
  const [first = Number.NaN] = edges
  const last = edges.at(-1) ?? Number.NaN
  const ascends = edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? Number.NaN))
  return ascends && first <= least && last > greatest && Number.isFinite(last)
}

function justAbove(value: number): number {
  return Math.min(value + Math.max(Math.abs(value) * Number.EPSILON, Number.MIN_VALUE), Number.MAX_VALUE)
}

/** 1, 2 or 5 times a power of ten, at least as wide. Whole numbers close together are told one by one. */
function roundStep(width: number, least: number, greatest: number): number {
  if (width === 0) return Number.isInteger(least) ? 1 : Math.max(Math.abs(least), Number.MIN_VALUE)
  const isWhole = Number.isInteger(least) && Number.isInteger(greatest)
  const power = 10 ** Math.floor(Math.log10(width))
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= width) ?? 10 * power
  return isWhole ? Math.max(step, 1) : step
}

/** Without the last digits that only binary fractions have. */
function cleaned(value: number): number {
  return Number(value.toPrecision(12))
}

const day = 86_400_000
const farthest = 8.64e15

function timeEdges(least: number, greatest: number): readonly number[] {
  if (least < -farthest / 2 || greatest > farthest / 2) return numberEdges(least, greatest)
  const days = (greatest - least) / day
  if (days <= mostRanges) return stepped(Math.floor(least / day) * day, greatest, (at) => at + day)
  const months = [1, 3, 6, 12, 24, 60, 120, 600, 1200, 12_000, 120_000]
  const width = months.find((each) => days / (each * 30.4) <= mostRanges) ?? 1_200_000
  const start = new Date(least)
  const month = start.getUTCFullYear() * 12 + start.getUTCMonth()
  const first = monthStart(Math.floor(month / width) * width)
  let index = Math.floor(month / width) * width
  return stepped(first, greatest, () => {
    index += width
    return monthStart(index)
  })
}

function monthStart(months: number): number {
  return new Date(0).setUTCFullYear(Math.floor(months / 12), ((months % 12) + 12) % 12, 1)
}

function stepped(first: number, greatest: number, next: (at: number) => number): readonly number[] {
  const edges = [first]
  while ((edges.at(-1) ?? 0) <= greatest) edges.push(next(edges.at(-1) ?? 0))
  return edges
}

/** The index of the range that a number lies in; the edges hold it. */
export function rangeOf(edges: readonly number[], value: number): number {
  let low = 0
  let high = edges.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (value >= (edges[middle] ?? Number.POSITIVE_INFINITY)) low = middle
    else high = middle - 1
  }
  return low
}

/** Ranges between edges with their counts. */
export function rangesBetween(edges: readonly number[], counts: ArrayLike<number>): readonly RangeCount[] {
  return edges
    .slice(0, -1)
    .map((from, index) => ({ from, to: edges[index + 1] ?? from, count: counts[index] ?? 0 }))
}
