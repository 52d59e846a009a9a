import type { Localized } from '../locales/locale.ts'
import { partsOf, segmentsOf } from '../rules/fields.ts'
import type { Rule } from '../rules/rule.ts'

/** What rules need of the workspace's segments, by slug. */
export type Segments = ReadonlyMap<
  string,
  {
    readonly name: Localized
    readonly rule: Rule
    /** Who is in a static one is told by a list; dynamic when not given. */
    readonly kind?: 'dynamic' | 'static'
  }
>

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

/** The most tests and groups that a rule may come to with the rules of the segments in it. */
export const mostWithin = 2000

/** How many tests and groups a segment's rule comes to with those of the segments in it; there is no circle. */
export function sizeWithin(slug: string, segments: Segments): number {
  const sizes = new Map<string, number>()
  const measure = (each: string): number => {
    const known = sizes.get(each)
    if (known !== undefined) return known
    const size = sizeOf(segments.get(each)?.rule, measure)
    sizes.set(each, size)
    return size
  }
  return measure(slug)
}

/** The same of any rule. */
export function sizeOfRule(rule: Rule, segments: Segments): number {
  return sizeOf(rule, (slug) => sizeWithin(slug, segments))
}

function sizeOf(rule: Rule | undefined, measure: (slug: string) => number): number {
  const parts = rule === undefined ? [] : partsOf(rule)
  return parts.reduce((sum, part) => sum + (part.kind === 'inSegment' ? measure(part.segment) : 1), 0)
}
