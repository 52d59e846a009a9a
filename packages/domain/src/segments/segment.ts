import type { Catalogue } from '../attributes/attribute.ts'
import { checkText } from '../locales/check.ts'
import type { Localized } from '../locales/locale.ts'
import { okUnless, type Problem, type Result } from '../result.ts'
import { checkRule } from '../rules/check.ts'
import type { Rule } from '../rules/rule.ts'
import { circleOf, mostWithin, sizeWithin } from './segments.ts'

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

/**
 * Parses a segment as it came in, its rule against the workspace's catalogue.
 * @param slug of a segment that there is already: its rule must not come back to itself
 */
export function checkSegment(
  draft: { readonly name: Localized; readonly rule: unknown },
  catalogue: Catalogue,
  slug?: string,
): Result<Segment> {
  const rule = checkRule(draft.rule, catalogue)
  const problems = [
    ...checkText(draft.name, ['name'], { longest: longestName, needed: true }),
    ...(rule.ok && slug !== undefined ? checkPlace(slug, draft.name, rule.value, catalogue) : []),
    ...(rule.ok ? [] : rule.problems.map((problem) => ({ ...problem, path: ['rule', ...problem.path] }))),
  ]
  return rule.ok
    ? okUnless(problems, { name: draft.name, rule: rule.value })
    : okUnless(problems, undefined as never)
}

/** What others would stand for, once a segment is of this rule. */
function checkPlace(slug: string, name: Localized, rule: Rule, { records }: Catalogue): readonly Problem[] {
  const segments = new Map(records?.segments).set(slug, { name, rule })
  const circle = circleOf(slug, rule, segments)
  if (circle !== undefined) {
    const message = `The segment would be within itself: ${circle.join(' → ')}. Take one of these out of the other's rule.`
    return [{ path: ['rule'], message }]
  }
  const tooLarge = [...segments.keys()].find((each) => sizeWithin(each, segments) > mostWithin)
  if (tooLarge === undefined) return []
  const message = `With this rule the segment '${tooLarge}' would stand for more than ${mostWithin} tests and groups in all. Make the rules smaller.`
  return [{ path: ['rule'], message }]
}
