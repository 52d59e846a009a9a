import { isBest, isGivenUp, type WholeCompany } from './companies.ts'
import type { DemoContact, DemoInteraction } from './demo.ts'
import type { Random } from './random.ts'
import { truth } from './truth.ts'

type Segment = 'best' | 'rest' | 'givenUp'

/** How often a company of a segment does something, the rest being 1. */
const engages: { readonly [S in Segment]: number } = {
  best: truth.interactions.bestPerRest,
  rest: 1,
  givenUp: 0.6,
}
/** What it does, of a hundred times: those given up mostly ask for help. */
const does: { readonly [S in Segment]: { readonly [name: string]: number } } = {
  best: {
    page: 34,
    'Email Opened': 18,
    'Email Clicked': 12,
    'Report Opened': 24,
    'Webinar Attended': 8,
    'Ticket Opened': 4,
  },
  rest: {
    page: 40,
    'Email Opened': 24,
    'Email Clicked': 8,
    'Report Opened': 16,
    'Webinar Attended': 4,
    'Ticket Opened': 100 * truth.interactions.ticketShareOfRest,
  },
  givenUp: {
    page: 20,
    'Email Opened': 14,
    'Email Clicked': 2,
    'Report Opened': 6,
    'Webinar Attended': 0,
    'Ticket Opened': 100 * truth.interactions.ticketShareOfGivenUp,
  },
}
const paths = ['/', '/priser', '/produkter/kvist-regnskap', '/kundehistorier', '/om-oss', '/kontakt'] as const
const reports = ['mva', 'resultat', 'likviditet', 'prosjekt'] as const
const campaigns = ['nyhetsbrev', 'vinterkampanje', 'ny-versjon'] as const
const topics = ['innlogging', 'faktura', 'oppgradering', 'integrasjon'] as const
const minute = 60_000
const twoYears = 730

/** What contacts did in the two years before `today`, on working days, oldest first. */
export function makeInteractions(
  random: Random,
  companies: readonly WholeCompany[],
  contacts: readonly DemoContact[],
  { count, today }: { readonly count: number; readonly today: string },
): readonly DemoInteraction[] {
  const segments = new Map(companies.map((company) => [company.id, segmentOf(company)]))
  const ofContact = contacts.map(({ companyId }) => segments.get(companyId) ?? 'rest')
  const perCompany = Map.groupBy(contacts, ({ companyId }) => companyId)
  const weights = contacts.map(
    ({ companyId }, index) => engages[ofContact[index] ?? 'rest'] / (perCompany.get(companyId)?.length ?? 1),
  )
  const draw = random.drawFrom(contacts.keys().toArray(), weights)
  const doing = {
    best: random.drawFrom(Object.keys(does.best), Object.values(does.best)),
    rest: random.drawFrom(Object.keys(does.rest), Object.values(does.rest)),
    givenUp: random.drawFrom(Object.keys(does.givenUp), Object.values(does.givenUp)),
  }
  const end = Date.parse(today)
  const made = Array.from({ length: count }, () => {
    const index = draw() ?? 0
    const name = doing[ofContact[index] ?? 'rest']() ?? 'page'
    return {
      at: workingTime(random, end),
      contactId: contacts[index]?.id ?? '',
      name,
      properties: describe(random, name),
    }
  })
  return made
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, ...rest }, index) =>
      Object.freeze({
        id: `I-${String(index + 1).padStart(6, '0')}`,
        at: new Date(at).toISOString(),
        ...rest,
      }),
    )
}

function segmentOf(company: WholeCompany): Segment {
  if (isBest(company)) return 'best'
  return isGivenUp(company) ? 'givenUp' : 'rest'
}

/** An instant of office hours in the two years before. */
function workingTime(random: Random, end: number): number {
  const day = Math.floor(end / 86_400_000) - random.int(1, twoYears)
  const weekday = (day + 4) % 7
  const shifted = weekday === 0 ? day - 2 : weekday === 6 ? day - 1 : day
  return shifted * 86_400_000 + random.int(7 * 60, 16 * 60) * minute + random.int(0, 59) * 1000
}

function describe(random: Random, name: string): DemoInteraction['properties'] {
  switch (name) {
    case 'page':
      return { path: random.pick(paths) }
    case 'Email Opened':
    case 'Email Clicked':
      return { campaign: random.pick(campaigns) }
    case 'Report Opened':
      return { report: random.pick(reports) }
    case 'Ticket Opened':
      return { topic: random.pick(topics), minutes: Math.round(random.logNormal(25, 0.8)) }
    default:
      return {}
  }
}
