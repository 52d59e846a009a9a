import type { CustomerFacts } from '../customers/customer.ts'
import { answerLeaf } from './answer.ts'
import type { CoreRelated, CoreRule } from './core.ts'
import { mayBeProfiled } from './records.ts'

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
    case 'company':
    case 'people':
      return holdsAround(rule, facts) !== rule.negated
    case 'picked': {
      if (facts.records === undefined) throw new Error('The rule speaks of lists that were not read')
      return facts.records.lists.includes(rule.segment) !== rule.negated
    }
    case 'profiled': {
      if (facts.records === undefined) throw new Error('The rule speaks of consents that were not read')
      return mayBeProfiled(rule, facts.records) !== rule.negated
    }
  }
}

/** Whether a rule holds of those around a customer, its `negated` apart. Throws where they were not read. */
function holdsAround(rule: CoreRelated, { around }: CustomerFacts): boolean {
  if (around === undefined) throw new Error('The rule speaks of companies or people that were not read')
  if (rule.kind === 'company') return around.company !== undefined && evaluate(rule.rule, around.company)
  return around.people.filter((each) => evaluate(rule.rule, each)).length >= rule.atLeast
}
