import { isBest, isGivenUp, type WholeCompany } from './companies.ts'
import type { DemoDeal, DemoProduct } from './demo.ts'
import type { Random } from './random.ts'
import { truth } from './truth.ts'

export const products: readonly [DemoProduct, ...DemoProduct[]] = [
  { name: 'Kvist Regnskap', series: 'Kvist', price: 48_000 },
  { name: 'Kvist Lønn', series: 'Kvist', price: 26_000 },
  { name: 'Kvist Prosjekt', series: 'Kvist', price: 72_000 },
  { name: 'Vik Kasse', series: 'Vik', price: 12_000 },
  { name: 'Vik Innsikt', series: 'Vik', price: 96_000 },
]

const owners = [
  'Ane Fossheim',
  'Jonas Viken',
  'Lina Bergqvist',
  'Peder Skov',
  'Runa Dale',
  'Oskar Hjelm',
  'Tiril Moe',
  'Signe Dahlgaard',
] as const
const day = 86_400_000
const years = 4

/** Deals that close over the four years before `today`, in the seasons of the trade; the last weeks have open ones. */
export function makeDeals(
  random: Random,
  companies: readonly WholeCompany[],
  count: number,
  today: string,
): readonly DemoDeal[] {
  const end = Date.parse(today)
  const pool = companies.filter(() => random.chance(0.62))
  const best = pool.filter(isBest)
  const deals: DemoDeal[] = []
  while (deals.length < count) {
    const company = random.chance(0.28)
      ? best[random.int(0, best.length - 1)]
      : pool[random.int(0, pool.length - 1)]
    const closes = end + 60 * day - random.next() * (years * 365 + 60) * day
    const month = new Date(closes).getUTCMonth()
    if (!company || !random.chance((truth.seasons[month] ?? 1) / 1.5)) continue
    const opens = closes - random.int(14, 120) * day
    const isStopped = isGivenUp(company) && opens >= Date.parse(truth.givenUp.stoppedOn)
    if (isStopped || opens > end) continue
    deals.push(makeDeal(random, company, opens, closes, end))
  }
  return deals
    .toSorted((a, b) => (a.openedOn < b.openedOn ? -1 : Number(a.openedOn > b.openedOn)))
    .map(withId)
}

function makeDeal(
  random: Random,
  company: WholeCompany,
  opens: number,
  closes: number,
  end: number,
): DemoDeal {
  const product = isGivenUp(company) ? products[3] : random.pick(products)
  const base = {
    id: '',
    companyId: company.id,
    companyName: company.name,
    product: product?.name ?? products[0].name,
    owner: random.pick(owners),
    openedOn: toDay(opens),
  }
  if (closes > end)
    return { ...base, stage: random.chance(0.5) ? 'Forhandling' : 'Kvalifisert', status: 'open' }
  const isWon = random.chance(isBest(company) ? truth.best.winRate : truth.restWinRate)
  if (!isWon) return { ...base, stage: 'Tapt', status: 'lost', closedOn: toDay(closes) }
  const worth = (product?.price ?? 0) * (isBest(company) ? 1.9 : 1) * (isGivenUp(company) ? 0.6 : 1)
  const value = Math.round(random.logNormal(worth, 0.35) / 10) * 10
  return { ...base, stage: 'Vunnet', status: 'won', closedOn: toDay(closes), value }
}

function withId(deal: DemoDeal, index: number): DemoDeal {
  return { ...deal, id: `D-${String(index + 1).padStart(5, '0')}` }
}

function toDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
