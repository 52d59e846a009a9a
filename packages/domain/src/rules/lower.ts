import { allOf, anyOf, type CoreRule, negate } from './core.ts'
import { operators } from './operators.ts'
import type { Rule, TestKind, TestOf } from './rule.ts'

/**
 * The rule in the small core that every target understands: operators replaced by what they stand for, days that
 * count from now by instants, `not` pushed down to the leaves.
 *
 * @param now the instant, in milliseconds since 1970, that "the last 30 days" counts from
 */
export function lower(rule: Rule, now: number): CoreRule {
  switch (rule.kind) {
    case 'all':
      return allOf(rule.rules.map((each) => lower(each, now)))
    case 'any':
      return anyOf(rule.rules.map((each) => lower(each, now)))
    case 'not':
      return negate(lower(rule.rule, now))
    default:
      return lowerTest(rule, now)
  }
}

function lowerTest<Kind extends TestKind>(test: TestOf<Kind>, now: number): CoreRule {
  const { lower: lowered } = operators[test.kind]
  return lowered(test, now)
}
