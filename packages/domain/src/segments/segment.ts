import type { Catalogue } from '../attributes/attribute.ts'
import { checkText } from '../locales/check.ts'
import type { Localized } from '../locales/locale.ts'
import { okUnless, type Result } from '../result.ts'
import { checkRule } from '../rules/check.ts'
import type { Rule } from '../rules/rule.ts'

/** `dynamic`: the customers for which the rule holds; `static`: those that somebody picked. */
export const segmentKinds = ['dynamic', 'static'] as const
export type SegmentKind = (typeof segmentKinds)[number]

/** What a static segment has in place of a rule: it holds of nobody. */
export const noRule: Rule = Object.freeze({ kind: 'any', rules: Object.freeze([]) })

/** A name for some customers, and the rule that tells which. */
export interface Segment {
  readonly name: Localized
  readonly rule: Rule
}

const longestName = 120

/** Parses a segment as it came in, its rule against the workspace's catalogue. */
export function checkSegment(
  draft: { readonly name: Localized; readonly rule: unknown },
  catalogue: Catalogue,
): Result<Segment> {
  const rule = checkRule(draft.rule, catalogue)
  const problems = [
    ...checkText(draft.name, ['name'], { longest: longestName, needed: true }),
    ...(rule.ok ? [] : rule.problems.map((problem) => ({ ...problem, path: ['rule', ...problem.path] }))),
  ]
  return rule.ok
    ? okUnless(problems, { name: draft.name, rule: rule.value })
    : okUnless(problems, undefined as never)
}
