import { isBest, type WholeCompany } from './companies.ts'
import type { DemoDeal, DemoProduct, DemoTruth } from './demo.ts'
import { demand, owners, products } from './products.ts'
import type { Random } from './random.ts'
import { type Segment, segmentOfCompany } from './segment.ts'
import { truth } from './truth.ts'

const day = 86_400_000
const openDays = 60
const openStages = ['Kvalifisert', 'Behov avklart', 'Tilbud sendt', 'Forhandling'] as const
/** What the segments pay for a product, of its price. */
const pays: { readonly [S in Segment]: number } = { best: 2, rest: 1, givenUp: 0.6 }

/**
 * Deals of the four years before `today`, in the seasons of the trade; those that would close in the weeks after it
 * are open. Who they are with follows the truth: no more of those given up from the stop, and more of the best each year.
 */
export function makeDeals(
  random: Random,
  companies: readonly WholeCompany[],
  count: number,
  { today, givenUp }: { readonly today: string; readonly givenUp: DemoTruth['givenUp'] },
): readonly DemoDeal[] {
  const end = Date.parse(today)
  const start = Date.parse(`${Number(today.slice(0, 4)) - 4}${today.slice(4)}`)
  const draw = drawCompanies(random, companies)
  const drawProduct = {
    best: random.drawFrom(products, demand.best),
    rest: random.drawFrom(products, demand.rest),
    givenUp: random.drawFrom(products, demand.givenUp),
  }
  const busiest = Math.max(...truth.seasons)
  const deals: DemoDeal[] = []
  while (deals.length < count) {
    const closes = start + Math.floor(random.next() * ((end - start) / day + openDays)) * day
    const isInSeason = random.chance((truth.seasons[new Date(closes).getUTCMonth()] ?? 1) / busiest)
    const opens = Math.max(start, closes - random.int(14, 120) * day)
    if (!isInSeason || opens >= end) continue
    const segment = segmentOf(random, (opens - Date.parse(givenUp.stoppedOn)) / (365.25 * day))
    const company = draw[segment]()
    const product = drawProduct[segment]()
    if (company && product) deals.push(makeDeal(random, { segment, company, product, opens, closes, end }))
  }
  return deals
    .toSorted((a, b) => (a.openedOn < b.openedOn ? -1 : Number(a.openedOn > b.openedOn)))
    .map((deal, index) => Object.freeze({ ...deal, id: `D-${String(index + 1).padStart(5, '0')}` }))
}

/** @param years since sales to those given up stopped; negative before */
function segmentOf(random: Random, years: number): Segment {
  const { best, givenUp } = truth.dealsOf
  const share = best[years < 0 ? 0 : Math.min(3, Math.floor(years) + 1)] ?? 0
  const at = random.next()
  if (at < share) return 'best'
  return years < 0 && at < share + givenUp ? 'givenUp' : 'rest'
}

/** Companies that are ever talked with, some of them much more than others. */
function drawCompanies(random: Random, companies: readonly WholeCompany[]) {
  const reached = companies.filter((company) => isBest(company) || random.chance(0.6))
  const among = (segment: Segment) => {
    const those = reached.filter((company) => segmentOfCompany(company) === segment)
    return random.drawFrom(
      those,
      those.map(() => random.logNormal(1, 0.7)),
    )
  }
  return { best: among('best'), rest: among('rest'), givenUp: among('givenUp') }
}

interface Draft {
  readonly segment: Segment
  readonly company: WholeCompany
  readonly product: DemoProduct
  readonly opens: number
  readonly closes: number
  readonly end: number
}

function makeDeal(random: Random, { segment, company, product, opens, closes, end }: Draft): DemoDeal {
  const base = {
    id: '',
    companyId: company.id,
    companyName: company.name,
    product: product.name,
    owner: random.pick(owners),
    openedOn: toDay(opens),
  }
  if (closes >= end) return { ...base, stage: random.pick(openStages), status: 'open' }
  const isWon = random.chance(segment === 'best' ? truth.best.winRate : truth.restWinRate)
  if (!isWon) return { ...base, stage: 'Tapt', status: 'lost', closedOn: toDay(closes) }
  const value = Math.round(random.logNormal(product.price * pays[segment], 0.35) * 2) / 2
  return { ...base, stage: 'Vunnet', status: 'won', closedOn: toDay(closes), value }
}

function toDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
