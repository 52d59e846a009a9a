import {
  type CustomerFilter,
  type CustomerPlace,
  type CustomerRow,
  countCustomers,
  listCustomers,
} from '@profilkort/database/customers/customers.queries'
import { type Context, metricScope } from '../graphql/context.ts'
import { type PageArguments, readPage, toConnection } from '../graphql/pages.ts'

/** One page of customers by name, with a way to count them all. */
export async function pageOfCustomers(context: Context, filter: CustomerFilter, args: PageArguments) {
  const page = readPage(args, readPlace)
  const scope = await metricScope(context)
  // One more than asked for tells whether there are more.
  const rows = await context.read((tx) =>
    listCustomers(tx, scope, filter, { ...page, limit: page.limit + 1 }),
  )
  return {
    ...toConnection(rows, page, (row: CustomerRow) => [row.name, row.id]),
    countAll: () => context.read((tx) => countCustomers(tx, scope, filter)),
  }
}

function readPlace(parts: readonly unknown[]): CustomerPlace | undefined {
  const [name, id] = parts
  return typeof name === 'string' && typeof id === 'string' ? { name, id } : undefined
}
