import type { CustomerStage } from '@profilkort/domain/customers/customer'
import { forget, makeCompanies, makeDuplicates } from './companies.ts'
import { makeContacts } from './contacts.ts'
import { makeDeals, products } from './deals.ts'
import type { Demo, DemoDeal } from './demo.ts'
import { seededRandom } from './random.ts'
import { truth } from './truth.ts'

export interface DemoSize {
  readonly companies: number
  readonly contacts: number
  readonly deals: number
}

const usual: DemoSize = { companies: 2000, contacts: 6000, deals: 5000 }

/**
 * The customers of a made-up Nordic vendor of business software, with what was planted in them.
 * The same seed and day give the same bytes.
 */
export function generateDemo(seed = 'profilkort', today = '2026-11-01', size: DemoSize = usual): Demo {
  const companies = makeCompanies(seededRandom(`${seed} companies`), size.companies)
  const deals = makeDeals(seededRandom(`${seed} deals`), companies, size.deals, today)
  const stages = stagesOf(deals, today)
  const forgetful = seededRandom(`${seed} forget`)
  return {
    companies: companies.map((company) => forget(forgetful, company, stages.get(company.id) ?? 'lead')),
    contacts: makeContacts(seededRandom(`${seed} contacts`), companies, size.contacts),
    products,
    deals,
    support: makeDuplicates(seededRandom(`${seed} support`), companies),
    truth,
  }
}

/** A company that has bought in the last two years is a customer, one that bought before that a former one. */
function stagesOf(deals: readonly DemoDeal[], today: string): ReadonlyMap<string, CustomerStage> {
  const twoYearsAgo = `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`
  const stages = new Map<string, CustomerStage>()
  for (const deal of deals) {
    if (deal.status === 'open' && !stages.has(deal.companyId)) stages.set(deal.companyId, 'prospect')
    if (deal.status !== 'won' || deal.closedOn === undefined) continue
    if (deal.closedOn >= twoYearsAgo) stages.set(deal.companyId, 'customer')
    else if (stages.get(deal.companyId) !== 'customer') stages.set(deal.companyId, 'former')
  }
  return stages
}
