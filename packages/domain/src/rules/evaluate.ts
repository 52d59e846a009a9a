import type { CustomerFacts } from '../customers/customer.ts'
import { answerLeaf } from './answer.ts'
import type { CoreRule } from './core.ts'

/**
 * Whether the rule holds of the customer. Two-valued: a leaf whose value is missing, of another type or in another
 * currency does not hold, and its negation does.
 */
export function evaluate(rule: CoreRule, facts: CustomerFacts): boolean {
  switch (rule.kind) {
    case 'all':
      return rule.rules.every((each) => evaluate(each, facts))
    case 'any':
      return rule.rules.some((each) => evaluate(each, facts))
    case 'among':
    case 'flag':
    case 'compare':
    case 'match':
    case 'known':
      return (answerLeaf(rule, facts) === true) !== rule.negated
  }
}
