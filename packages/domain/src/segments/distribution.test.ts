import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonest, edgesOf, rangeOf } from './distribution.ts'

const numbers = fc.double({ noNaN: true, noDefaultInfinity: true })
const times = fc.integer({ min: -1e13, max: 4e12 })

test('ranges hold every number, are few and ascend', () => {
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 1, maxLength: 20 }), (values) => {
      const edges = edgesOf(Math.min(...values), Math.max(...values), false)
      expect(edges.length).toBeLessThanOrEqual(17)
      for (const [index, edge] of edges.entries())
        if (index > 0) expect(edge).toBeGreaterThan(edges[index - 1] ?? 0)
      for (const value of values) {
        const at = rangeOf(edges, value)
        if (value === Number.MAX_VALUE) continue
        expect(value).toBeGreaterThanOrEqual(edges[at] ?? Number.NaN)
        expect(value).toBeLessThan(edges[at + 1] ?? Number.NaN)
      }
    }),
  )
})

test('ranges of times hold every time and begin with days, months or years', () => {
  fc.assert(
    fc.property(fc.array(times, { minLength: 1, maxLength: 20 }), (values) => {
      const edges = edgesOf(Math.min(...values), Math.max(...values), true)
      expect(edges.length).toBeLessThanOrEqual(17)
      for (const edge of edges) expect(new Date(edge).toISOString()).toMatch(/T00:00:00.000Z$/)
      for (const value of values) {
        const at = rangeOf(edges, value)
        expect(value).toBeGreaterThanOrEqual(edges[at] ?? Number.NaN)
        expect(value).toBeLessThan(edges[at + 1] ?? Number.NaN)
      }
    }),
  )
})

test('people see round numbers', () => {
  expect(edgesOf(3, 97, false)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
  expect(edgesOf(5, 5, false)).toEqual([5, 6])
  expect(edgesOf(0, 0.55, false)).toContain(0.3)
  expect(edgesOf(Number.NaN, Number.NaN, false)).toEqual([])
  expect(edgesOf(Date.UTC(2020, 5, 3), Date.UTC(2025, 1, 1), true).slice(0, 2)).toEqual([
    Date.UTC(2020, 0, 1),
    Date.UTC(2020, 6, 1),
  ])
})

test('the commonest come first', () => {
  const counts = new Map([
    ['b', 1],
    ['a', 1],
    ['c', 3],
    ['d', 0],
  ])
  expect(commonest(counts).map(({ value }) => value)).toEqual(['c', 'a', 'b'])
})
