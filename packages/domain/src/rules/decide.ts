import type { CustomerFacts } from '../customers/customer.ts'
import { answerLeaf } from './answer.ts'
import { type CoreRule, isRecordsPart } from './core.ts'
import { evaluate } from './evaluate.ts'
import { distinctFields } from './fields.ts'
import type { KnownField } from './rule.ts'

/** Whether the rule holds; undefined while what is known of the customer leaves it open. */
export type Decision = boolean | undefined

/**
 * Whether the rule can be decided by what is known (Kleene's three-valued logic): a leaf whose value cannot answer
 * is open, `all` fails by one that fails, `any` holds by one that holds. Once decided it equals `evaluate`, and
 * learning more does not change it. Leaves that ask whether a value is known are always decided, and so is what is asked
 * of records and of those around: no records is none of them.
 */
export function decide(rule: CoreRule, facts: CustomerFacts): Decision {
  if (isRecordsPart(rule)) return evaluate(rule, facts)
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
export function missingFields(rule: CoreRule, facts: CustomerFacts): readonly KnownField[] {
  return distinctFields(openFields(rule, facts))
}

function openFields(rule: CoreRule, facts: CustomerFacts): readonly KnownField[] {
  if (decide(rule, facts) !== undefined || isRecordsPart(rule)) return []
  if (rule.kind === 'all' || rule.kind === 'any') return rule.rules.flatMap((each) => openFields(each, facts))
  const { field } = rule
  return field.kind === 'attribute' || field.kind === 'metric' ? [field] : []
}
