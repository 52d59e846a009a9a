import type { DemoChannelCost, DemoDeal } from './demo.ts'
import type { Random } from './random.ts'
import type { Segment } from './segment.ts'

/** What customers come through, by segment: the best are sent by others, those given up were called. */
const channels: { readonly [S in Segment]: { readonly [channel: string]: number } } = {
  best: { Anbefaling: 45, Messe: 25, Søk: 20, Telefonsalg: 5 },
  rest: { Anbefaling: 15, Messe: 25, Søk: 45, Telefonsalg: 10 },
  givenUp: { Søk: 20, Telefonsalg: 75 },
}
const withoutChannel = 0.05

/** Deals with what they came through, where somebody wrote it down. */
export function addChannels(
  random: Random,
  deals: readonly DemoDeal[],
  segmentOf: (companyId: string) => Segment,
): readonly DemoDeal[] {
  return deals.map((deal) => {
    const channel = random.weighted(channels[segmentOf(deal.companyId)])
    return random.chance(withoutChannel) ? deal : Object.freeze({ ...deal, channel })
  })
}

/** What a month costs in a channel, in NOK, and what the support desk costs. */
const monthly = { Messe: 24_000, Søk: 18_000, Telefonsalg: 30_000 }
const supportMonthly = 60_000

/** The costs of the 48 months before `today`. */
export function makeChannelCosts(random: Random, today: string): readonly DemoChannelCost[] {
  return Array.from({ length: 48 }, (_, index) => {
    const month = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 2 - index, 1))
      .toISOString()
      .slice(0, 7)
    const vary = (amount: number) => Math.round(amount * (0.8 + 0.4 * random.next()) * 100) / 100
    return [
      ...Object.entries(monthly).map(([channel, amount]) =>
        Object.freeze({ month, purpose: 'acquisition' as const, channel, amount: vary(amount) }),
      ),
      Object.freeze({ month, purpose: 'service' as const, amount: vary(supportMonthly) }),
    ]
  }).flat()
}
