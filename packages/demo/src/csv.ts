import type { Value } from '@profilkort/domain/attributes/attribute'
import { formatOption } from '@profilkort/domain/attributes/format'
import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import type { Demo, DemoCompany, DemoContact, DemoDeal } from './demo.ts'

export interface DemoFiles {
  readonly 'companies.csv': string
  readonly 'contacts.csv': string
  readonly 'products.csv': string
  readonly 'deals.csv': string
  readonly 'support.csv': string
  readonly 'orders.csv': string
  readonly 'costs.csv': string
  readonly 'channel-costs.csv': string
  readonly 'referrals.csv': string
  readonly 'tickets.csv': string
  readonly 'nps.csv': string
}

type Cells = readonly (string | undefined)[]

/**
 * The demo as a Norwegian CRM would export it: semicolons, decimal commas, blanks in numbers, dd.mm.yyyy,
 * quotes only where needed, a byte-order mark and CRLF. Options are told by their Norwegian labels.
 */
export function demoCsv(demo: Demo): DemoFiles {
  const { companies, contacts, products, deals, support } = demo
  return {
    ...lifeCsv(demo),
    'companies.csv': table(companyHeader, companies.map(companyCells)),
    'contacts.csv': table(contactHeader, contacts.map(contactCells)),
    'products.csv': table(
      ['Produkt', 'Serie', 'Pris'],
      products.map(({ name, series, price }) => [name, series, number(price, 2)]),
    ),
    'deals.csv': table(dealHeader, deals.map(dealCells)),
    'support.csv': table(
      ['Kundenummer', 'Kundenavn', 'Org.nr.', 'Nettsted'],
      support.map(({ id, name, organisationNumber, website }) => [id, name, organisationNumber, website]),
    ),
  }
}

/** What came of customers: orders, costs, referrals, tickets and answers. */
function lifeCsv({
  orders,
  costs,
  channelCosts,
  referrals,
  tickets,
  answers,
}: Demo): Omit<DemoFiles, 'companies.csv' | 'contacts.csv' | 'products.csv' | 'deals.csv' | 'support.csv'> {
  const company = ['Selskaps-ID', 'Selskap']
  return {
    'orders.csv': table(
      ['Ordrenummer', ...company, 'Ordredato', 'Produkt', 'Nettobeløp', 'Varekost'],
      orders.map((each) => [
        each.id,
        each.companyId,
        each.companyName,
        date(each.orderedOn),
        each.product,
        number(each.netAmount, 2),
        number(each.costOfGoods, 2),
      ]),
    ),
    'costs.csv': table(
      ['Bilag', ...company, 'Formål', 'Dato', 'Timer', 'Timepris', 'Hva', 'Hvem'],
      costs.map((each) => [
        each.id,
        each.companyId,
        each.companyName,
        'Anskaffelse',
        date(each.spentOn),
        number(each.hours, 1),
        number(each.hourlyRate, 2),
        each.what,
        each.who,
      ]),
    ),
    'channel-costs.csv': table(
      ['Måned', 'Formål', 'Kanal', 'Beløp'],
      channelCosts.map(({ month, purpose, channel, amount }) => [
        month,
        purpose === 'service' ? 'Support' : 'Markedsføring',
        channel,
        number(amount, 2),
      ]),
    ),
    'referrals.csv': table(
      [...company, 'Henvist ID', 'Henvist', 'Dato'],
      referrals.map((each) => [
        each.companyId,
        each.companyName,
        each.referredId,
        each.referredName,
        date(each.referredOn),
      ]),
    ),
    'tickets.csv': table(
      ['Saksnummer', ...company, 'Emne', 'Kanal', 'Opprettet', 'Lukket', 'Minutter', 'Tilfredshet'],
      tickets.map((each) => [
        each.id,
        each.companyId,
        each.companyName,
        each.subject,
        each.channel,
        date(each.openedOn),
        date(each.closedOn),
        number(each.minutes),
        number(each.satisfaction),
      ]),
    ),
    'nps.csv': table(
      ['Svarid', ...company, 'Svardato', 'Poeng'],
      answers.map((each) => [
        each.id,
        each.companyId,
        each.companyName,
        date(each.answeredOn),
        number(each.score),
      ]),
    ),
  }
}

const companyHeader = [
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
]

const stages: { readonly [S in DemoCompany['stage']]: string } = {
  lead: 'Emne',
  prospect: 'Prospekt',
  customer: 'Kunde',
  former: 'Tidligere kunde',
}

function companyCells(company: DemoCompany): Cells {
  return [
    company.id,
    company.name,
    company.organisationNumber,
    company.website,
    label('industry', company.industry),
    number(company.employees),
    number(company.annualRevenue, 2),
    label('country', company.country),
    company.municipality,
    company.yearFounded?.toString(),
    label('systemsInUse', company.systemsInUse),
    label('decisionMakerRole', company.decisionMakerRole),
    stages[company.stage],
  ]
}

const contactHeader = ['Kontakt-ID', 'Navn', 'Selskaps-ID', 'Selskap', 'Rolle', 'Tittel', 'E-post', 'Språk']

function contactCells(contact: DemoContact): Cells {
  const { id, name, companyId, companyName, role, title, email, language } = contact
  return [id, name, companyId, companyName, label('role', role), title, email, label('language', language)]
}

const dealHeader = [
  'Salgs-ID',
  'Selskaps-ID',
  'Selskap',
  'Produkt',
  'Selger',
  'Kanal',
  'Fase',
  'Opprettet',
  'Avsluttet',
  'Verdi',
]

function dealCells(deal: DemoDeal): Cells {
  const { id, companyId, companyName, product, owner, stage, openedOn, closedOn, value, channel } = deal
  const dates = [date(openedOn), date(closedOn)]
  return [id, companyId, companyName, product, owner, channel, stage, ...dates, number(value, 2)]
}

/** Options as Norwegians read them, several with commas between. */
function label(
  key: string,
  value: Extract<Value, string | readonly string[]> | undefined,
): string | undefined {
  const attribute = predefinedAttributes.find((each) => each.key === key)
  const values = typeof value === 'string' ? [value] : value
  return values?.map((each) => formatOption(each, attribute, 'nb')).join(', ')
}

function table(header: readonly string[], rows: readonly Cells[]): string {
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
