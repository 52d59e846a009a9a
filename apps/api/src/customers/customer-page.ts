import {
  type CustomerFilter,
  type CustomerPlace,
  type CustomerRow,
  countCustomers,
  listCustomers,
} from '@profilkort/database/customers/customers.queries'
import type { Context } from '../graphql/context.ts'
import { type PageArguments, readPage, toConnection } from '../graphql/pages.ts'
import { readCustomers } from './read-customers.ts'
import { fewestShown } from './special-categories.ts'

/**
 * One page of customers by name, with a way to count them all.
 * @param isSpecial whether the filter asks for special categories: then few are not counted
 */
export async function pageOfCustomers(
  context: Context,
  filter: CustomerFilter,
  isSpecial: boolean,
  args: PageArguments,
) {
  const page = readPage(args, readPlace)
  // One more than asked for tells whether there are more.
  const rows = await readCustomers(
    context,
    (tx, scope) => listCustomers(tx, scope, filter, { ...page, limit: page.limit + 1 }),
    { isSpecial, rowsIn: (each) => each },
  )
  return {
    ...toConnection(rows, page, (row: CustomerRow) => [row.name, row.id]),
    countAll: async () => {
      const count = await readCustomers(context, (tx, scope) => countCustomers(tx, scope, filter), {
        isSpecial,
      })
      return isSpecial && count < fewestShown ? null : count
    },
  }
}

function readPlace(parts: readonly unknown[]): CustomerPlace | undefined {
  const [name, id] = parts
  return typeof name === 'string' && typeof id === 'string' ? { name, id } : undefined
}
