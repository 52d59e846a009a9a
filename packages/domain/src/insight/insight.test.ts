import { describe, expect, test } from 'vitest'
import { rankCustomers } from './best-customers.ts'
import { type CustomerMetrics, noRecords } from './metrics.ts'
import { pareto } from './pareto.ts'

const metrics = (known: Partial<CustomerMetrics>): CustomerMetrics => ({
  ...noRecords,
  ...known,
})

describe('best customers', () => {
  const large = { id: 'large', metrics: metrics({ wonValue: 900, winRate: 0.1, tenureDays: 10 }) }
  const loyal = { id: 'loyal', metrics: metrics({ wonValue: 500, winRate: 0.9, tenureDays: 900 }) }
  const small = { id: 'small', metrics: metrics({ wonValue: 100, winRate: 0.5, tenureDays: 300 }) }
  const ranked = (mix: object) =>
    rankCustomers([small, large, loyal], mix).map(({ customer, rank, score }) => [customer.id, rank, score])

  test('are ranked by the weighted mean of percent ranks', () => {
    expect(ranked({ wonValue: 1 })).toEqual([
      ['large', 1, 1],
      ['loyal', 2, 0.5],
      ['small', 3, 0],
    ])
    expect(ranked({ wonValue: 1, winRate: 1 })).toEqual([
      ['loyal', 1, 0.75],
      ['large', 2, 0.5],
      ['small', 3, 0.25],
    ])
  })

  test('share a rank where they score the same, larger first', () => {
    const twin = { ...large, id: 'twin' }
    const [first, second, third] = rankCustomers([small, large, twin], { wonValue: 1 })
    expect([first?.rank, second?.rank, third?.rank]).toEqual([1, 1, 3])
    expect(first?.parts).toEqual([{ measure: 'wonValue', value: 900, weight: 1, percentRank: 0.75 }])
  })

  test('a measure without basis is left out rather than counted as nothing', () => {
    const fresh = { id: 'fresh', metrics: metrics({ wonValue: 950 }) }
    const [first] = rankCustomers([large, loyal, fresh], { wonValue: 1, winRate: 1 })
    expect(first).toMatchObject({ customer: { id: 'fresh' }, score: 1, parts: [{ measure: 'wonValue' }] })
  })
})

describe('the Pareto share', () => {
  test('tells what the top holds, how many hold 80 %, and the Gini coefficient', () => {
    const result = pareto([10, 70, 10, 10], 0.25)
    expect(result).toMatchObject({
      customers: 4,
      total: 100,
      topCustomers: 1,
      topShare: 0.7,
      customersFor80Percent: 2,
    })
    expect(result?.gini).toBeCloseTo(0.45)
    expect(result?.curve).toEqual([
      { customers: 0, total: 0 },
      { customers: 0.25, total: 0.7 },
      { customers: 0.5, total: 0.8 },
      { customers: 0.75, total: 0.9 },
      { customers: 1, total: 1 },
    ])
  })

  test('rounds the top up, but not for what doubles make of 0.2 · 85', () => {
    expect(pareto(Array(85).fill(1), 0.2)?.topCustomers).toBe(17)
    expect(pareto(Array(86).fill(1), 0.2)?.topCustomers).toBe(18)
  })

  test('there is none where nothing was won', () => {
    expect(pareto([], 0.2)).toBeUndefined()
    expect(pareto([0, 0], 0.2)).toBeUndefined()
  })
})
