import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf } from './zoned-time.ts'

test.each([
  ['2026-12-01T08:00', 'Europe/Oslo', '2026-12-01T07:00:00.000Z'],
  ['2026-07-01T08:00', 'Europe/Oslo', '2026-07-01T06:00:00.000Z'],
  ['2026-07-01T08:00', 'Asia/Kathmandu', '2026-07-01T02:15:00.000Z'],
  ['2026-10-25T02:30', 'Europe/Oslo', '2026-10-25T00:30:00.000Z'],
])('%s in %s is %s', (local, zone, instant) => {
  expect(instantOf({ local, zone })).toEqual({ ok: true, value: new Date(instant) })
})

test('a time the clocks never show, a zone that is none and a text that is no time are told apart', () => {
  const message = (local: string, zone: string) => {
    const result = instantOf({ local, zone })
    return result.ok ? undefined : result.problems[0].message
  }
  expect(message('2026-03-29T02:30', 'Europe/Oslo')).toMatch(/never is/)
  expect(message('2026-03-29T02:30', 'Europe/Olso')).toMatch(/not a time zone/)
  expect(message('2026-02-30T02:30', 'Europe/Oslo')).toMatch(/not a time/)
  expect(message('i morgen', 'Europe/Oslo')).toMatch(/not a time/)
})

test('every instant is found again from what a clock in its zone shows, or an earlier one that shows the same', () => {
  const zones = [
    'Europe/Oslo',
    'Europe/Stockholm',
    'Atlantic/Reykjavik',
    'America/New_York',
    'Australia/Lord_Howe',
  ]
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 }),
      fc.constantFrom(...zones),
      (minutes, zone) => {
        const instant = minutes * 60_000
        const format = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'short',
        })
        const result = instantOf({ local: format.format(instant).replace(' ', 'T'), zone })
        const found = result.ok ? result.value.getTime() : Number.NaN
        expect(found).toBeLessThanOrEqual(instant)
        expect(format.format(found)).toBe(format.format(instant))
      },
    ),
  )
})
