import { formatValue } from '../attributes/format.ts'
import { in4, type Locale, type Translated } from '../locales/locale.ts'

/** What stands in a customer's timeline, by kind, and what each is called. */
export const timelineKinds = {
  recordHeard: in4('Først hørt om', 'Först hört om', 'Først hørt om', 'First heard of'),
  dealOpened: in4('Salg åpnet', 'Affär öppnad', 'Salg åbnet', 'Deal opened'),
  dealWon: in4('Salg vunnet', 'Affär vunnen', 'Salg vundet', 'Deal won'),
  dealLost: in4('Salg tapt', 'Affär förlorad', 'Salg tabt', 'Deal lost'),
  ordered: in4('Ordre', 'Order', 'Ordre', 'Order'),
  credited: in4('Kreditnota', 'Kreditnota', 'Kreditnota', 'Credit note'),
  ticketOpened: in4('Supportsak åpnet', 'Supportärende öppnat', 'Supportsag åbnet', 'Ticket opened'),
  npsAnswered: in4('NPS-svar', 'NPS-svar', 'NPS-svar', 'NPS answer'),
  referralMade: in4('Henviste', 'Rekommenderade', 'Henviste', 'Referred'),
  interaction: in4('Handling', 'Händelse', 'Hændelse', 'Interaction'),
  consentGiven: in4('Samtykke gitt', 'Samtycke givet', 'Samtykke givet', 'Consent given'),
  consentDenied: in4('Samtykke nektet', 'Samtycke nekat', 'Samtykke nægtet', 'Consent denied'),
  consentWithdrawn: in4('Samtykke trukket', 'Samtycke återkallat', 'Samtykke trukket', 'Consent withdrawn'),
  answerGiven: in4('Kriterium besvart', 'Kriterium besvarat', 'Kriterium besvaret', 'Criterion answered'),
} as const satisfies { readonly [kind: string]: Translated }

export type TimelineKind = keyof typeof timelineKinds

/** Something that happened with a customer. */
export interface TimelineEntry {
  readonly kind: TimelineKind
  /** Unique in the timeline of a customer. */
  readonly key: string
  /** In milliseconds. */
  readonly at: number
  /** Who told of it: a source, or a person. */
  readonly source: string | null
  /** What it is about: a product, a criterion, a name. */
  readonly subject: string | null
  readonly amount: number | null
  readonly currency: string | null
  /** All of it, as it is kept. */
  readonly data: unknown
}

/** An entry as a line for people: `Salg vunnet: GTX Pro, NOK 1 054`. */
export function describeEntry(entry: TimelineEntry, locale: Locale): string {
  const { kind, subject, amount, currency } = entry
  const money =
    amount === null || currency === null ? undefined : formatValue({ amount, currency }, undefined, locale)
  const about = [subject, money].filter((part) => part !== null && part !== undefined).join(', ')
  const title = timelineKinds[kind][locale]
  return about === '' ? title : `${title}: ${about}`
}
