/** How long each of some pieces of work takes, in milliseconds: the median of several rounds in which all take turns. */
export async function inTurn(
  work: { readonly [name: string]: () => unknown },
  rounds = 7,
): Promise<{ readonly [name: string]: number }> {
  const times = new Map(Object.keys(work).map((name) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(work)) {
      const began = performance.now()
      await run()
      times.get(name)?.push(performance.now() - began)
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, quantile(all, 0.5)]))
}

/** @param share 0.95 for the 95th percentile */
export function quantile(all: readonly number[], share: number): number {
  const sorted = all.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
