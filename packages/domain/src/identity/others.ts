import { foldName } from '../customers/name-key.ts'
import type { IdentityRecord, Tie } from './identity.ts'

/** What tells of a customer who it is: records. */
type Customer = readonly IdentityRecord[]

/** Whether customers that something would join are known to be two. */
export function areOthers(one: Customer, other: Customer, by: Tie['by']): boolean {
  const isPair = (speaks: (a: IdentityRecord, b: IdentityRecord) => boolean) =>
    one.some((a) => other.some((b) => speaks(a, b)))
  if (isPair((a, b) => a.kind !== b.kind)) return true
  if (by.kind === 'organisationNumber' || by.kind === 'externalId') return false
  if (one[0]?.kind === 'company') return isPair(haveOtherNumbers)
  if (haveOtherNames(one, other)) return true
  return isOfMany(by) && !isPair((a, b) => !haveOtherFamilies(a, b))
}

/** Words that an e-mail of several people begins with: `info@fjord.no`. */
const roles = new Set(
  'info post kontakt contact mail email epost firmapost office kontor admin hello hei hej sales salg support service kundeservice kundservice faktura invoice regnskap okonomi ekonomi booking resepsjon reception hr jobb job team'.split(
    ' ',
  ),
)

/** Whether an identifier is often one of several people: a switchboard, or an e-mail that is no person's own. */
function isOfMany(by: Tie['by']): boolean {
  return by.kind === 'phone' || (by.kind === 'email' && roles.has(by.value.split('@')[0] ?? ''))
}

/** Whether two people are called in full by names that have no word but the first in common. */
function haveOtherFamilies(a: IdentityRecord, b: IdentityRecord): boolean {
  const [one, other] = [nameWordsOf(a.name).slice(1), nameWordsOf(b.name).slice(1)]
  return one.length > 0 && other.length > 0 && !one.some((word) => other.includes(word))
}

/** Two companies of a group share a website; their organisation numbers tell them apart. */
function haveOtherNumbers(a: IdentityRecord, b: IdentityRecord): boolean {
  const [one, other] = [organisationNumbers(a), organisationNumbers(b)]
  return one.length > 0 && other.length > 0 && !one.some((value) => other.includes(value))
}

function organisationNumbers({ identifiers }: IdentityRecord): readonly string[] {
  return identifiers.filter(({ kind }) => kind === 'organisationNumber').map(({ value }) => value)
}

/**
 * Two people of a family share an e-mail; their first names tell them apart. An initial may stand for either, the first
 * part of a name in two for the whole, and whom people have joined goes by any of its names.
 */
function haveOtherNames(one: Customer, other: Customer): boolean {
  const [names, others] = [namesOf(one), namesOf(other)]
  return [...names].some(
    (a) => !others.has(a) && [...others].some((b) => !names.has(b) && !standsFor(a, b) && !standsFor(b, a)),
  )
}

function standsFor(short: string, name: string): boolean {
  return name.startsWith(short.length === 1 ? short : `${short}-`)
}

function namesOf(customer: Customer): ReadonlySet<string> {
  return new Set(customer.map(({ name }) => firstNameOf(name)).filter((name) => name !== ''))
}

/** The folded first name of a person, an initial too; empty for none. */
export function firstNameOf(name: string | null): string {
  return nameWordsOf(name)[0] ?? ''
}

const titles = new Set(
  'fru frue frk frøken fröken herr herre hr mr mrs ms miss mx dr prof professor sir rouva neiti herra'.split(
    ' ',
  ),
)

/** The folded words of a person's name, the first name first, titles aside: `Nes, Dr. Kari` is `kari` and `nes`. */
function nameWordsOf(name: string | null): readonly string[] {
  const words = writtenWordsOf(name)
  const names = words.filter((word) => !titles.has(word))
  return names.length > 0 ? names : words
}

/** The folded words of a person's name, titles too, what stands after a comma first. */
export function writtenWordsOf(name: string | null): readonly string[] {
  const folded = foldName(name ?? '')
  // An e-mail that stands for a name tells no first name.
  if (folded.includes('@')) return []
  const [family = '', given = ''] = folded.split(/,\s*/)
  return `${given} ${family}`.split(/[\s.]+/).filter((word) => word !== '')
}
