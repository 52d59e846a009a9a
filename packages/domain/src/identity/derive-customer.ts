import type { Values } from '../attributes/attribute.ts'
import type { CustomerKind, CustomerStage, Provenances } from '../customers/customer.ts'
import { foldName } from '../customers/name-key.ts'
import { type SourceRecord, toStatement } from './record.ts'
import { type SurvivorshipRules, unify } from './survivorship.ts'

/** A customer as its records make it. */
export interface DerivedCustomer {
  readonly id: string
  readonly kind: CustomerKind
  /** Null where nobody has said it: then its deals do. */
  readonly stage: CustomerStage | null
  readonly name: string
  readonly nameKey: string
  /** A record of the company that a contact belongs to. */
  readonly companyRecordId: string | null
  readonly attributes: Values
  readonly provenance: Provenances
}

/**
 * The customer that some records speak of, the first heard of first. Where none of them names it, it is called by its
 * organisation number, else by what its first source knows it by.
 * @param withheld the keys of attributes that may not be known of it, whatever is said
 */
export function deriveCustomer(
  records: readonly [SourceRecord, ...SourceRecord[]],
  rules: SurvivorshipRules,
  withheld: ReadonlySet<string>,
): DerivedCustomer {
  const [head] = records
  const { name, stage, company, attributes, provenance } = unify(records.map(toStatement), rules, withheld)
  const called = calledBy(name, attributes, head.externalId)
  return {
    id: head.id,
    kind: head.kind,
    stage: stage ?? null,
    name: called,
    nameKey: foldName(called),
    companyRecordId: company ?? null,
    attributes,
    provenance,
  }
}

/** What a customer is called: by its name, else by what else tells a reader who it is. */
export function calledBy(
  name: string | undefined,
  { organisationNumber, email }: Values,
  externalId: string,
): string {
  const told = [name, organisationNumber, email].find((each) => typeof each === 'string')
  return typeof told === 'string' ? told : externalId
}
