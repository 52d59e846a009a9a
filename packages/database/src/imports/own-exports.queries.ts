import type { Values } from '@profilkort/domain/attributes/attribute'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** A customer as an export has it, with the ids that an import takes for it. */
export interface CustomerAsExported {
  /** The id that the export wrote: of the customer as it is, or of one that was joined into it since. */
  readonly exportedAs: string
  readonly id: string
  readonly kind: CustomerKind
  readonly stage: string
  readonly name: string
  readonly companyId: string | null
  readonly attributes: Values
}

/**
 * Customers by the ids that exports write. A customer has the id of the record that was first to tell of it, so the record
 * tells whose the id is now, after joins and splits too.
 */
export async function findCustomersAsExported(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly CustomerAsExported[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<CustomerAsExported>`-- findCustomersAsExported
    select record.id as "exportedAs", customer.id, customer.kind, customer.stage, customer.name,
      customer.company_id as "companyId", customer.attributes
    from source_record as record
    join customer on customer.workspace_id = record.workspace_id and customer.id = record.customer_id
    where record.workspace_id = ${workspaceId}::uuid and record.id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/** A deal as it is known, with what an export does not tell of it. */
export interface DealAsExported {
  readonly id: string
  readonly source: string
  readonly externalId: string
  readonly recordId: string | null
  readonly customerId: string | null
  readonly expectedCloseOn: string | null
  readonly lostReason: string | null
  readonly channel: string | null
  readonly campaign: string | null
  readonly data: { readonly [header: string]: string }
}

/** Deals by the ids that exports write. */
export async function findDealsAsExported(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly DealAsExported[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<DealAsExported>`-- findDealsAsExported
    select id, source, external_id as "externalId", record_id as "recordId", customer_id as "customerId",
      expected_close_on::text as "expectedCloseOn", lost_reason as "lostReason", channel, campaign, data
    from deal
    where workspace_id = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}
