import { type Database, inWorkspace } from '@profilkort/database/connect'
import type { Values } from '@profilkort/domain/attributes/attribute'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import { takeRecords } from '../identity/take-records.ts'

/** What a source says of a customer, for a test. */
export interface Told {
  readonly source?: string
  readonly kind?: CustomerKind
  readonly externalId: string
  readonly values: Values
  readonly tokens?: readonly string[]
}

/** Takes in what sources say, in the order given. @returns the customers' ids */
export async function tell(
  db: Database,
  workspaceId: string,
  told: readonly Told[],
  now: Date,
): Promise<readonly string[]> {
  const ids: string[] = []
  for (const { source = 'crm', kind = 'company', ...record } of told) {
    const [taken] = await inWorkspace(db, workspaceId, (tx) =>
      takeRecords(
        tx,
        workspaceId,
        { source, kind },
        [{ name: record.externalId, data: record.values, ...record }],
        now,
      ),
    )
    if (taken && taken.outcome !== 'refused') ids.push(taken.customerId)
  }
  return ids
}
