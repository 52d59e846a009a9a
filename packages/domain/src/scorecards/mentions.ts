import { attributesOf } from '../rules/fields.ts'
import type { Criterion, Scorecard } from './scorecard.ts'

/** The attributes that a criterion's rules speak of, each once. */
export function attributesOfCriterion(criterion: Criterion): readonly string[] {
  if (criterion.kind === 'answer') return []
  const { two, one } = criterion
  return [...new Set([...attributesOf(two), ...(one ? attributesOf(one) : [])])]
}

/** The attributes that each criterion and disqualifier speaks of, by `criterion:key` and `disqualifier:key`. */
export function mentionsOf({ criteria, disqualifiers }: Scorecard): ReadonlyMap<string, readonly string[]> {
  return new Map([
    ...criteria.map((each) => [`criterion:${each.key}`, attributesOfCriterion(each)] as const),
    ...disqualifiers.map(({ key, rule }) => [`disqualifier:${key}`, attributesOf(rule)] as const),
  ])
}
