import type { Tx } from '@profilkort/database/connect'
import { settleShares } from '@profilkort/database/costs/shares.queries'
import { settleStages } from '@profilkort/database/identity/derived-customers.queries'

/**
 * Settles what follows from the deals, orders and tickets of customers: how far they have come, and what share they
 * have in the costs of channels. Of all customers when none are named.
 */
export async function settleCustomers(
  tx: Tx,
  workspaceId: string,
  customerIds?: readonly (string | null)[],
): Promise<void> {
  const ids = customerIds && [...new Set(customerIds.filter((id) => id !== null))]
  await settleStages(tx, workspaceId, ids)
  await settleShares(tx, workspaceId, ids)
}
