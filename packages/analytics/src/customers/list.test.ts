import type { CustomerSort, SortBy } from '@profilkort/domain/customers/sort'
import type { CoreRule } from '@profilkort/domain/rules/core'
import { testCatalogue } from '@profilkort/domain/rules/testing/catalogue'
import { factsArbitrary } from '@profilkort/domain/rules/testing/facts'
import { text } from '@profilkort/domain/rules/testing/values'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { entry, idOf } from '../testing/entries.ts'
import { everySort, sorted } from '../testing/sorted.ts'
import { CustomerColumns, type CustomerEntry } from './customer-columns.ts'
import { countCustomers } from './filter.ts'
import { listCustomers } from './list.ts'

const sorts = everySort([
  { kind: 'name' },
  { kind: 'updated' },
  ...[...testCatalogue.metrics.keys()].map((key): SortBy => ({ kind: 'metric', key })),
  ...[...testCatalogue.attributes.values()].map(
    ({ key, type, options }): SortBy => ({
      kind: 'attribute',
      key,
      type,
      options: options.map((option) => option.key),
    }),
  ),
])

const customers = fc
  .array(
    fc.record({
      facts: factsArbitrary(testCatalogue),
      name: text,
      updatedAt: fc.nat(3),
      id: fc.nat(0xffff_ffff),
    }),
    { maxLength: 60, size: 'max' },
  )
  .map((all) => all.map(({ facts, id, ...more }) => entry(idOf(id), facts, more)))

test('pages in either direction tell each customer once, in the order of the sort', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(customers, fc.constantFrom(...sorts), fc.integer({ min: 1, max: 7 }), (told, sort, limit) => {
      const columns = columnsOf(told)
      const expected = sorted(new Map(told.map((each) => [each.id, each])).values(), sort).map(({ id }) => id)
      expect(walk(columns, sort, limit, false)).toEqual(expected)
      expect(walk(columns, sort, limit, true)).toEqual(expected)
    }),
    { numRuns: 2000 },
  )
})

test('a filter is counted and listed over many chunks and codes of every width', () => {
  const all = Array.from({ length: 80_000 }, (_, index) =>
    entry(idOf(index), {
      attributes: { city: `By ${index}`, employees: index % 1000, industry: `i${index % 300}` },
      metrics: {},
    }),
  )
  const columns = columnsOf(all)
  for (const each of all.slice(0, 30_000)) columns.remove(each.id)
  let here = all.slice(30_000)
  // A second question finds its customers otherwise than the first, and one after a change otherwise again.
  expectLists()
  expectLists()
  here = here.map((each, index) => {
    if (index % 40 > 0) return each
    return { ...each, attributes: { ...each.attributes, industry: index % 80 > 0 ? 'i7' : 'i8', city: 'i7' } }
  })
  for (const each of here) columns.put(each)
  expectLists()
  expectLists()
  expect(countCustomers(columns, { search: 'nordl', kind: 'company', stage: 'lead' })).toBe(50_000)
  expect(countCustomers(columns, { search: 'nordl', kind: 'person' })).toBe(0)

  function expectLists() {
    for (const cities of [[], ['By 30007', 'By 79999', 'By 7', 'i7']]) {
      const sort: CustomerSort = {
        by: { kind: 'attribute', key: 'city', type: 'text', options: [] },
        direction: 'descending',
      }
      const expected = here.filter(({ attributes: { employees, industry, city } }) => {
        if (cities.length > 0) return cities.includes(String(city))
        return Number(employees) >= 500 && (industry === 'i7' || industry === 'i299')
      })
      const rule =
        cities.length > 0
          ? among('city', cities)
          : ({ kind: 'all', rules: [among('industry', ['i7', 'i299']), fromEmployees(500)] } as const)
      const list = listCustomers(columns, { rule }, sort, { limit: 20, fromEnd: false })
      expect(list.count).toBe(expected.length)
      const first = sorted(expected, sort).slice(0, 20)
      expect(list.places.map(({ id }) => id)).toEqual(first.map(({ id }) => id))
    }
  }
})

function among(key: string, values: readonly string[]): CoreRule {
  return { kind: 'among', field: { kind: 'attribute', key }, values, negated: false }
}

function fromEmployees(value: number): CoreRule {
  return {
    kind: 'compare',
    field: { kind: 'attribute', key: 'employees' },
    op: '>=',
    value,
    negated: false,
  }
}

function columnsOf(customers: readonly CustomerEntry[]): CustomerColumns {
  const columns = new CustomerColumns()
  for (const each of customers) columns.put(each)
  return columns
}

/** The ids of all pages, one after the other. */
function walk(
  columns: CustomerColumns,
  sort: CustomerSort,
  limit: number,
  fromEnd: boolean,
): readonly string[] {
  const pages: string[][] = []
  let place = undefined as ReturnType<typeof listCustomers>['places'][number] | undefined
  for (;;) {
    const bound = fromEnd ? { before: place } : { after: place }
    const { places, count } = listCustomers(columns, {}, sort, { limit, fromEnd, ...bound })
    expect(count).toBe(columns.count)
    if (places.length === 0) return (fromEnd ? pages.toReversed() : pages).flat()
    pages.push(places.map(({ id }) => id))
    place = fromEnd ? places[0] : places.at(-1)
  }
}
