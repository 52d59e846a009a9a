import type { DemoAnswer, DemoCost, DemoDeal, DemoOrder, DemoReferral, DemoTicket } from './demo.ts'
import type { Random } from './random.ts'
import type { Segment } from './segment.ts'
import { truth } from './truth.ts'

const day = 86_400_000
const year = 365.25 * day
/** What goods cost, of what they are sold for. */
const goods = 0.25
const topics = ['Innlogging', 'Faktura', 'Import av bilag', 'Rapport', 'Integrasjon', 'Opplæring'] as const
const ticketChannels = ['e-post', 'telefon', 'chat'] as const

type SegmentOf = (companyId: string) => Segment

/** An order for each won deal and for each year that it is renewed; some of it comes back as a credit note. */
export function makeOrders(
  random: Random,
  won: readonly DemoDeal[],
  segmentOf: SegmentOf,
  today: string,
): readonly DemoOrder[] {
  const orders: Omit<DemoOrder, 'id'>[] = []
  for (const { companyId, companyName, product, closedOn = '', value = 0 } of won) {
    const { renews, credits } = truth.life[segmentOf(companyId)]
    const order = (on: number, amount: number): Omit<DemoOrder, 'id'> => ({
      companyId,
      companyName,
      product,
      orderedOn: toDay(on),
      netAmount: toOre(amount),
      costOfGoods: toOre(amount * goods),
    })
    const start = Date.parse(closedOn)
    orders.push(order(start, value))
    if (random.chance(credits)) orders.push(order(start + 30 * day, -0.4 * value))
    for (let on = start + year; on < Date.parse(today) && random.chance(renews); on += year) {
      orders.push(order(on, value * 0.3))
    }
  }
  return orders
    .filter(({ orderedOn }) => orderedOn < today)
    .toSorted((a, b) => compare(a.orderedOn, b.orderedOn))
    .map((order, index) => Object.freeze({ id: `O-${String(index + 1).padStart(5, '0')}`, ...order }))
}

/** The hours that sellers spent on each deal that has closed. */
export function makeCosts(
  random: Random,
  closed: readonly DemoDeal[],
  segmentOf: SegmentOf,
): readonly DemoCost[] {
  return closed.map((deal, index) =>
    Object.freeze({
      id: `B-${String(index + 1).padStart(5, '0')}`,
      companyId: deal.companyId,
      companyName: deal.companyName,
      purpose: 'acquisition' as const,
      spentOn: deal.closedOn ?? deal.openedOn,
      hours: Math.round(truth.life[segmentOf(deal.companyId)].salesHours * (0.5 + random.next()) * 2) / 2,
      hourlyRate: 950,
      what: 'Møter og tilbud',
      who: deal.owner,
    }),
  )
}

/** What customers ask the support desk from their first won deal on. */
export function makeTickets(
  random: Random,
  won: readonly DemoDeal[],
  segmentOf: SegmentOf,
  today: string,
): readonly DemoTicket[] {
  const tickets = firsts(won).flatMap(({ companyId, companyName, closedOn = '' }) => {
    const { ticketsAYear, minutes, content } = truth.life[segmentOf(companyId)]
    const [from, to] = [Date.parse(closedOn), Date.parse(today)]
    const count = Math.round(((to - from) / year) * ticketsAYear * (0.5 + random.next()))
    return Array.from({ length: count }, () => {
      const opens = from + Math.floor((random.next() * (to - from)) / day) * day
      const isOpen = opens + 5 * day >= to
      return {
        companyId,
        companyName,
        subject: random.pick(topics),
        channel: random.pick(ticketChannels),
        openedOn: toDay(opens),
        ...(isOpen ? {} : { closedOn: toDay(opens + random.int(0, 5) * day) }),
        minutes: Math.max(1, Math.round(random.logNormal(minutes, 0.5))),
        ...(random.chance(0.4)
          ? { satisfaction: Math.min(5, Math.max(1, content + random.int(-1, 1))) }
          : {}),
      }
    })
  })
  return tickets
    .toSorted((a, b) => compare(a.openedOn, b.openedOn))
    .map((ticket, index) => Object.freeze({ id: `T-${String(index + 1).padStart(5, '0')}`, ...ticket }))
}

/** Who sent whom: customers that were won later than the one that sent them. */
export function makeReferrals(
  random: Random,
  won: readonly DemoDeal[],
  segmentOf: SegmentOf,
): readonly DemoReferral[] {
  const customers = firsts(won).toSorted((a, b) => compare(a.closedOn ?? '', b.closedOn ?? ''))
  const sent = new Set<string>()
  return customers.flatMap((referrer, index) => {
    const later = customers.slice(index + 1)
    const count =
      later.length > 0 && random.chance(truth.life[segmentOf(referrer.companyId)].refers)
        ? random.int(1, 3)
        : 0
    return Array.from({ length: count }).flatMap(() => {
      const referred = later[random.int(0, later.length - 1)]
      if (referred === undefined || sent.has(referred.companyId)) return []
      sent.add(referred.companyId)
      return [
        Object.freeze({
          companyName: referrer.companyName,
          companyId: referrer.companyId,
          referredId: referred.companyId,
          referredName: referred.companyName,
          referredOn: referred.openedOn,
        }),
      ]
    })
  })
}

/** How likely customers are to recommend, a year after they were won. */
export function makeAnswers(
  random: Random,
  won: readonly DemoDeal[],
  segmentOf: SegmentOf,
  today: string,
): readonly DemoAnswer[] {
  return firsts(won)
    .filter(() => random.chance(0.6))
    .map(({ companyId, companyName, closedOn = '' }) => ({
      companyId,
      companyName,
      answeredOn: toDay(Date.parse(closedOn) + year),
      score: Math.min(10, Math.max(0, truth.life[segmentOf(companyId)].nps + random.int(-2, 2))),
    }))
    .filter(({ answeredOn }) => answeredOn < today)
    .map((answer, index) => Object.freeze({ id: `N-${String(index + 1).padStart(5, '0')}`, ...answer }))
}

/** Of each company the deal it was won by. */
function firsts(won: readonly DemoDeal[]): readonly DemoDeal[] {
  const first = new Map<string, DemoDeal>()
  for (const deal of won) {
    const known = first.get(deal.companyId)
    if (known === undefined || compare(deal.closedOn ?? '', known.closedOn ?? '') < 0)
      first.set(deal.companyId, deal)
  }
  return [...first.values()]
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function toOre(amount: number): number {
  return Math.round(amount * 100) / 100
}

function toDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
