import type { CustomerRow } from '@profilkort/database/customers/customers.queries'
import { Customer } from '../customers/customer.schema.ts'
import type { Context } from '../graphql/context.ts'

/** A customer as it is now, one that was joined as the one that it is; null once it is gone. */
export async function customerNow(context: Context, id: string): Promise<CustomerRow | null> {
  const loaded = await Customer.getDataloader(context)
    .load(id)
    .catch(() => null)
  return loaded
}
