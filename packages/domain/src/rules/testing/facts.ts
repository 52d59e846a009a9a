import * as fc from 'fast-check'
import type { AttributeType, Catalogue } from '../../attributes/attribute.ts'
import type { CustomerFacts } from '../../customers/customer.ts'
import { choice, instant, money, number, text } from './values.ts'

const ofType: { readonly [T in AttributeType]: fc.Arbitrary<unknown> } = {
  text,
  choice,
  choices: fc.array(choice, { maxLength: 4 }),
  number,
  money,
  boolean: fc.boolean(),
  time: instant,
}

/** Values of a type that no attribute has any more: what imports and changes of the catalogue leave behind. */
const drifted: fc.Arbitrary<unknown> = fc.oneof(
  ...Object.values(ofType),
  fc.constantFrom(
    null,
    {},
    [],
    [null],
    [1, 'software'],
    [['software']],
    { amount: '5', currency: 'NOK' },
    { amount: 5 },
  ),
  fc.constantFrom(
    { currency: 'NOK' },
    { amount: null, currency: 'NOK' },
    { software: true },
    '20',
    'true',
    '2026-01-01',
  ),
)

/** Customers with values missing, as they should be, and drifted. */
export function factsArbitrary(catalogue: Catalogue): fc.Arbitrary<CustomerFacts> {
  const attributes = [...catalogue.attributes.values()].map(({ key, type }) => {
    const value = fc.oneof({ weight: 6, arbitrary: ofType[type] }, { weight: 1, arbitrary: drifted })
    return [key, fc.option(value, { nil: undefined, freq: 5 })] as const
  })
  const metrics = [...catalogue.metrics.keys()].map(
    (key) => [key, fc.option(number, { nil: undefined, freq: 5 })] as const,
  )
  return fc
    .record({
      attributes: fc.record(Object.fromEntries(attributes)),
      metrics: fc.record(Object.fromEntries(metrics)),
    })
    .map(
      (facts) =>
        ({ attributes: present(facts.attributes), metrics: present(facts.metrics) }) as CustomerFacts,
    )
}

/** Absent rather than undefined, as in the database. */
function present(values: { readonly [key: string]: unknown }) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
