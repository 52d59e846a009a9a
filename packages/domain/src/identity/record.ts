import type { Values } from '../attributes/attribute.ts'
import type { CustomerStage } from '../customers/customer.ts'
import { type Identifier, type IdentityRecord, identifierOf } from './identity.ts'
import { renewed } from './old-forms.ts'
import { isSharedHost } from './shared-hosts.ts'
import type { Said, Statement } from './survivorship.ts'

/** All that one source says of one customer. */
export interface SourceRecord extends Omit<IdentityRecord, 'identifiers'> {
  readonly externalId: string
  readonly stage: CustomerStage | null
  /** Of a contact: a record of its company. */
  readonly companyRecordId: string | null
  readonly values: Values
  /** Since when it says what it says, in milliseconds, but for the keys in `saidSince`. */
  readonly saidAt: number
  readonly saidSince: { readonly [key: string]: number } | null
  /** Tokens of identifiers. */
  readonly identifiers: readonly string[]
}

/** A record as far as it tells who it speaks of. */
export function toIdentityRecord(record: SourceRecord): IdentityRecord {
  return { ...record, identifiers: record.identifiers.flatMap(readToken) }
}

/** What an older program kept is what it would be now; a website whose host is known to be of several tells nothing. */
function readToken(token: string): readonly Identifier[] {
  const identifier = identifierOf(renewed(token))
  if (identifier === undefined) return []
  return identifier.kind === 'domain' && isSharedHost(identifier.value) ? [] : [identifier]
}

/** A record as what it states, with the time of each. */
export function toStatement(record: SourceRecord): Statement {
  const { source, externalId, saidAt, saidSince } = record
  const said: { [key: string]: Said } = {}
  for (const [key, value] of Object.entries(spokenValues(record))) {
    if (value !== undefined) said[key] = { value, at: saidSince?.[key] ?? saidAt }
  }
  return { source, externalId, said }
}

/** What a record says, with its name, stage and company beside the attributes. */
export function spokenValues({
  name,
  stage,
  companyRecordId,
  values,
}: Pick<SourceRecord, 'name' | 'stage' | 'companyRecordId' | 'values'>): Partial<Values> {
  return {
    ...values,
    ...(name === null ? {} : { $name: name }),
    ...(stage === null ? {} : { $stage: stage }),
    ...(companyRecordId === null ? {} : { $company: companyRecordId }),
  }
}
