import type { Value } from '../attributes/attribute.ts'
import type { Ground } from '../consents/purpose.ts'
import type { CustomerFacts } from '../customers/customer.ts'
import { atInstant, isFirstOrLast } from '../rules/lower.ts'
import { type CustomerRecords, figureOf, timesOf } from '../rules/records.ts'
import { isRecordsField, type Test } from '../rules/rule.ts'

/** When customers are asked of, in milliseconds since 1970, and on what ground people are profiled. */
interface Lowered {
  readonly now: number
  readonly ground: Ground
}

/**
 * The value that a test of a customer is decided by; undefined where there is none. Of records: their number, the time
 * of the first or last in milliseconds, a sum or average, or where the customer stands on a purpose.
 */
export function decidedBy(test: Test, facts: CustomerFacts, { now, ground }: Lowered): Value | undefined {
  const { field } = test
  if (!isRecordsField(field)) {
    const known = field.kind === 'metric' ? facts.metrics : facts.attributes
    return Object.hasOwn(known, field.key) ? known[field.key] : undefined
  }
  return facts.records && ofRecords({ ...test, field }, facts.records, { now, ground })
}

function ofRecords(
  test: Test & { readonly field: Parameters<typeof atInstant>[0] },
  records: CustomerRecords,
  { now, ground }: Lowered,
): Value | undefined {
  const { field } = test
  const counted = atInstant(field, now, ground)
  if (isFirstOrLast(field) && 'span' in counted) {
    const times = timesOf(counted, records)
    const further = field.figure === 'first' ? Math.min : Math.max
    // One after another: there may be more of them than a function takes arguments.
    return times.length === 0 ? undefined : times.reduce((one, other) => further(one, other))
  }
  if (field.kind !== 'deals' || field.figure !== 'sum') return figureOf(counted, records, undefined)
  const currency = currencyOf(test)
  const amount = currency === undefined ? undefined : figureOf(counted, records, currency)
  return typeof amount === 'number' && currency !== undefined ? { amount, currency } : undefined
}

/** The currency that amounts are compared in. */
function currencyOf(test: Test): string | undefined {
  const operand = 'value' in test ? test.value : 'from' in test ? test.from : undefined
  return typeof operand === 'object' ? operand.currency : undefined
}
