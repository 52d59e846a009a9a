import type { Value, Values } from '@profilkort/domain/attributes/attribute'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import { type IdentifierKind, tokenOf } from '@profilkort/domain/identity/identity'
import { domainOf, emailOf } from '@profilkort/domain/identity/normal-form'
import { readOrganisationNumber } from '@profilkort/domain/identity/organisation-number'
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** What a company or a person is known by in every source: the tokens that its values give. */
export function identifiersOf(kind: CustomerKind, values: Values): readonly string[] {
  const token = (what: IdentifierKind, key: string, read: (written: string) => string | undefined) => {
    const value = values[key]
    const found = typeof value === 'string' ? read(value) : undefined
    return found === undefined || found.length > 254 ? [] : [tokenOf({ kind: what, value: found })]
  }
  if (kind === 'company') {
    return [
      ...token('organisationNumber', 'organisationNumber', organisationNumberOf),
      ...token('domain', 'website', domainOf),
    ]
  }
  return [
    ...token('email', 'email', emailOf),
    ...token('phone', 'phone', (written) => phoneOf(written, values.country)),
  ]
}

/** With its country, as numbers of two countries may look alike. */
function organisationNumberOf(written: string): string | undefined {
  const read = readOrganisationNumber(written)
  return read && `${read.country}${read.digits}`
}

/** A telephone number in the form of E.164; one without its country's number is of the person's country, else Norway. */
export function phoneOf(written: string, country: Value | undefined): string | undefined {
  const home = typeof country === 'string' && isSupportedCountry(country) ? country : 'NO'
  const parsed = parsePhoneNumberFromString(written, home)
  return parsed?.isPossible() === true ? parsed.number : undefined
}
