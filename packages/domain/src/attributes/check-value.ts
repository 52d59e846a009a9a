import { isAmount, isNumber } from '../check.ts'
import { failed, ok, type Problem, type Result } from '../result.ts'
import type { Attribute, Money, Value } from './attribute.ts'

const longestText = 10_000
const mostChoices = 200

/** A value that somebody wrote for an attribute, from JSON; see `Value` for how each type is written. */
export function checkValue(attribute: Attribute, given: unknown, path: Problem['path']): Result<Value> {
  const refuse = (should: string) =>
    failed({ path, message: `"${attribute.key}" is a ${attribute.type}: ${should}.` })
  switch (attribute.type) {
    case 'text':
    case 'choice':
      return isText(given) ? ok(given) : refuse(`a text of 1 to ${longestText} characters`)
    case 'choices':
      return Array.isArray(given) && given.length <= mostChoices && given.every(isText)
        ? ok([...new Set(given)])
        : refuse(`a list of at most ${mostChoices} texts`)
    case 'number':
      return isNumber(given) ? ok(given) : refuse('a finite number')
    case 'boolean':
      return typeof given === 'boolean' ? ok(given) : refuse('true or false')
    case 'time': {
      const instant = isNumber(given) ? given : typeof given === 'string' ? parseInstant(given) : undefined
      return instant === undefined
        ? refuse('milliseconds since 1970, or a text such as 2026-11-23 or 2026-11-23T08:00:00Z')
        : ok(Math.trunc(instant))
    }
    case 'money':
      return isMoney(given)
        ? ok({ amount: given.amount, currency: given.currency })
        : refuse('{ "amount": 1200.5, "currency": "NOK" }')
  }
}

function isText(given: unknown): given is string {
  return typeof given === 'string' && given !== '' && given.length <= longestText
}

function parseInstant(written: string): number | undefined {
  const isWritten = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.test(written)
  const instant = isWritten ? Date.parse(written) : Number.NaN
  return Number.isNaN(instant) ? undefined : instant
}

function isMoney(given: unknown): given is Money {
  if (typeof given !== 'object' || given === null) return false
  const { amount, currency } = given as { amount?: unknown; currency?: unknown }
  return isAmount(amount) && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)
}
