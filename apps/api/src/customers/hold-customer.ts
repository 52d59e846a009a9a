import type { Tx } from '@profilkort/database/connect'
import { holdIdentity } from '@profilkort/database/identity/neighbours.queries'
import { findRecordsById } from '@profilkort/database/identity/records.queries'
import { NotFound } from '../graphql/problems.ts'

/**
 * Keeps who is who until the transaction ends, for what is to be written of a customer.
 * @returns its id: an id that was another's before a join finds the customer that it is now. Throws `NotFound`.
 */
export async function holdCustomer(tx: Tx, workspaceId: string, id: string): Promise<string> {
  await holdIdentity(tx, workspaceId)
  const [record] = await findRecordsById(tx, workspaceId, [id])
  if (record === undefined) throw new NotFound('customer', id)
  return record.customerId
}
