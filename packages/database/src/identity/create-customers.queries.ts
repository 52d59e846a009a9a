import type { DerivedCustomer } from '@profilkort/domain/identity/derive-customer'
import type { Database } from '../connect.ts'
import type { RecordToSave } from './records.queries.ts'

/** A customer that its first record makes, if nothing ties it to another. */
export interface FirstRecord {
  readonly record: RecordToSave
  readonly customer: DerivedCustomer
  /** The attributes that its values were judged by, with their revisions. */
  readonly judgedBy: readonly JudgedBy[]
}

export interface JudgedBy {
  readonly key: string
  readonly revision: number
}

/**
 * Creates customers from their first records in one durable statement. Left out, with nothing written of them, are those
 * that something ties to another customer, or that the source has said before: `takeRecords` settles them. All are left out
 * where an attribute is not as it was when the values were judged by it.
 * @returns the ids of those that were created
 */
export async function createCustomers(
  { pool }: Database,
  workspaceId: string,
  first: readonly FirstRecord[],
): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'createCustomers',
    text: '-- createCustomers\nselect create_customers($1, $2, $3) as id',
    values: [workspaceId, JSON.stringify(first.map(toGiven)), JSON.stringify(attributesOf(first))],
  })
  return new Set(rows.map(({ id }) => id))
}

function attributesOf(first: readonly FirstRecord[]): readonly JudgedBy[] {
  const known = new Map<string, JudgedBy>()
  for (const { judgedBy } of first) {
    for (const each of judgedBy) known.set(`${each.key} ${each.revision}`, each)
  }
  return [...known.values()]
}

function toGiven({ record, customer }: FirstRecord): object {
  return {
    record: {
      id: record.id,
      kind: record.kind,
      source: record.source,
      external_id: record.externalId,
      name: record.name,
      name_key: record.nameKey,
      stage: record.stage,
      company_record_id: record.companyRecordId,
      values: record.values,
      said_at: new Date(record.saidAt),
      identifiers: record.identifiers,
      data: record.data,
      digest: record.digest,
    },
    customer: {
      stage: customer.stage,
      name: customer.name,
      name_key: customer.nameKey,
      attributes: customer.attributes,
      provenance: customer.provenance,
    },
  }
}
