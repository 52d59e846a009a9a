import type { Catalogue } from '../attributes/attribute.ts'
import type { Problem } from '../result.ts'
import { checkRule } from '../rules/check.ts'
import { attributesOf } from '../rules/fields.ts'
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
  return { rule: rule.value, problems: sensitiveFields(rule.value, catalogue, path) }
}

/** Special categories are left out of scoring (R1.3). */
function sensitiveFields(rule: Rule, catalogue: Catalogue, path: Problem['path']): readonly Problem[] {
  return attributesOf(rule)
    .filter((key) => catalogue.attributes.get(key)?.sensitive)
    .map((key) => ({
      path,
      message: `"${key}" is of a special category (health, religion, ethnicity …) and is left out of scoring. Take it out of the rule.`,
    }))
}
