import type { Values } from '../attributes/attribute.ts'
import type { CustomerKind, CustomerStage, Provenances } from '../customers/customer.ts'
import { calledBy, deriveCustomer } from './derive-customer.ts'
import type { SourceRecord } from './record.ts'

/** What a record that nothing ties to another says. */
export interface LonelyRecord {
  readonly externalId: string
  readonly name: string | undefined
  readonly stage: CustomerStage | undefined
  readonly values: Values
}

/** What of its customer does not stand in the record itself: the attributes are the record's values. */
export interface LonelyCustomer {
  readonly called: string
  readonly provenance: Provenances
}

/**
 * Makes customers of new records of one source that are alone, by the million: what `deriveCustomer` gives depends only
 * on which of name, stage and values there are, so it is asked once for each of those.
 * @param at when they are said, in milliseconds
 */
export function lonelyCustomers(
  kind: CustomerKind,
  source: string,
  at: number,
): (record: LonelyRecord) => LonelyCustomer {
  const known = new Map<string, Provenances>()
  return ({ externalId, name, stage, values }) => {
    const [first] = Object.entries(values)
    const shape = `${name !== undefined} ${stage !== undefined} ${first !== undefined}`
    let provenance = known.get(shape)
    if (provenance === undefined) {
      const record = { ...nobody, kind, source, externalId, saidAt: at }
      const said = { name: name ?? null, stage: stage ?? null, values: first ? { [first[0]]: first[1] } : {} }
      provenance = deriveCustomer([{ ...record, ...said }], {}).provenance
      known.set(shape, provenance)
    }
    return { called: calledBy(name, values, externalId), provenance }
  }
}

const nobody = {
  id: '',
  since: 0,
  isMention: false,
  attachedTo: null,
  identifiers: [],
  companyRecordId: null,
  saidSince: null,
} as const satisfies Partial<SourceRecord>
