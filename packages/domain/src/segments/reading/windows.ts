import type { Locale } from '../../locales/locale.ts'
import { periods } from '../../rules/period.ts'
import type { Window } from '../../rules/rule.ts'
import { phrases } from '../../rules/sentences/phrases.ts'
import { recordsWords } from '../../rules/sentences/records.ts'
import { aroundNumber, either, literal, matchAt, patternOf } from './pattern.ts'
import { readNumbers, readTimes } from './read-operand.ts'

/** A window that a text may begin with, and what follows. */
interface Begun {
  readonly window: Window
  readonly rest: string
}

/** The windows that a text may begin with: "in the last 30 days", "from March 1, 2026 on", "last year". */
export function windowsAt(text: string, locale: Locale): readonly Begun[] {
  const say = phrases[locale]
  const { within, fromTo, since, until } = recordsWords
  const lastDay = matchAt(patternOf(within[locale], { days: literal(say.lastDays(1, '1')) }), text)
  if (lastDay) return [{ window: { kind: 'lastDays', days: 1 }, rest: lastDay.rest }]
  const lastDays = matchAt(patternOf(within[locale], { days: aroundNumber(say.lastDays) }), text)
  if (lastDays)
    return readNumbers(lastDays.groups.number ?? '', locale).map((days) => ({
      window: { kind: 'lastDays', days },
      rest: lastDays.rest,
    }))
  const time = timePattern(locale)
  const times = { from: `(?<from>${time})`, to: `(?<to>${time})` }
  for (const template of [fromTo, since, until]) {
    const found = matchAt(patternOf(template[locale], times), text)
    if (found === undefined) continue
    const [from] = readTimes(found.groups.from ?? '', locale)
    const [to] = readTimes(found.groups.to ?? '', locale)
    const window: Window = {
      kind: 'between',
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    }
    return [{ window, rest: found.rest }]
  }
  const during = matchAt(either(say.periods), text)
  const period = periods.find((each) => during?.groups[each] !== undefined)
  return during && period ? [{ window: { kind: 'during', period }, rest: during.rest }] : []
}

/** A day, or an instant in UTC, as `formatTime` writes it. */
function timePattern(locale: Locale): string {
  const patternOfStyle = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' })
      .formatToParts(0)
      .map(({ type, value }) => (type === 'literal' ? literal(value) : (timeParts[type] ?? literal(value))))
      .join('')
  const instant = patternOfStyle({ dateStyle: 'long', timeStyle: 'short' })
  return `${instant}\\s+UTC|${patternOfStyle({ dateStyle: 'long' })}`
}

const timeParts: { readonly [type in Intl.DateTimeFormatPartTypes]?: string } = {
  day: '\\d{1,2}',
  month: '\\p{L}+',
  year: '\\d{4}',
  hour: '\\d{1,2}',
  minute: '\\d{2}',
  dayPeriod: '[AP]M',
}
