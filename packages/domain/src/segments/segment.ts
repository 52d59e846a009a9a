import type { Catalogue } from '../attributes/attribute.ts'
import { checkText } from '../locales/check.ts'
import type { Localized } from '../locales/locale.ts'
import { okUnless, type Result } from '../result.ts'
import { checkRule } from '../rules/check.ts'
import type { Rule } from '../rules/rule.ts'

/** The customers for which a rule holds. */
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
