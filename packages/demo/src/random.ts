/** A stream of numbers that is the same for the same seed on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly int: (least: number, most: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item
  /** One of the keys, each as often as its weight says. */
  readonly weighted: <Key extends string>(weights: { readonly [K in Key]: number }) => Key
  /** An endless draw from the items, each as often as its weight says. */
  readonly drawFrom: <Item>(items: readonly Item[], weights: readonly number[]) => () => Item | undefined
  /** Around `middle`, skewed to large ones as sizes of companies are; `spread` 0.5 is mild, 1 is wild. */
  readonly logNormal: (middle: number, spread: number) => number
}

export function seededRandom(seed: string): Random {
  let state = 2_166_136_261
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16_777_619)
  // mulberry32, a public-domain generator of 32 bits.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    weighted: <Key extends string>(weights: { readonly [K in Key]: number }) => {
      const entries = Object.entries<number>(weights) as [Key, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      const found = entries.find(([, weight]) => {
        left -= weight
        return left < 0
      })
      return (found ?? entries[0])?.[0] as Key
    },
    drawFrom: (items, weights) => {
      let sum = 0
      const upTo = weights.map((weight) => (sum += weight))
      return () => {
        const at = next() * sum
        let [low, high] = [0, items.length - 1]
        while (low < high) {
          const middle = (low + high) >> 1
          if ((upTo[middle] ?? 0) > at) high = middle
          else low = middle + 1
        }
        return items[low]
      }
    },
    logNormal: (middle, spread) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
      return middle * Math.exp(spread * normal)
    },
  }
}
