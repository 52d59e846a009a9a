import type { Attribute } from '../attributes/attribute.ts'
import type { CustomerKind } from '../customers/customer.ts'
import type { Standing } from './consent.ts'

/** The keys of the attributes of special categories: those that are known of people, and those of companies alone. */
export interface Sensitive {
  readonly ofPeople: ReadonlySet<string>
  readonly ofCompanies: ReadonlySet<string>
}

/** Those of a catalogue. */
export function sensitiveOf(
  attributes: Iterable<Pick<Attribute, 'key' | 'subject' | 'sensitive'>>,
): Sensitive {
  const [ofPeople, ofCompanies] = [new Set<string>(), new Set<string>()]
  for (const { key, subject, sensitive } of attributes) {
    if (sensitive && subject !== 'company') ofPeople.add(key)
    if (sensitive && subject !== 'person') ofCompanies.add(key)
  }
  return { ofPeople, ofCompanies }
}

const nothing: ReadonlySet<string> = new Set()

/**
 * The attributes that may not be known of a customer: of a person those of special categories, unless the person's
 * consent to `specialCategories` stands. Of a company those that are a person's: a company has nobody who could consent.
 */
export function withheldOf(
  kind: CustomerKind,
  sensitive: Sensitive,
  standings: readonly Standing[],
): ReadonlySet<string> {
  if (kind === 'company') return sensitive.ofPeople
  const isAllowed = standings.some(
    ({ purpose, standing }) => purpose === 'specialCategories' && standing === 'given',
  )
  return isAllowed ? nothing : sensitive.ofPeople.union(sensitive.ofCompanies)
}
