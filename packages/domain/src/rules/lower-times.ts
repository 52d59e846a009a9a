import { allOf, anyOf, type CoreRule, compare, negate, never } from './core.ts'
import type { Span } from './period.ts'
import type { CountedRecords } from './records.ts'

/**
 * What a rule says of one time, said of the first or last time of records: it is the last one where there is none after
 * it. So "the last was in the last 30 days" looks at what is that new, and not at all there ever was.
 *
 * @param rule over a field of times, whichever
 */
export function ofFirstOrLast(rule: CoreRule, figure: 'first' | 'last', counted: CountedRecords): CoreRule {
  const some = (span: Partial<Span>) => compare(narrowed(counted, span), '>=', 1)
  const isFirst = figure === 'first'
  /** The first or last of them is in the span: one is, and none beyond. */
  const isIn = (span: Partial<Span>) => {
    const beyond = isFirst ? span.from : span.until
    if (beyond === undefined) return some(span)
    return allOf([some(span), negate(some(isFirst ? { until: beyond } : { from: beyond }))])
  }
  switch (rule.kind) {
    case 'all': {
      const spans = rule.rules.map(spanOfLeaf)
      const areSpans = spans.length > 0 && spans.every((span) => span !== undefined)
      return areSpans
        ? isIn(spans.reduce(intersected))
        : allOf(rule.rules.map((each) => ofFirstOrLast(each, figure, counted)))
    }
    case 'any':
      return anyOf(rule.rules.map((each) => ofFirstOrLast(each, figure, counted)))
    case 'known':
      return rule.negated ? negate(some({})) : some({})
    case 'compare': {
      const span = spanOfLeaf({ ...rule, negated: false })
      const holds = span === undefined ? never : isIn(span)
      return rule.negated ? negate(holds) : holds
    }
    case 'among':
    case 'flag':
    case 'match':
    case 'company':
    case 'people':
    case 'picked':
    case 'profiled':
      return never
  }
}

/** The times that a leaf holds for, in whole milliseconds. */
function spanOfLeaf(rule: CoreRule): Span | undefined {
  if (rule.kind !== 'compare' || rule.negated) return undefined
  const { op, value } = rule
  switch (op) {
    case '<':
      return { from: undefined, until: value }
    case '<=':
      return { from: undefined, until: value + 1 }
    case '=':
      return { from: value, until: value + 1 }
    case '>=':
      return { from: value, until: undefined }
    case '>':
      return { from: value + 1, until: undefined }
  }
}

function narrowed(counted: CountedRecords, { from, until }: Partial<Span>): CountedRecords {
  const span = intersected(counted.span ?? { from: undefined, until: undefined }, { from, until })
  return { ...counted, span }
}

function intersected(one: Span, other: Span): Span {
  const from = [one.from, other.from].filter((at) => at !== undefined)
  const until = [one.until, other.until].filter((at) => at !== undefined)
  return {
    from: from.length === 0 ? undefined : Math.max(...from),
    until: until.length === 0 ? undefined : Math.min(...until),
  }
}
