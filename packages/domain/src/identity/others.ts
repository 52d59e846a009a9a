import { foldName } from '../customers/name-key.ts'
import type { IdentityRecord, Tie } from './identity.ts'

/** Whether two records that something would join are known to speak of two customers. */
export function areOthers(a: IdentityRecord, b: IdentityRecord, by: Tie['by']): boolean {
  if (a.kind !== b.kind) return true
  if (by.kind === 'organisationNumber' || by.kind === 'externalId') return false
  return a.kind === 'company' ? haveOtherNumbers(a, b) : haveOtherNames(a, b)
}

/** Two companies of a group share a website; their organisation numbers tell them apart. */
function haveOtherNumbers(a: IdentityRecord, b: IdentityRecord): boolean {
  const [one, other] = [organisationNumbers(a), organisationNumbers(b)]
  return one.length > 0 && other.length > 0 && !one.some((value) => other.includes(value))
}

function organisationNumbers({ identifiers }: IdentityRecord): readonly string[] {
  return identifiers.filter(({ kind }) => kind === 'organisationNumber').map(({ value }) => value)
}

/** Two people of a family share an e-mail; their first names tell them apart. An initial may stand for either. */
function haveOtherNames(a: IdentityRecord, b: IdentityRecord): boolean {
  const [one, other] = [firstNameOf(a.name), firstNameOf(b.name)]
  return one !== '' && other !== '' && !one.startsWith(other) && !other.startsWith(one)
}

/** The folded first name of a person, an initial too; empty for none. */
export function firstNameOf(name: string | null): string {
  const folded = foldName(name ?? '')
  // `Nes, Kari` is Kari; an e-mail that stands for a name tells no first name.
  if (folded.includes('@')) return ''
  const [family = '', given] = folded.split(/,\s*/)
  return (given ?? family).split(/[\s.]+/)[0] ?? ''
}
