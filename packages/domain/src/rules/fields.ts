import type { Segments } from '../segments/segments.ts'
import { type Field, isTest, type Rule } from './rule.ts'

/** The fields a rule speaks of, each once, in the order of their first mention; not those of the customers around. */
export function fieldsOf(rule: Rule): readonly Field[] {
  return distinctFields(mentions(rule))
}

/** The keys of the attributes among them. */
export function ownAttributesOf(rule: Rule): readonly string[] {
  return fieldsOf(rule).flatMap((field) => (field.kind === 'attribute' ? [field.key] : []))
}

/** Whether there is more to a rule than groups: something that a customer is tested for. */
export function testsAnything(rule: Rule): boolean {
  return partsOf(rule).some((part) => isTest(part) || part.kind === 'inSegment')
}

export function distinctFields<Of extends Field>(fields: readonly Of[]): readonly Of[] {
  return [...new Map(fields.map((field) => [JSON.stringify(field), field])).values()]
}

function mentions(rule: Rule): readonly Field[] {
  if (isTest(rule)) return [rule.field]
  switch (rule.kind) {
    case 'all':
    case 'any':
      return rule.rules.flatMap(mentions)
    case 'not':
      return mentions(rule.rule)
    case 'inSegment':
    case 'company':
    case 'people':
      return []
  }
}

/** Every rule in a rule, itself first: also those over the customers around. */
export function partsOf(rule: Rule): readonly Rule[] {
  if (isTest(rule) || rule.kind === 'inSegment') return [rule]
  const inner = rule.kind === 'all' || rule.kind === 'any' ? rule.rules : [rule.rule]
  return [rule, ...inner.flatMap(partsOf)]
}

/** The keys of the attributes a rule speaks of, of those around too, in the order of their first mention. */
export function attributesOf(rule: Rule): readonly string[] {
  const fields = partsOf(rule).flatMap((part) => (isTest(part) ? [part.field] : []))
  return [...new Set(fields.flatMap((field) => (field.kind === 'attribute' ? [field.key] : [])))]
}

/** The same with what the segments that it names speak of. */
export function attributesWithin(rule: Rule, segments: Segments): readonly string[] {
  const all = [rule, ...segmentsWithin(rule, segments).flatMap((slug) => segments.get(slug)?.rule ?? [])]
  return [...new Set(all.flatMap(attributesOf))]
}

/** The slugs of the scorecards whose fits a rule asks for, those that the segments in it ask for too. */
export function scorecardsWithin(rule: Rule, segments: Segments): readonly string[] {
  const all = [rule, ...segmentsWithin(rule, segments).flatMap((slug) => segments.get(slug)?.rule ?? [])]
  const fields = all.flatMap(partsOf).flatMap((part) => (isTest(part) ? [part.field] : []))
  return [...new Set(fields.flatMap((field) => (field.kind === 'fit' ? [field.scorecard] : [])))]
}

/** The slugs of the segments a rule names. */
export function segmentsOf(rule: Rule): readonly string[] {
  return [...new Set(partsOf(rule).flatMap((part) => (part.kind === 'inSegment' ? [part.segment] : [])))]
}

/** The same with those that they name in turn. */
export function segmentsWithin(rule: Rule, segments: Segments): readonly string[] {
  const found = new Set<string>()
  const visit = (each: Rule): void => {
    for (const slug of segmentsOf(each)) {
      const inner = segments.get(slug)
      if (found.has(slug)) continue
      found.add(slug)
      if (inner !== undefined) visit(inner.rule)
    }
  }
  visit(rule)
  return [...found]
}
