import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Consent, consentStates, mayBeUsed, standingsOf } from './consent.ts'

const now = Date.UTC(2026, 10, 26)
const day = 86_400_000

const said = (
  state: Consent['state'],
  at: number,
  expiresAt: number | null = null,
  id = `${state}${at}`,
): Consent => ({
  id,
  purpose: 'marketing',
  state,
  at,
  expiresAt,
})
const standing = (...consents: readonly Consent[]) => standingsOf(consents, now)[0]?.standing

const consents = fc.uniqueArray(
  fc.record<Consent>({
    id: fc.uuid(),
    purpose: fc.constantFrom('marketing', 'profiling'),
    state: fc.constantFrom(...consentStates),
    at: fc.integer({ min: 0, max: 3 }).map((days) => now - days * day),
    expiresAt: fc.option(fc.integer({ min: -2, max: 2 }).map((days) => now + days * day)),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
)

test('the newest counts', () => {
  expect(standing(said('withdrawn', now - 2 * day), said('given', now - day))).toBe('given')
  expect(standing(said('given', now - day), said('denied', now))).toBe('denied')
})

test('of what was said at the same time the strictest counts', () => {
  expect(standing(said('given', now), said('denied', now))).toBe('denied')
  expect(standing(said('withdrawn', now), said('denied', now), said('given', now))).toBe('withdrawn')
  const soon = said('given', now, now + day)
  expect(standingsOf([said('given', now, null, 'a'), soon, said('given', now, now + 2 * day)], now)).toEqual([
    { purpose: 'marketing', standing: 'given', since: now, expiresAt: now + day, consentId: soon.id },
  ])
})

test('a yes that has run out does not bring an older one back', () => {
  expect(standing(said('given', now - 3 * day), said('given', now - 2 * day, now))).toBe('expired')
  expect(standing(said('given', now - 2 * day, now + 1))).toBe('given')
})

test('the order in which records and their consents are looked at does not matter', () => {
  fc.assert(
    fc.property(
      consents.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        expect(standingsOf(shuffled, now)).toEqual(standingsOf(all, now))
      },
    ),
  )
})

test('a no said last is never outweighed by whatever else was said until then', () => {
  fc.assert(
    fc.property(consents, fc.constantFrom('denied', 'withdrawn'), (all, state) => {
      const last = said(state, now)
      expect(mayBeUsed('consent', standing(...all, last))).toBe(false)
      expect(mayBeUsed('legitimateInterest', standing(...all, last))).toBe(false)
    }),
  )
})

test('nothing said: allowed with a legitimate interest only', () => {
  expect(mayBeUsed('consent', undefined)).toBe(false)
  expect(mayBeUsed('legitimateInterest', undefined)).toBe(true)
  expect(mayBeUsed('consent', 'expired')).toBe(false)
})
