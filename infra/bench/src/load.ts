import autocannon from 'autocannon'

/** A way of asking that is measured. */
export interface Contestant {
  readonly name: string
  readonly options: Omit<autocannon.Options, 'duration' | 'connections'>
  /** Done before each round, unmeasured. */
  readonly prepare?: () => Promise<void>
}

const connections = 16
const rounds = 5
const secondsEach = 3

/** Requests answered per second, by contestant, one figure a round. */
export type Rates = ReadonlyMap<string, readonly number[]>

/** Measures the contestants in turn, round after round, so that what the machine does meanwhile meets all of them. */
export async function measure(contestants: readonly Contestant[]): Promise<Rates> {
  const rates = new Map<string, number[]>(contestants.map(({ name }) => [name, []]))
  for (const contestant of contestants) await run(contestant, 2)
  for (let round = 0; round < rounds; round++) {
    for (const contestant of contestants) {
      rates.get(contestant.name)?.push(await run(contestant, secondsEach))
    }
  }
  for (const [name, seen] of rates) {
    process.stdout.write(
      `${name.padEnd(28)} ${Math.round(median(seen))}/s  (${seen.map(Math.round).join(', ')})\n`,
    )
  }
  return rates
}

async function run({ name, options, prepare }: Contestant, seconds: number): Promise<number> {
  await prepare?.()
  const result = await autocannon({ ...options, connections, duration: seconds })
  const failed = result.errors + result.timeouts + result.non2xx
  if (failed > 0) throw new Error(`${name}: ${failed} of ${result.requests.total} requests failed`)
  return result.requests.total / result.duration
}

/** The median over the rounds of one's rate as a share of another's in the same round. */
export function ratio(rates: Rates, ours: string, limit: string): number {
  const limits = rates.get(limit) ?? []
  const shares = (rates.get(ours) ?? []).map((rate, round) => rate / (limits[round] ?? Number.NaN))
  return Math.round(median(shares) * 100) / 100
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
