import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import type { Counts } from './counts.ts'

export interface ProductToSave {
  readonly key: string
  readonly name: string
  readonly series: string | null
  readonly listPrice: number | null
  readonly currency: string | null
  /** As a list said it: header to cell. */
  readonly data: { readonly [header: string]: string }
}

/** What products are called, by key. */
export async function findProductNames(
  tx: Tx,
  workspaceId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('product')
    .select(['key', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', sql<string>`any(${keys})`)
    .execute()
  return new Map(rows.map((row) => [row.key, row.name]))
}

/** Adds products that only a deal has named; those that are there stay as they are. */
export async function addNamedProducts(
  tx: Tx,
  workspaceId: string,
  products: readonly Pick<ProductToSave, 'key' | 'name'>[],
): Promise<void> {
  if (products.length === 0) return
  await tx
    .insertInto('product')
    .values(products.map(({ key, name }) => ({ workspace_id: workspaceId, key, name })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Inserts products, or changes those that a product list tells otherwise. */
export async function saveProducts(
  tx: Tx,
  workspaceId: string,
  products: readonly ProductToSave[],
): Promise<Counts> {
  const { rows } = await sql<{ is_new: boolean }>`
    -- saveProducts
    insert into product (workspace_id, key, name, series, list_price, currency, data)
    select ${workspaceId}, key, name, series, "listPrice", currency, data
    from json_to_recordset(${JSON.stringify(products)}::json) as given(
      key text, name text, series text, "listPrice" numeric, currency text, data json)
    on conflict (workspace_id, key) do update set
      name = excluded.name, series = excluded.series, list_price = excluded.list_price, currency = excluded.currency, data = excluded.data,
      revision = product.revision + 1
    where (product.name, product.series, product.list_price, product.currency, product.data::text)
      is distinct from (excluded.name, excluded.series, excluded.list_price, excluded.currency, excluded.data::text)
    returning xmax = 0 as is_new
  `.execute(tx)
  const inserted = rows.filter((row) => row.is_new).length
  return { inserted, changed: rows.length - inserted, unchanged: products.length - rows.length }
}
