import type { DerivedCustomer } from '@profilkort/domain/identity/derive-customer'
import type { Database } from '../connect.ts'
import type { RecordToSave } from './records.queries.ts'

/**
 * Creates a customer from its first record in one durable statement. @returns false, and nothing is written, where
 * something ties it to another customer or the source has said it before: `takeRecords` settles that
 */
export async function createCustomer(
  { pool }: Database,
  workspaceId: string,
  record: RecordToSave,
  customer: DerivedCustomer,
): Promise<boolean> {
  const given = {
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
  const { rows } = await pool.query<{ created: boolean }>({
    name: 'createCustomer',
    text: '-- createCustomer\nselect create_customer($1, $2) as created',
    values: [workspaceId, JSON.stringify(given)],
  })
  return rows[0]?.created ?? false
}
