import type { Tx } from '@profilkort/database/connect'
import { type CustomerRow, findCustomers } from '@profilkort/database/customers/customers.queries'
import type { ChangeRow } from '@profilkort/database/identity/changes.queries'
import { countSatellites } from '@profilkort/database/identity/derived-customers.queries'
import { findRecordsOf, type RecordRow } from '@profilkort/database/identity/records.queries'
import type { MetricScope } from '@profilkort/database/insight/metrics.queries'
import type { Tie } from '@profilkort/domain/identity/identity'
import type { Settled } from './settle-identity.ts'

/** A customer as a join or parting makes it. */
export interface CustomerOutcome {
  readonly customer: CustomerRow
  readonly records: readonly RecordRow[]
  /** Why its records speak of one customer. */
  readonly ties: readonly Tie[]
  /** What is of it now: rows by table. */
  readonly carries: { readonly [table: string]: number }
}

/** What a join, parting or its undoing came to. */
export interface IdentityOutcome {
  readonly change: ChangeRow
  readonly customers: readonly CustomerOutcome[]
}

/** Reads what a change came to, in its own transaction. */
export async function readOutcome(
  tx: Tx,
  scope: MetricScope,
  change: ChangeRow,
  recordIds: readonly string[],
  { customers, groups }: Settled,
): Promise<IdentityOutcome> {
  const ids = [...new Set(recordIds.flatMap((id) => customers.get(id) ?? []))]
  const rows = await findCustomers(tx, scope, ids)
  const records = Map.groupBy(await findRecordsOf(tx, scope.workspaceId, ids), ({ customerId }) => customerId)
  const carried = await countSatellites(tx, scope.workspaceId, ids)
  return {
    change,
    customers: rows.map((customer) => ({
      customer,
      records: records.get(customer.id) ?? [],
      ties: groups.find(({ head }) => head === customer.id)?.ties ?? [],
      carries: carried.get(customer.id) ?? {},
    })),
  }
}
