import { expect, test } from 'vitest'
import { daysBefore, parseMoment } from './moment.ts'

const day = 86_400_000

test('a day is the whole of it in UTC', () => {
  const from = Date.UTC(2024, 1, 29)
  expect(parseMoment('2024-02-29')).toEqual({ from, until: from + day, day: true })
})

test.each([
  ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000Z'],
  ['2026-03-01T12:00Z', '2026-03-01T12:00:00.000Z'],
  ['2026-03-01T12:00:00+01:00', '2026-03-01T11:00:00.000Z'],
  ['2026-03-01T00:30:00+02:00', '2026-02-28T22:30:00.000Z'],
  ['2026-03-01T12:00:00.123999999Z', '2026-03-01T12:00:00.123Z'],
  ['2026-03-01T12:00:00,5Z', '2026-03-01T12:00:00.500Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
])('%s is the millisecond %s', (text, instant) => {
  const from = Date.parse(instant)
  expect(parseMoment(text)).toEqual({ from, until: from + 1, day: false })
})

test.each([
  '',
  '2026',
  '2026-02-30',
  '2025-02-29',
  '2026-13-01',
  '2026-3-1',
  '01.03.2026',
  '2026-03-01T12:00:00',
  '2026-03-01T24:00:00Z',
  '2026-03-01T12:60:00Z',
  '2026-03-01T12:00:00+25:00',
  '2026-03-01 12:00:00Z',
  ' 2026-03-01',
  '2026-03-01\n',
  '+002026-03-01',
  'tomorrow',
])('%j is no moment', (text) => {
  expect(parseMoment(text)).toBeUndefined()
})

test('days are counted back from now in whole milliseconds', () => {
  expect(daysBefore(10 * day + 0.7, 3)).toBe(7 * day)
})
