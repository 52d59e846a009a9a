import type { Values } from '../attributes/attribute.ts'
import type { CustomerKind, CustomerStage, Provenances } from '../customers/customer.ts'
import { deriveCustomer } from './derive-customer.ts'

/** What a new record that nothing ties to another says, without what may not be known of its customer. */
export interface LonelyRecord {
  readonly name: string | undefined
  readonly stage: CustomerStage | undefined
  readonly values: Values
}

/** Which of the parts a record has: a number below `shapes`. Customers of records of one shape have the same provenance. */
export function shapeOf({ name, stage, values }: LonelyRecord): number {
  return (name === undefined ? 0 : 1) + (stage === undefined ? 0 : 2) + (hasAny(values) ? 4 : 0)
}

const shapes = 8

/**
 * The provenance of customers whose one record was said by a source at one time, by the shape of the record: what
 * `deriveCustomer` gives for one of each, so that a million need not be derived.
 * @param at in milliseconds
 */
export function provenancesByShape(kind: CustomerKind, source: string, at: number): readonly Provenances[] {
  return Array.from({ length: shapes }, (_, shape) => {
    const record = {
      id: '',
      kind,
      source,
      externalId: '',
      name: (shape & 1) === 0 ? null : 'name',
      stage: (shape & 2) === 0 ? null : ('lead' as const),
      values: (shape & 4) === 0 ? {} : { value: true },
      saidAt: at,
      saidSince: null,
      since: at,
      isMention: false,
      attachedTo: null,
      companyRecordId: null,
      identifiers: [],
    }
    return deriveCustomer([record], {}, new Set()).provenance
  })
}

function hasAny(values: Values): boolean {
  for (const _ in values) return true
  return false
}
