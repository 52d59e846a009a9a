import { okUnless, type Problem, type Result } from '../result.ts'

/** `report`: those who are due are told of, and a person has them erased. `erase`: they are erased each night. */
export const retentionActions = ['report', 'erase'] as const
export type RetentionAction = (typeof retentionActions)[number]

/** `contact`: people of a company; `consumer`: people of none. */
export const retentionKinds = ['contact', 'consumer'] as const
export type RetentionKind = (typeof retentionKinds)[number]

/**
 * How long people are kept who do nothing any more: so many months after the last deal, order, ticket or NPS answer of
 * theirs or their company's, interaction, judgement or consent; without any, after they were first heard of. Null narrows nothing down.
 */
export interface RetentionRule {
  readonly name: string
  readonly months: number
  /** Only people that no other source tells of. */
  readonly source: string | null
  readonly kind: RetentionKind | null
  /** Only people whose data may not be used for it. */
  readonly purpose: string | null
  readonly action: RetentionAction
}

const mostMonths = 600
const longest = { name: 100, source: 60 } as const

/** A rule that can be kept, or what is wrong with it. */
export function checkRetentionRule(rule: RetentionRule, purposes: readonly string[]): Result<RetentionRule> {
  const problems: Problem[] = []
  const wrong = (field: string, message: string) => problems.push({ path: [field], message })
  const name = rule.name.trim()
  if (name === '' || name.length > longest.name) wrong('name', `A name has 1 to ${longest.name} characters.`)
  if (!Number.isInteger(rule.months) || rule.months < 1 || rule.months > mostMonths)
    wrong('months', `People are kept for 1 to ${mostMonths} whole months, not ${rule.months}.`)
  if (rule.source !== null && (rule.source === '' || rule.source.length > longest.source))
    wrong('source', `A source's name has 1 to ${longest.source} characters.`)
  if (rule.purpose !== null && !purposes.includes(rule.purpose))
    wrong('purpose', `There is no purpose "${rule.purpose}". These are: ${purposes.join(', ')}.`)
  return okUnless(problems, { ...rule, name })
}
