import type { Tx } from '@profilkort/database/connect'
import { customerExists } from '@profilkort/database/customers/customers.queries'
import { holdIdentity } from '@profilkort/database/identity/neighbours.queries'
import { NotFound } from '../graphql/problems.ts'

/** Keeps who is who until the transaction ends, for what is to be written of a customer. Throws `NotFound`. */
export async function holdCustomer(tx: Tx, workspaceId: string, customerId: string): Promise<void> {
  await holdIdentity(tx, workspaceId)
  if (!(await customerExists(tx, workspaceId, customerId))) throw new NotFound('customer', customerId)
}
