import { listProducts, type ProductRow } from '@profilkort/database/products/products.queries'
import type { Context } from '../graphql/context.ts'

/** Products by their keys, for a loader; an error in the place of one that is gone. */
export async function productsOf(
  keys: readonly string[],
  { read }: Context,
): Promise<readonly (ProductRow | Error)[]> {
  const rows = await read((tx, workspaceId) => listProducts(tx, workspaceId, keys))
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return keys.map((key) => byKey.get(key) ?? new Error(`There is no product ${key}`))
}
