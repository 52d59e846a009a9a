import type { Localized } from '../locales/locale.ts'
import { segmentsOf } from '../rules/fields.ts'
import type { Rule } from '../rules/rule.ts'

/** What rules need of the workspace's segments, by slug. */
export type Segments = ReadonlyMap<string, { readonly name: Localized; readonly rule: Rule }>

/**
 * How a segment would come back to itself by a rule: the slugs in the order in which each names the next, itself at both
 * ends. Undefined where it does not.
 */
export function circleOf(slug: string, rule: Rule, segments: Segments): readonly string[] | undefined {
  const seen = new Set<string>()
  const search = (within: Rule, path: readonly string[]): readonly string[] | undefined => {
    for (const next of segmentsOf(within)) {
      if (next === slug) return [...path, next]
      if (seen.has(next)) continue
      seen.add(next)
      const inner = segments.get(next)
      const found = inner && search(inner.rule, [...path, next])
      if (found !== undefined) return found
    }
    return undefined
  }
  return search(rule, [slug])
}
