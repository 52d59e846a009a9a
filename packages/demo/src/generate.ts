import type { CustomerStage } from '@profilkort/domain/customers/customer'
import { addChannels, makeChannelCosts } from './channels.ts'
import { forget, makeCompanies, makeDuplicates } from './companies.ts'
import { makeContacts } from './contacts.ts'
import { makeAnswers, makeCosts, makeOrders, makeReferrals, makeTickets } from './customer-life.ts'
import { makeDeals } from './deals.ts'
import type { Demo, DemoDeal } from './demo.ts'
import { makeInteractions } from './interactions.ts'
import { products } from './products.ts'
import { seededRandom } from './random.ts'
import { segmentOfCompany } from './segment.ts'
import { truthAsOf } from './truth.ts'

export interface DemoSize {
  readonly companies: number
  readonly contacts: number
  readonly deals: number
  readonly interactions: number
}

const usual: DemoSize = { companies: 2000, contacts: 6000, deals: 5000, interactions: 60_000 }

/**
 * The customers of a made-up Nordic vendor of business software, with what was planted in them, as of a day
 * (`2026-11-01`). The same seed and day give the same bytes. Any likeness to companies or people is by chance.
 */
export function generateDemo(seed = 'profilkort', today = '2026-11-01', size: DemoSize = usual): Demo {
  const truth = truthAsOf(today)
  const whole = makeCompanies(seededRandom(`${seed} companies`), size.companies, today)
  const segments = new Map(whole.map((company) => [company.id, segmentOfCompany(company)]))
  const segmentOf = (companyId: string) => segments.get(companyId) ?? 'rest'
  const deals = addChannels(
    seededRandom(`${seed} channels`),
    makeDeals(seededRandom(`${seed} deals`), whole, size.deals, { today, givenUp: truth.givenUp }),
    segmentOf,
  )
  const closed = deals.filter(({ status }) => status !== 'open')
  const won = closed.filter(({ status }) => status === 'won')
  const stages = stagesOf(deals, today)
  const forgetful = seededRandom(`${seed} forget`)
  const companies = whole.map((company) => forget(forgetful, company, stages.get(company.id) ?? 'lead'))
  const contacts = makeContacts(seededRandom(`${seed} contacts`), whole, size.contacts)
  const interactions = makeInteractions(seededRandom(`${seed} interactions`), whole, contacts, {
    count: size.interactions,
    today,
  })
  return Object.freeze({
    companies: Object.freeze(companies),
    contacts: Object.freeze(contacts),
    interactions: Object.freeze(interactions),
    products,
    deals: Object.freeze(deals),
    orders: Object.freeze(makeOrders(seededRandom(`${seed} orders`), won, segmentOf, today)),
    costs: Object.freeze(makeCosts(seededRandom(`${seed} costs`), closed, segmentOf)),
    channelCosts: Object.freeze(makeChannelCosts(seededRandom(`${seed} channel costs`), today)),
    referrals: Object.freeze(makeReferrals(seededRandom(`${seed} referrals`), won, segmentOf)),
    tickets: Object.freeze(makeTickets(seededRandom(`${seed} tickets`), won, segmentOf, today)),
    answers: Object.freeze(makeAnswers(seededRandom(`${seed} answers`), won, segmentOf, today)),
    support: Object.freeze(makeDuplicates(seededRandom(`${seed} support`), companies)),
    truth,
  })
}

/**
 * A company that has bought in the last two years is a customer, one that bought before that a former one, one that
 * was talked with and never bought a prospect.
 */
function stagesOf(deals: readonly DemoDeal[], today: string): ReadonlyMap<string, CustomerStage> {
  const twoYearsAgo = `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`
  const stages = new Map<string, CustomerStage>()
  for (const { companyId, status, closedOn = '' } of deals) {
    const before = stages.get(companyId) ?? 'prospect'
    if (status !== 'won') stages.set(companyId, before)
    else if (closedOn >= twoYearsAgo) stages.set(companyId, 'customer')
    else stages.set(companyId, before === 'customer' ? before : 'former')
  }
  return stages
}
