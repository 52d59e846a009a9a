import type { CriterionFit } from './criterion-fit.ts'
import { type Part, sumOf } from './parts.ts'
import type { Criterion } from './scorecard.ts'

/**
 * How much asking a criterion can move the ends of the range: the rise of the low end if it turns out best, plus the
 * fall of the high end if it turns out worst. With `open` = its high - its low, that is 2·open without a group. In a
 * group the rise stops at the cap, and the fall begins only below it: nothing where the group is full already.
 */
export function reachOf({ low, high }: CriterionFit, part: Part, lows: number, highs: number): number {
  const open = high - low
  const rise = Math.max(0, Math.min(open, part.cap - lows))
  const fall = Math.max(0, open - Math.max(0, highs - part.cap))
  return rise + fall
}

/** The open criterion with the greatest reach: it moves the range most, so it decides soonest. Of equals, the first by key. */
export function soonestToDecide(
  parts: readonly Part[],
  criteria: readonly CriterionFit[],
): Criterion | undefined {
  const [lows, highs] = [criteria.map(({ low }) => low), criteria.map(({ high }) => high)]
  const candidates = parts.flatMap((part) => {
    const [lowSum, highSum] = [sumOf(part, lows), sumOf(part, highs)]
    return part.members.flatMap((place) => {
      const each = criteria[place]
      if (each === undefined || each.high === each.low) return []
      return [{ criterion: each.criterion, reach: reachOf(each, part, lowSum, highSum) }]
    })
  })
  return candidates.toSorted((a, b) => b.reach - a.reach || (a.criterion.key < b.criterion.key ? -1 : 1))[0]
    ?.criterion
}
