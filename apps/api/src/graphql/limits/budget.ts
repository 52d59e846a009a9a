/** What a caller may still ask for. */
export interface Budget {
  readonly limit: number
  readonly remaining: number
  /** Seconds until the whole limit is there again. */
  readonly resetSeconds: number
  readonly isSpent: boolean
}

/** A counter of cost per caller and minute, kept by this process. */
export interface BudgetBook {
  readonly spend: (caller: string, cost: number, now: Date) => Budget
}

const minute = 60_000

/** @param limit cost that a caller may ask for in a minute */
export function openBudgetBook(limit: number): BudgetBook {
  let window = 0
  let spent = new Map<string, number>()
  return {
    spend: (caller, cost, now) => {
      const current = Math.floor(now.getTime() / minute)
      if (current !== window) {
        window = current
        spent = new Map()
      }
      const before = spent.get(caller) ?? 0
      const isSpent = before + cost > limit
      const after = isSpent ? before : before + cost
      spent.set(caller, after)
      const resetSeconds = Math.ceil(((current + 1) * minute - now.getTime()) / 1000)
      return { limit, remaining: limit - after, resetSeconds, isSpent }
    },
  }
}
