import type { WholeCompany } from './companies.ts'
import type { DemoContact } from './demo.ts'
import { type Country, personName } from './names.ts'
import type { Random } from './random.ts'

const titles: { readonly [role: string]: { readonly [C in Country]: string } } = {
  owner: { NO: 'Eier', SE: 'Ägare', DK: 'Ejer', FI: 'Omistaja' },
  managingDirector: {
    NO: 'Daglig leder',
    SE: 'Verkställande direktör',
    DK: 'Direktør',
    FI: 'Toimitusjohtaja',
  },
  financeManager: { NO: 'Økonomisjef', SE: 'Ekonomichef', DK: 'Økonomichef', FI: 'Talousjohtaja' },
  itManager: { NO: 'IT-leder', SE: 'IT-chef', DK: 'IT-chef', FI: 'IT-päällikkö' },
  accountant: {
    NO: 'Autorisert regnskapsfører',
    SE: 'Redovisningskonsult',
    DK: 'Bogholder',
    FI: 'Kirjanpitäjä',
  },
  projectManager: { NO: 'Prosjektleder', SE: 'Projektledare', DK: 'Projektleder', FI: 'Projektipäällikkö' },
}

const roles = [
  'managingDirector',
  'financeManager',
  'itManager',
  'accountant',
  'projectManager',
  'owner',
] as const
const languages: { readonly [C in Country]: string } = { NO: 'nb', SE: 'sv', DK: 'da', FI: 'en' }

/** Made-up people; every company has one before any has a second. */
export function makeContacts(
  random: Random,
  companies: readonly WholeCompany[],
  count: number,
): readonly DemoContact[] {
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, index): DemoContact => {
    const company = companies[index < companies.length ? index : random.int(0, companies.length - 1)]
    if (company === undefined) throw new Error('Contacts need companies')
    const role = index < companies.length ? company.decisionMakerRole : random.pick(roles)
    const { first, last } = personName(random, company.country)
    const email = uniqueEmail(taken, first, last, company.website)
    return Object.freeze({
      id: `P-${String(index + 1).padStart(5, '0')}`,
      companyId: company.id,
      companyName: company.name,
      name: `${first} ${last}`,
      role,
      title: titles[role]?.[company.country] ?? role,
      email,
      language: languages[company.country],
    })
  })
}

function uniqueEmail(taken: Set<string>, first: string, last: string, domain: string): string {
  const local = `${first}.${last}`
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^a-z.]/g, '')
  for (let number = 1; ; number++) {
    const email = `${local}${number > 1 ? number : ''}@${domain}`
    if (!taken.has(email)) {
      taken.add(email)
      return email
    }
  }
}
