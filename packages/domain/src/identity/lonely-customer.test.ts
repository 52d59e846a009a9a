import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customerStages } from '../customers/customer.ts'
import { deriveCustomer } from './derive-customer.ts'
import { provenancesByShape, shapeOf } from './lonely-customer.ts'

const option = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined })

test('the customer of a record that is alone is what is derived from it', () => {
  const spoken = fc.record({
    name: option(fc.string()),
    stage: option(fc.constantFrom(...customerStages)),
    values: fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.oneof(fc.string(), fc.integer(), fc.boolean()),
    ),
    company: option(fc.uuid()),
  })
  fc.assert(
    fc.property(spoken, fc.constantFrom('company', 'person'), fc.nat(), ({ company, ...said }, kind, at) => {
      const customer = deriveCustomer(
        [
          {
            id: 'r',
            kind,
            source: 'crm',
            externalId: '7',
            name: said.name ?? null,
            stage: said.stage ?? null,
            values: said.values,
            companyRecordId: company ?? null,
            saidAt: at,
            saidSince: null,
            since: at,
            isMention: false,
            attachedTo: null,
            identifiers: [],
          },
        ],
        {},
        new Set(),
      )
      expect(customer.attributes).toEqual(said.values)
      expect(customer.stage).toBe(said.stage ?? null)
      expect(customer.companyRecordId).toBe(company ?? null)
      expect(customer.provenance).toEqual(provenancesByShape(kind, 'crm', at)[shapeOf(said)])
    }),
  )
})
