import type { CustomerFacts } from '@profilkort/domain/customers/customer'
import { evaluate } from '@profilkort/domain/rules/evaluate'
import { lower } from '@profilkort/domain/rules/lower'
import { testKinds } from '@profilkort/domain/rules/operators'
import { testCatalogue } from '@profilkort/domain/rules/testing/catalogue'
import { factsArbitrary } from '@profilkort/domain/rules/testing/facts'
import { ruleArbitrary, testArbitrary } from '@profilkort/domain/rules/testing/rules'
import { testNow } from '@profilkort/domain/rules/testing/values'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunkRows } from '../columns/chunk.ts'
import { CustomerColumns } from '../customers/customer-columns.ts'
import { eachMatch } from '../customers/filter.ts'
import { entry, idOf } from '../testing/entries.ts'

const facts = factsArbitrary(testCatalogue)
const oneOfEachKind = fc.tuple(...testKinds.map((kind) => testArbitrary(kind, testCatalogue)))
const trees = fc.array(ruleArbitrary(testCatalogue), { minLength: 1, maxLength: 20, size: 'max' })

/** What is done to a base: a customer put there (perhaps over another) or taken away. */
const change = fc.record({ customer: fc.nat(60), facts: fc.option(facts, { nil: undefined, freq: 4 }) })

test('columns and JavaScript agree on every rule, whatever was put and taken away before', {
  timeout: 120_000,
}, () => {
  let pairs = 0
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 150, size: 'max' }),
      oneOfEachKind,
      trees,
      (changes, tests, rules) => {
        const columns = new CustomerColumns()
        const expected = new Map<string, CustomerFacts>()
        // Questions in between, for what was made for them must not outlive a change.
        for (const third of [0, 1, 2]) {
          const [from, to] = [third, third + 1].map((part) => Math.floor((part * changes.length) / 3))
          for (const each of changes.slice(from, to)) make(each, columns, expected)
          expect(columns.count).toBe(expected.size)
          for (const rule of [...tests, ...rules].map((each) => lower(each, testNow))) {
            const found: string[] = []
            eachMatch(columns, { rule }, (chunk, rows, count) => {
              for (const row of rows.subarray(0, count)) found.push(columns.ids.idOf(chunk * chunkRows + row))
            })
            const holding = [...expected].flatMap(([id, each]) => (evaluate(rule, each) ? [id] : []))
            expect(found.toSorted()).toEqual(holding.toSorted())
            pairs += expected.size
          }
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(pairs).toBeGreaterThan(100_000)
})

function make(
  { customer, facts: told }: { readonly customer: number; readonly facts: CustomerFacts | undefined },
  columns: CustomerColumns,
  expected: Map<string, CustomerFacts>,
): void {
  const id = idOf(customer)
  if (told === undefined) {
    columns.remove(id)
    expected.delete(id)
  } else {
    columns.put(entry(id, told))
    expected.set(id, told)
  }
}
