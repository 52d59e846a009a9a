import type { Plan } from './plan.ts'

/** The plans in the order to ask them in: a guess, of no matter to the answer. Looking into texts costs most. */
export function narrowestFirst(plans: readonly Plan[]): readonly Plan[] {
  return plans.toSorted((a, b) => weight(a) - weight(b))
}

function weight(plan: Plan): number {
  return plan.kind === 'found' ? 1 : share(plan)
}

/** Which share of the rows a plan may hold for. */
function share(plan: Plan): number {
  switch (plan.kind) {
    case 'always':
      return plan.holds ? 1 : 0
    case 'all':
      return plan.plans.reduce((product, each) => product * share(each), 1)
    case 'any':
      return Math.min(
        1,
        plan.plans.reduce((sum, each) => sum + share(each), 0),
      )
    case 'coded':
      return plan.table.reduce((sum, each) => sum + each, 0) / plan.table.length
    case 'compared':
      return plan.op === '=' ? 0.1 : 0.4
    case 'marked':
      return plan.negated ? 0.9 : 0.1
    case 'found':
      return 0.1
  }
}
