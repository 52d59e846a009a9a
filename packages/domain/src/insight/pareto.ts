/** Which share of the customers makes which share of a total (R2.3). */
export interface Pareto {
  readonly customers: number
  readonly total: number
  /** The customers counted as the top: the first ceil(share · customers). */
  readonly topCustomers: number
  /** What the top holds of the total, 0-1. */
  readonly topShare: number
  /** How many customers, largest first, it takes to hold 80% of the total. */
  readonly customersFor80Percent: number
  /** 0 when all hold the same, towards 1 when one holds all. */
  readonly gini: number
  /** The curve: after each of at most 101 steps, the share of customers and the share of the total they hold. */
  readonly curve: readonly { readonly customers: number; readonly total: number }[]
}

/**
 * @param values what each customer holds, none negative
 * @param share the share of the customers counted as the top, 0-1
 * @returns undefined when the values add up to nothing
 */
export function pareto(values: readonly number[], share: number): Pareto | undefined {
  const sorted = values.toSorted((a, b) => b - a)
  const running: number[] = []
  let total = 0
  let weighted = 0
  for (const [index, value] of sorted.entries()) {
    total += value
    weighted += (sorted.length - index) * value
    running.push(total)
  }
  if (total <= 0) return undefined
  const heldBy = (count: number) => (count === 0 ? 0 : (running[count - 1] ?? total) / total)
  const topCustomers = Math.ceil(roundOff(share * sorted.length))
  const steps = Math.min(100, sorted.length)
  return {
    customers: sorted.length,
    total,
    topCustomers,
    topShare: heldBy(topCustomers),
    customersFor80Percent: running.findIndex((held) => held >= roundOff(0.8 * total)) + 1,
    gini: (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length,
    curve: Array.from({ length: steps + 1 }, (_, step) => {
      const count = Math.round((step / steps) * sorted.length)
      return { customers: count / sorted.length, total: heldBy(count) }
    }),
  }
}

/** 0.2 · 85 is 17.000000000000004 in doubles, which must not become 18 customers. */
function roundOff(value: number): number {
  return Math.round(value * 1e9) / 1e9
}
