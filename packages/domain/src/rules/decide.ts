import type { CustomerFacts } from '../customers/customer.ts'
import { answerLeaf } from './answer.ts'
import type { CoreRule } from './core.ts'
import { distinctFields } from './fields.ts'
import type { Field } from './rule.ts'

/** Whether the rule holds; undefined while what is known of the customer leaves it open. */
export type Decision = boolean | undefined

/**
 * Whether the rule can be decided by what is known (Kleene's three-valued logic): a leaf whose value cannot answer
 * is open, `all` fails by one that fails, `any` holds by one that holds. Once decided it equals `evaluate`, and
 * learning more does not change it. Leaves that ask whether a value is known are always decided.
 */
export function decide(rule: CoreRule, facts: CustomerFacts): Decision {
  switch (rule.kind) {
    case 'all':
      return decideGroup(rule.rules, facts, false)
    case 'any':
      return decideGroup(rule.rules, facts, true)
    case 'among':
    case 'flag':
    case 'compare':
    case 'match':
    case 'known': {
      const answer = answerLeaf(rule, facts)
      return answer === undefined ? undefined : answer !== rule.negated
    }
  }
}

/** One rule that comes out as `decisive` decides the group. */
function decideGroup(rules: readonly CoreRule[], facts: CustomerFacts, decisive: boolean): Decision {
  let decision: Decision = !decisive
  for (const rule of rules) {
    const each = decide(rule, facts)
    if (each === decisive) return decisive
    if (each === undefined) decision = undefined
  }
  return decision
}

/** The fields whose values would have to be known (or mended) to decide the rule; none once it is decided. */
export function missingFields(rule: CoreRule, facts: CustomerFacts): readonly Field[] {
  return distinctFields(openFields(rule, facts))
}

function openFields(rule: CoreRule, facts: CustomerFacts): readonly Field[] {
  if (decide(rule, facts) !== undefined) return []
  return rule.kind === 'all' || rule.kind === 'any'
    ? rule.rules.flatMap((each) => openFields(each, facts))
    : [rule.field]
}
