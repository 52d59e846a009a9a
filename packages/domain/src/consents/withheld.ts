import type { Attribute } from '../attributes/attribute.ts'
import type { CustomerKind } from '../customers/customer.ts'
import type { Standing } from './consent.ts'

/** The keys of the attributes of special categories, by what they are known of. */
export type Sensitive = { readonly [K in CustomerKind]: ReadonlySet<string> }

/** Those of a catalogue. */
export function sensitiveOf(
  attributes: Iterable<Pick<Attribute, 'key' | 'subject' | 'sensitive'>>,
): Sensitive {
  const keys = { person: new Set<string>(), company: new Set<string>() }
  for (const { key, subject, sensitive } of attributes) {
    if (sensitive && subject !== 'company') keys.person.add(key)
    if (sensitive && subject !== 'person') keys.company.add(key)
  }
  return keys
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
  if (kind === 'company') return sensitive.person
  const isAllowed = standings.some(
    ({ purpose, standing }) => purpose === 'specialCategories' && standing === 'given',
  )
  return isAllowed ? nothing : sensitive.person.union(sensitive.company)
}
