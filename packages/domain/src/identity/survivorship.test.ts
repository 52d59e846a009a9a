import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { byHand, type Statement, type SurvivorshipStrategy, unify } from './survivorship.ts'

const statement = (source: string, said: Statement['said']): Statement => ({ source, externalId: '1', said })
const statements = [
  statement('crm', { city: { value: 'Bergen', at: 1 }, $name: { value: 'Nord AS', at: 1 } }),
  statement('shop', { city: { value: 'Oslo', at: 3 }, $name: { value: 'NORD', at: 3 } }),
  statement('web', { city: { value: 'Bergen', at: 2 }, $stage: { value: 'customer', at: 2 } }),
  statement('fair', { city: { value: 'Kristiansand S', at: 0 } }),
]
const cityBy = (strategy: SurvivorshipStrategy, sources: readonly string[] = []) =>
  unify(statements, { city: { strategy, sources } }).attributes.city

test('each strategy chooses one statement, and says whose it is', () => {
  expect(cityBy('newest')).toBe('Oslo')
  expect(cityBy('first')).toBe('Kristiansand S')
  expect(cityBy('trusted', ['fair', 'crm'])).toBe('Kristiansand S')
  expect(cityBy('trusted', ['erp'])).toBe('Oslo')
  expect(cityBy('frequent')).toBe('Bergen')
  expect(cityBy('longest')).toBe('Kristiansand S')
  expect(unify(statements)).toEqual({
    name: 'Nord AS',
    stage: 'customer',
    company: undefined,
    attributes: { city: 'Oslo' },
    provenance: {
      '*': { source: 'crm', at: 1 },
      city: { source: 'shop', at: 3 },
      stage: { source: 'web', at: 2 },
    },
  })
})

test('what was written by hand is not overwritten', () => {
  const own = statement(byHand, { city: { value: 'Hamar', at: 0 } })
  for (const strategy of ['newest', 'first', 'frequent', 'longest'] as const) {
    expect(unify([...statements, own], { city: { strategy, sources: [] } }).attributes.city).toBe('Hamar')
  }
})

test('the order of the statements does not matter, and what nobody says is not there', () => {
  const said = fc.dictionary(
    fc.constantFrom('city', 'size', '$name', '__proto__x'),
    fc.record({ value: fc.oneof(fc.constantFrom('a', 'bb', 'c'), fc.nat(2)), at: fc.nat(2) }),
  )
  const statement = fc.record({
    source: fc.constantFrom('crm', 'web', byHand),
    externalId: fc.constantFrom('1', '2'),
    said,
  })
  const all = fc.uniqueArray(statement, {
    maxLength: 6,
    selector: ({ source, externalId }) => source + externalId,
  })
  const rule = fc.record({
    strategy: fc.constantFrom<SurvivorshipStrategy>('newest', 'first', 'trusted', 'frequent', 'longest'),
    sources: fc.shuffledSubarray(['crm', 'web']),
  })
  fc.assert(
    fc.property(
      all.chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
      ),
      fc.dictionary(fc.constantFrom('city', '*', '$name'), rule),
      ([given, shuffled], rules) => {
        expect(unify(shuffled, rules)).toEqual(unify(given, rules))
        const keys = given.flatMap((each) => Object.keys(each.said)).filter((key) => !key.startsWith('$'))
        expect(Object.keys(unify(given, rules).attributes).toSorted()).toEqual([...new Set(keys)].toSorted())
      },
    ),
  )
})
