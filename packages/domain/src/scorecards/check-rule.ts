import type { Catalogue } from '../attributes/attribute.ts'
import { checkSpecialRule } from '../consents/special-rules.ts'
import type { Problem } from '../result.ts'
import { checkRule } from '../rules/check.ts'
import { scorecardsWithin } from '../rules/fields.ts'
import type { Rule } from '../rules/rule.ts'

/** A rule that came into a scorecard: parsed, or the rule that holds of everybody and what is wrong with it. */
export interface CheckedRule {
  readonly rule: Rule
  readonly problems: readonly Problem[]
}

/** A fit would be judged by itself, or by others that are judged by it. */
function checkNoFit(rule: Rule, { records }: Catalogue, path: Problem['path']): readonly Problem[] {
  if (scorecardsWithin(rule, records?.segments ?? new Map()).length === 0) return []
  const message = 'A scorecard cannot judge by a fit, nor by a segment that does. Take that out of the rule.'
  return [{ path, message }]
}

/** Parses a rule that scores or disqualifies. */
export function checkScoringRule(input: unknown, catalogue: Catalogue, path: Problem['path']): CheckedRule {
  const rule = checkRule(input, catalogue)
  if (!rule.ok) {
    const problems = rule.problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }))
    return { rule: { kind: 'all', rules: [] }, problems }
  }
  const problems = [
    ...checkSpecialRule(rule.value, catalogue, path),
    ...checkNoFit(rule.value, catalogue, path),
  ]
  return { rule: rule.value, problems }
}
