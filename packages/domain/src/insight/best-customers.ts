import type { CustomerMetrics } from './metrics.ts'

/** The measures customers can be ranked by. */
export const measures = [
  'wonValue',
  'wonDeals',
  'winRate',
  'tenureDays',
  'revenue',
  'margin',
  'marginRate',
  'lifetimeValue',
  'referralsMade',
  'nps',
] as const
export type Measure = (typeof measures)[number]

/** How much each measure counts, 0 or more; measures left out count nothing. */
export type Mix = { readonly [M in Measure]?: number }

/** Never on revenue alone (R2.2). */
export const defaultMix: Mix = { wonValue: 3, winRate: 1, tenureDays: 1 }

/** A measure's part in a customer's score. */
export interface MeasureScore {
  readonly measure: Measure
  readonly value: number
  readonly weight: number
  /** The share of the other customers that it is ahead of, ties counted half: 0-1. */
  readonly percentRank: number
}

export interface RankedCustomer<Customer> {
  readonly customer: Customer
  /** From 1; customers with the same score share a rank. */
  readonly rank: number
  /** Σ weight · percentRank / Σ weight over the measures that are known: 0-1. */
  readonly score: number
  readonly parts: readonly MeasureScore[]
}

interface Measured {
  readonly id: string
  readonly metrics: CustomerMetrics
}

/**
 * Ranks customers by a weighted mix of percent ranks, best first. A percent rank compares measures of different
 * units without letting one huge customer drown the rest. A measure a customer has no basis for is left out of its
 * score rather than counted as nothing. Equal scores are ordered by won value, then by id.
 */
export function rankCustomers<Customer extends Measured>(
  customers: readonly Customer[],
  mix: Mix,
): readonly RankedCustomer<Customer>[] {
  const ranks = new Map(measures.map((measure) => [measure, percentRanks(customers, measure)]))
  const scored = customers.map((customer, index) => {
    const parts = measures.flatMap((measure): MeasureScore[] => {
      const weight = mix[measure] ?? 0
      const value = customer.metrics[measure]
      const percentRank = ranks.get(measure)?.[index]
      if (weight === 0 || value === undefined || percentRank === undefined) return []
      return [{ measure, value, weight, percentRank }]
    })
    return { customer, parts, score: weightedMean(parts) }
  })
  const ordered = scored.toSorted(
    (a, b) =>
      b.score - a.score ||
      b.customer.metrics.wonValue - a.customer.metrics.wonValue ||
      (a.customer.id < b.customer.id ? -1 : 1),
  )
  let rank = 0
  return ordered.map((entry, index) => {
    if (index === 0 || entry.score < (ordered[index - 1]?.score ?? 0)) rank = index + 1
    return { ...entry, rank }
  })
}

function weightedMean(parts: readonly MeasureScore[]): number {
  let [sum, weights] = [0, 0]
  for (const { weight, percentRank } of parts) {
    sum += weight * percentRank
    weights += weight
  }
  return weights === 0 ? 0 : sum / weights
}

/** By position in `customers`; undefined where the measure is not known. */
function percentRanks(customers: readonly Measured[], measure: Measure): readonly (number | undefined)[] {
  const values = customers.map((customer) => customer.metrics[measure])
  const sorted = values.filter((value) => value !== undefined).toSorted((a, b) => a - b)
  const rankOf = new Map<number, number>()
  for (let from = 0; from < sorted.length; ) {
    const value = sorted[from] ?? 0
    let to = from
    while (sorted[to] === value) to++
    const others = sorted.length - 1
    rankOf.set(value, others === 0 ? 1 : (from + (to - from - 1) / 2) / others)
    from = to
  }
  return values.map((value) => (value === undefined ? undefined : rankOf.get(value)))
}
