import { allOf, compare } from '../core.ts'
import { daysBefore } from '../moment.ts'
import { spanOf } from '../period.ts'
import { type OperatorsOf, words } from './operator.ts'

const operands = { days: 'days' } as const

export const age: OperatorsOf<'withinDays' | 'olderThanDays' | 'withinNextDays' | 'during'> = {
  withinDays: {
    accepts: ['time'],
    operands,
    lower: ({ field, days }, now) =>
      allOf([compare(field, '>=', daysBefore(now, days)), compare(field, '<=', daysBefore(now, 0))]),
    wordings: {
      nb: words('er innenfor de siste dagene', 'er innenfor {lastDays}', 'er ikke innenfor {lastDays}'),
      sv: words('är inom de senaste dagarna', 'är inom {lastDays}', 'är inte inom {lastDays}'),
      da: words('er inden for de seneste dage', 'er inden for {lastDays}', 'er ikke inden for {lastDays}'),
      en: words('is within the last days', 'is within {lastDays}', 'is not within {lastDays}'),
    },
  },
  olderThanDays: {
    accepts: ['time'],
    operands,
    lower: ({ field, days }, now) => compare(field, '<', daysBefore(now, days)),
    wordings: {
      nb: words('er eldre enn', 'er for mer enn {days} siden', 'er ikke for mer enn {days} siden'),
      sv: words('är äldre än', 'är för mer än {days} sedan', 'är inte för mer än {days} sedan'),
      da: words('er ældre end', 'er for mere end {days} siden', 'er ikke for mere end {days} siden'),
      en: words('is older than', 'is more than {days} ago', 'is not more than {days} ago'),
    },
  },
  withinNextDays: {
    accepts: ['time'],
    operands,
    lower: ({ field, days }, now) =>
      allOf([compare(field, '>=', daysBefore(now, 0)), compare(field, '<=', daysBefore(now, -days))]),
    wordings: {
      nb: words('er innenfor de neste dagene', 'er innenfor {nextDays}', 'er ikke innenfor {nextDays}'),
      sv: words('är inom de närmaste dagarna', 'är inom {nextDays}', 'är inte inom {nextDays}'),
      da: words('er inden for de næste dage', 'er inden for {nextDays}', 'er ikke inden for {nextDays}'),
      en: words('is within the next days', 'is within {nextDays}', 'is not within {nextDays}'),
    },
  },
  during: {
    accepts: ['time'],
    operands: { period: 'period' },
    lower: ({ field, period }, now) => {
      const { from, until } = spanOf(period, now)
      return allOf([compare(field, '>=', from), compare(field, '<', until)])
    },
    wordings: {
      nb: words('er i perioden', 'er {period}', 'er ikke {period}'),
      sv: words('är under perioden', 'är {period}', 'är inte {period}'),
      da: words('er i perioden', 'er {period}', 'er ikke {period}'),
      en: words('is in the period', 'is {period}', 'is not {period}'),
    },
  },
}
