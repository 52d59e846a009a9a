import { expect, test } from 'vitest'
import { type Likeable, likeness, matchName } from './likeness.ts'

const named = (name: string, parts: Partial<Likeable> = {}): Likeable => ({ name, identifiers: [], ...parts })

test.each([
  ['NORD-Regnskap AS', 'nord regnskap'],
  ['Nord Regnskap A/S', 'nord regnskap'],
  ['Nordmann, Kari', 'kari nordmann'],
  ['AS', 'as'],
])('%s is compared as %s', (name, compared) => {
  expect(matchName(name)).toBe(compared)
})

test('the same name is enough, a typing mistake with an address is, and a like name alone is not', () => {
  expect(likeness(named('Nord Regnskap AS'), named('NORD REGNSKAP'))).toEqual({
    score: 0.75,
    reasons: ['sameName'],
  })
  const place = { postalCode: '5003', address: 'Torget 1' }
  expect(likeness(named('Nordisk Regnskap', place), named('Nrodisk Regnskap', place))).toEqual({
    score: 0.82,
    reasons: ['similarName', 'samePostalCode', 'sameAddress'],
  })
  expect(likeness(named('Nord Regnskap'), named('Nord Rekneskap'))).toBeUndefined()
  expect(likeness(named('Nord', place), named('Sør', place))).toBeUndefined()
})

test('two organisation numbers speak against it', () => {
  const [one, other] = [
    named('Nord AS', { identifiers: ['org:NO1'] }),
    named('Nord AS', { identifiers: ['org:NO2'] }),
  ]
  expect(likeness(one, other)).toBeUndefined()
  expect(likeness(one, { ...other, identifiers: ['org:NO1'] })).toEqual({
    score: 1,
    reasons: ['sameName', 'sameIdentifier'],
  })
})

test('it is the same both ways', () => {
  const [one, other] = [named('Hansen, Ola', { companyId: 'c' }), named('Ola Hansson', { companyId: 'c' })]
  expect(likeness(one, other)).toEqual(likeness(other, one))
})
