import type { AttributeType, Money } from '../../attributes/attribute.ts'
import { type Comparison, type CoreField, type CoreRule, compare, never } from '../core.ts'
import { parseMoment } from '../moment.ts'
import type { Bound } from '../rule.ts'

/** The types that have an order. */
export const ordered = ['number', 'money', 'time'] as const satisfies readonly AttributeType[]

type Order = Exclude<Comparison, '='>

/**
 * The comparison of a field with a bound. A time's bound is a moment that lasts (a day, or one millisecond):
 * "more than" it is after its end, "at most" it is before its end.
 */
export function toBound(field: CoreField, op: Order, bound: Bound): CoreRule {
  if (typeof bound === 'number') return compare(field, op, bound)
  if (typeof bound === 'object') return compare(field, op, bound.amount, bound.currency)
  const moment = parseMoment(bound)
  if (moment === undefined) return never
  switch (op) {
    case '>=':
    case '<':
      return compare(field, op, moment.from)
    case '>':
      return compare(field, '>=', moment.until)
    case '<=':
      return compare(field, '<', moment.until)
  }
}

/** Whether nothing can lie between the two, both included; undefined when they do not compare. */
export function isEmptyRange(from: Bound, to: Bound): boolean | undefined {
  if (typeof from === 'number' && typeof to === 'number') return from > to
  if (isMoney(from) && isMoney(to)) return from.currency === to.currency ? from.amount > to.amount : undefined
  if (typeof from !== 'string' || typeof to !== 'string') return undefined
  const [start, end] = [parseMoment(from), parseMoment(to)]
  return start && end && start.from >= end.until
}

function isMoney(bound: Bound): bound is Money {
  return typeof bound === 'object'
}
