import { expect, test } from 'vitest'
import { type Period, periods, spanOf } from './period.ts'

const days = (period: Period, now: string) => {
  const { from, until } = spanOf(period, Date.parse(now))
  return [from, until].map((at) => new Date(at).toISOString().slice(0, 10))
}

test.each<[Period, string, string, string]>([
  ['today', '2026-11-23T12:00:00Z', '2026-11-23', '2026-11-24'],
  ['yesterday', '2026-03-01T00:00:00Z', '2026-02-28', '2026-03-01'],
  ['thisWeek', '2026-11-23T00:00:00Z', '2026-11-23', '2026-11-30'],
  ['thisWeek', '2026-11-29T23:59:59Z', '2026-11-23', '2026-11-30'],
  ['lastWeek', '2026-01-01T00:00:00Z', '2025-12-22', '2025-12-29'],
  ['thisMonth', '2024-02-29T12:00:00Z', '2024-02-01', '2024-03-01'],
  ['lastMonth', '2026-01-31T12:00:00Z', '2025-12-01', '2026-01-01'],
  ['thisQuarter', '2026-12-31T12:00:00Z', '2026-10-01', '2027-01-01'],
  ['lastQuarter', '2026-02-01T12:00:00Z', '2025-10-01', '2026-01-01'],
  ['thisYear', '2026-06-01T12:00:00Z', '2026-01-01', '2027-01-01'],
  ['lastYear', '2026-06-01T12:00:00Z', '2025-01-01', '2026-01-01'],
])('%s at %s is from %s until %s', (period, now, from, until) => {
  expect(days(period, now)).toEqual([from, until])
})

test('now is in each of the periods that are, and after each that was', () => {
  const now = Date.parse('2026-11-23T12:30:15Z')
  for (const period of periods) {
    const { from, until } = spanOf(period, now)
    const isNow = period === 'today' || period.startsWith('this')
    expect(from <= now && now < until, period).toBe(isNow)
    expect(from < until, period).toBe(true)
  }
})
