import type { Catalogue } from '../attributes/attribute.ts'
import { checkSpecialRule } from '../consents/special-rules.ts'
import type { Problem } from '../result.ts'
import { checkRule } from '../rules/check.ts'
import type { Rule } from '../rules/rule.ts'

/** A rule that came into a scorecard: parsed, or the rule that holds of everybody and what is wrong with it. */
export interface CheckedRule {
  readonly rule: Rule
  readonly problems: readonly Problem[]
}

/** Parses a rule that scores or disqualifies. */
export function checkScoringRule(input: unknown, catalogue: Catalogue, path: Problem['path']): CheckedRule {
  const rule = checkRule(input, catalogue)
  if (!rule.ok) {
    const problems = rule.problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }))
    return { rule: { kind: 'all', rules: [] }, problems }
  }
  return { rule: rule.value, problems: checkSpecialRule(rule.value, catalogue, path) }
}
