import { partsOf } from './fields.ts'
import { isTest, type Rule } from './rule.ts'

/** Whether it depends on who may be profiled what a rule holds for: it asks for segments or fits. */
export function asksProfiled(rule: Rule): boolean {
  return partsOf(rule).some((part) => (isTest(part) ? part.field.kind === 'fit' : part.kind === 'inSegment'))
}

/**
 * Whether a rule looks at more than is noted with customers when it changes: what they did, their fits, who has left a
 * company, and segments that are named.
 */
export function looksAround(rule: Rule): boolean {
  return partsOf(rule).some((part) =>
    isTest(part)
      ? part.field.kind === 'interactions' || part.field.kind === 'fit'
      : part.kind === 'inSegment' || part.kind === 'company' || part.kind === 'people',
  )
}
