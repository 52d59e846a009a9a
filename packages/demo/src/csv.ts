import type { Demo } from './demo.ts'

/** A row that cannot be taken, by its line in the file (the header is line 1), and why. */
export interface Flaw {
  readonly file: string
  readonly line: number
  readonly why: string
}

export interface DemoFiles {
  readonly 'companies.csv': string
  readonly 'contacts.csv': string
  readonly 'products.csv': string
  readonly 'deals.csv': string
  readonly 'support.csv': string
}

const stages = { lead: 'Emne', prospect: 'Prospekt', customer: 'Kunde', former: 'Tidligere kunde' }
const industries: { readonly [industry: string]: string } = {
  accounting: 'Regnskap',
  construction: 'Bygg og anlegg',
  software: 'Programvare',
  retail: 'Varehandel',
  manufacturing: 'Industri',
  logistics: 'Transport og logistikk',
  healthcare: 'Helse',
  hospitality: 'Overnatting og servering',
  publicSector: 'Offentlig sektor',
  energy: 'Energi',
  education: 'Utdanning',
  agriculture: 'Landbruk',
}

/**
 * The demo as a Norwegian CRM would export it: semicolons, decimal commas, blanks in numbers, dd.mm.yyyy,
 * a byte-order mark and CRLF.
 */
export function demoCsv(demo: Demo): DemoFiles {
  return {
    'companies.csv': table(
      [
        'Selskaps-ID',
        'Navn',
        'Organisasjonsnummer',
        'Nettsted',
        'Bransje',
        'Ansatte',
        'Omsetning',
        'Land',
        'Kommune',
        'Stiftet år',
        'Systemer i bruk',
        'Beslutningstaker',
        'Status',
      ],
      demo.companies.map((company) => [
        company.id,
        company.name,
        company.organisationNumber,
        company.website,
        company.industry && industries[company.industry],
        number(company.employees),
        number(company.annualRevenue, 2),
        country[company.country],
        company.municipality,
        company.yearFounded?.toString(),
        company.systemsInUse?.join(', '),
        company.decisionMakerRole,
        stages[company.stage],
      ]),
    ),
    'contacts.csv': table(
      ['Kontakt-ID', 'Navn', 'Selskaps-ID', 'Selskap', 'Rolle', 'Tittel', 'E-post', 'Språk'],
      demo.contacts.map((contact) => [
        contact.id,
        contact.name,
        contact.companyId,
        contact.companyName,
        contact.role,
        contact.title,
        contact.email,
        contact.language,
      ]),
    ),
    'products.csv': table(
      ['Produkt', 'Serie', 'Pris'],
      demo.products.map((product) => [product.name, product.series, number(product.price, 2)]),
    ),
    'deals.csv': table(
      ['Salgs-ID', 'Selskaps-ID', 'Selskap', 'Produkt', 'Selger', 'Fase', 'Opprettet', 'Avsluttet', 'Verdi'],
      demo.deals.map((deal) => [
        deal.id,
        deal.companyId,
        deal.companyName,
        deal.product,
        deal.owner,
        deal.stage,
        date(deal.openedOn),
        date(deal.closedOn),
        number(deal.value, 2),
      ]),
    ),
    'support.csv': table(
      ['Kundenummer', 'Kundenavn', 'Org.nr.'],
      demo.support.map((entry) => [entry.id, entry.name, entry.organisationNumber]),
    ),
  }
}

/** The companies' file with rows that cannot be taken, and which those are. */
export function flawedCompanies(demo: Demo): { readonly csv: string; readonly flaws: readonly Flaw[] } {
  const rows = demoCsv(demo)['companies.csv'].split('\r\n')
  const at = (line: number) => rows[line - 1] ?? ''
  const cells = (line: number) => at(line).split(';')
  rows[4] = `${at(5)};for mange celler`
  rows[9] = cells(10).with(5, 'mange').join(';')
  rows[14] = cells(15)
    .with(0, cells(3)[0] ?? '')
    .join(';')
  const flaw = (line: number, why: string): Flaw => ({ file: 'companies.csv', line, why })
  return {
    csv: rows.join('\r\n'),
    flaws: [
      flaw(5, 'too many cells'),
      flaw(10, 'text in a number column'),
      flaw(15, 'the same id as line 3'),
    ],
  }
}

const country = { NO: 'Norge', SE: 'Sverige', DK: 'Danmark', FI: 'Finland' }

function table(header: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string {
  const lines = [header, ...rows].map((row) => row.map((cell) => quote(cell ?? '')).join(';'))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function quote(cell: string): string {
  return /[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** `1 316 303,34` */
function number(value: number | undefined, decimals = 0): string | undefined {
  if (value === undefined) return undefined
  const [whole = '', fraction] = value.toFixed(decimals).split('.')
  const grouped = whole.replaceAll(/(?<=\d)(?=(\d{3})+$)/g, ' ')
  return fraction === undefined ? grouped : `${grouped},${fraction}`
}

/** `01.11.2026` */
function date(day: string | undefined): string | undefined {
  return day?.split('-').toReversed().join('.')
}
