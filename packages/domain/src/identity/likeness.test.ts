import { expect, test } from 'vitest'
import { type Likeable, likeness, likenessFloor, matchName } from './likeness.ts'

const named = (name: string, parts: Partial<Likeable> = {}): Likeable => ({ name, identifiers: [], ...parts })
const score = (one: Likeable, other: Likeable) => likeness(one, other).score

test.each([
  ['NORD-Regnskap AS', 'nord regnskap'],
  ['Nord Regnskap A/S', 'nord regnskap'],
  ['Nordmann, Kari', 'kari nordmann'],
  ['AS', 'as'],
])('%s is compared as %s', (name, compared) => {
  expect(matchName(name)).toBe(compared)
})

test('the same name is enough, a typing mistake with an address is, and a like name alone is not', () => {
  expect(score(named('Nord Regnskap AS'), named('NORD REGNSKAP'))).toBeGreaterThanOrEqual(likenessFloor)
  const place = { postalCode: '5003', address: 'Torget 1' }
  expect(score(named('Nordisk Regnskap', place), named('Nrodisk Regnskap', place))).toBeGreaterThanOrEqual(
    likenessFloor,
  )
  expect(score(named('Nord Regnskap'), named('Nord Rekneskap'))).toBeLessThan(likenessFloor)
  expect(score(named('Nord'), named('Sør'))).toBe(0)
})

test('two organisation numbers speak against it', () => {
  const [one, other] = [
    named('Nord AS', { identifiers: ['org:NO1'] }),
    named('Nord AS', { identifiers: ['org:NO2'] }),
  ]
  expect(score(one, other)).toBeLessThan(likenessFloor)
  expect(likeness(one, { ...other, identifiers: ['org:NO1'] })).toEqual({
    score: 1,
    reasons: ['sameName', 'sameIdentifier'],
  })
})

test('it is the same both ways', () => {
  const [one, other] = [named('Hansen, Ola', { companyId: 'c' }), named('Ola Hansson', { companyId: 'c' })]
  expect(likeness(one, other)).toEqual(likeness(other, one))
})
