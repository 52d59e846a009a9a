import type { Rule } from '../rules/rule.ts'
import { noRule } from './segment.ts'
import type { Segments } from './segments.ts'

/**
 * The rule with those of the segments that it names in their place, so that it says by itself what it stands for. Lists
 * stay named; a segment that is gone has nobody in it.
 */
export function inlined(rule: Rule, segments: Segments, within: readonly string[] = []): Rule {
  const inner = (each: Rule) => inlined(each, segments, within)
  switch (rule.kind) {
    case 'all':
    case 'any':
      return { kind: rule.kind, rules: rule.rules.map(inner) }
    case 'not':
    case 'company':
    case 'people':
      return { ...rule, rule: inner(rule.rule) }
    case 'inSegment': {
      const segment = segments.get(rule.segment)
      if (segment === undefined || within.includes(rule.segment)) return noRule
      if (segment.kind === 'static') return rule
      return inlined(segment.rule, segments, [...within, rule.segment])
    }
    default:
      return rule
  }
}

/** How many customers lie at most between one that a rule is about and one that it looks at. */
export function reachOf(rule: Rule): number {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return Math.max(0, ...rule.rules.map(reachOf))
    case 'not':
      return reachOf(rule.rule)
    case 'company':
    case 'people':
      return 1 + reachOf(rule.rule)
    default:
      return 0
  }
}
