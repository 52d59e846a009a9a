import type { Criterion, CriterionGroup, Scorecard } from './scorecard.ts'

/** Criteria that are summed together: those without a group, or those of one group, up to its cap. */
export interface Part {
  /** Undefined for the criteria that belong to no group. */
  readonly group: CriterionGroup | undefined
  /** The most points the part gives; infinite without a group. */
  readonly cap: number
  /** Places in the scorecard's criteria, in the order of the criteria's keys. */
  readonly members: readonly number[]
}

/**
 * What is summed together and in which order: first the criteria without a group, then the groups by key; within
 * each the criteria by key (UTF-16 order). The order is fixed so that sums of fractions come out the same in every
 * target, and whatever order the scorecard lists its criteria in.
 */
export function partsOf({ criteria, groups = [] }: Pick<Scorecard, 'criteria' | 'groups'>): readonly Part[] {
  const ordered = criteria.map((criterion, place) => ({ criterion, place })).toSorted(byKey)
  const membersOf = (key: string | undefined): readonly number[] =>
    ordered.filter(({ criterion }) => criterion.group === key).map(({ place }) => place)
  return [
    { group: undefined, cap: Number.POSITIVE_INFINITY, members: membersOf(undefined) },
    ...groups
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map((group) => ({ group, cap: group.cap, members: membersOf(group.key) })),
  ]
}

function byKey(a: { readonly criterion: Criterion }, b: { readonly criterion: Criterion }): number {
  return a.criterion.key < b.criterion.key ? -1 : 1
}

/** Σ of the members' values, before the cap. @param values by the criterion's place in the scorecard */
export function sumOf(part: Part, values: readonly number[]): number {
  let sum = 0
  for (const place of part.members) sum += values[place] ?? 0
  return sum
}

/** Σ over the parts of min(cap, Σ of its members' values). */
export function total(parts: readonly Part[], values: readonly number[]): number {
  let sum = 0
  for (const part of parts) sum += Math.min(part.cap, sumOf(part, values))
  return sum
}

/** The points a customer can reach: Σ over the parts of min(cap, Σ 2·weight). */
export function maximumOf(scorecard: Pick<Scorecard, 'criteria' | 'groups'>): number {
  return total(
    partsOf(scorecard),
    scorecard.criteria.map(({ weight }) => 2 * weight),
  )
}
