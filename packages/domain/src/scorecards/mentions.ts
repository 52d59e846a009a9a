import { attributesOf, attributesWithin } from '../rules/fields.ts'
import type { Rule } from '../rules/rule.ts'
import type { Segments } from '../segments/segments.ts'
import type { Criterion, Scorecard } from './scorecard.ts'

/** The attributes that a criterion's rules speak of, each once. */
export function attributesOfCriterion(criterion: Criterion): readonly string[] {
  if (criterion.kind === 'answer') return []
  const { two, one } = criterion
  return [...new Set([...attributesOf(two), ...(one ? attributesOf(one) : [])])]
}

/**
 * The attributes that each criterion and disqualifier speaks of, by `criterion:key` and `disqualifier:key`; those that
 * the segments they name speak of, too.
 */
export function mentionsOf(
  { criteria, disqualifiers }: Scorecard,
  segments: Segments = new Map(),
): ReadonlyMap<string, readonly string[]> {
  const within = (...rules: readonly (Rule | undefined)[]) => [
    ...new Set(rules.flatMap((rule) => (rule === undefined ? [] : attributesWithin(rule, segments)))),
  ]
  return new Map([
    ...criteria.map((each) => {
      const own = each.kind === 'rule' ? within(each.two, each.one) : []
      return [`criterion:${each.key}`, own] as const
    }),
    ...disqualifiers.map(({ key, rule }) => [`disqualifier:${key}`, within(rule)] as const),
  ])
}
