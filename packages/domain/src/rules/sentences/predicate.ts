import { formatCount } from '../../attributes/format.ts'
import type { Locale } from '../../locales/locale.ts'
import { parseMoment } from '../moment.ts'
import { operators, wordingsFor } from '../operators.ts'
import type { Bound, Test } from '../rule.ts'
import { formatList, formatValue, quote } from './format.ts'
import { phrases } from './phrases.ts'
import type { Subject } from './subject.ts'

/** The predicate of a test, without its subject: "is between 20 and 100", or when denied "is not between 20 and 100". */
export function predicate(given: Test, known: Subject, denied: boolean, locale: Locale): string {
  const test = known.type === 'choices' ? given : withoutListOfOne(given)
  const subject = known.type === undefined ? { ...known, type: guessType(test) } : known
  const { says, denies } = wordingsFor(test.kind, subject.type)[locale]
  const fills = new Map(Object.entries(fillsOf(test, subject, locale)))
  return (denied ? denies : says).replace(/\{(\w+)\}/g, (_, name: string) => fills.get(name) ?? '')
}

/** "Is one of Norway" is better said as "is Norway". */
function withoutListOfOne(test: Test): Test {
  if (test.kind !== 'oneOf' && test.kind !== 'noneOf') return test
  const [value] = test.values
  if (value === undefined || test.values.length > 1) return test
  return { kind: test.kind === 'oneOf' ? 'is' : 'isNot', field: test.field, value }
}

function fillsOf(test: Test, subject: Subject, locale: Locale): { readonly [placeholder: string]: string } {
  const format = (value: Bound | boolean) => formatValue(value, subject, locale)
  if ('values' in test) {
    return {
      any: formatList(test.values, 'disjunction', subject, locale),
      every: formatList(test.values, 'conjunction', subject, locale),
    }
  }
  if ('text' in test) return { text: quote(test.text, locale) }
  if ('value' in test) return { value: format(test.value) }
  if ('from' in test) return { from: formatFrom(test.from, test.to, subject, locale), to: format(test.to) }
  const { days, lastDays, nextDays, periods } = phrases[locale]
  if ('period' in test) return { period: periods[test.period] }
  if (!('days' in test)) return {}
  const written = formatCount(test.days, locale)
  return {
    days: days(test.days, written),
    lastDays: lastDays(test.days, written),
    nextDays: nextDays(test.days, written),
  }
}

/** The unit is said once: "between 20 and 100 employees". */
function formatFrom(from: Bound, to: Bound, subject: Subject, locale: Locale): string {
  const saidLater = typeof from === 'number' && typeof to === 'number'
  return formatValue(from, saidLater ? { ...subject, unit: undefined } : subject, locale)
}

/** The type that a field had when the test was written, as far as the operands show it. */
function guessType(test: Test): Subject['type'] {
  if ('days' in test || 'period' in test) return 'time'
  const [operand] = 'value' in test ? [test.value] : 'from' in test ? [test.from] : []
  const accepts = operators[test.kind].accepts
  return typeof operand === 'string' && accepts.includes('time') && parseMoment(operand) ? 'time' : undefined
}
