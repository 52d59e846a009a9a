import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** Something that is sold, with how many profiles are for it. */
export interface ProductRow {
  readonly key: string
  readonly name: string
  readonly series: string | null
  readonly listPrice: number | null
  readonly currency: string | null
  /** Ideal customer profiles and target markets whose newest revision is for it, the archive aside. */
  readonly profileCount: number
}

/** The names of products by their keys; one that there is none of is left out. */
export async function findProducts(
  tx: Tx,
  workspaceId: string,
  keys: readonly string[],
): Promise<readonly { readonly key: string; readonly name: string }[]> {
  if (keys.length === 0) return []
  return tx
    .selectFrom('product')
    .select(['key', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('key', 'in', [...keys])
    .execute()
}

/** All products by name, or those of the keys. */
export async function listProducts(
  tx: Tx,
  workspaceId: string,
  keys?: readonly string[],
): Promise<readonly ProductRow[]> {
  const { rows } = await sql<ProductRow>`-- listProducts
    with linked as (
      select jsonb_array_elements_text(newest.content #> '{links,products}') as key
      from profile join profile_revision as newest on newest.workspace_id = profile.workspace_id
        and newest.profile_id = profile.id and newest.revision = profile.revision
      where profile.workspace_id = ${workspaceId} and profile.archived_at is null
        and profile.kind in ('idealCustomerProfile', 'targetMarket')),
    counted as (select key, count(*)::integer as profiles from linked group by key)
    select product.key, name, series, list_price as "listPrice", currency, coalesce(profiles, 0) as "profileCount"
    from product left join counted on counted.key = product.key
    where product.workspace_id = ${workspaceId}
      ${keys === undefined ? sql`` : sql`and product.key = any(${[...keys]}::text[])`}
    order by name collate "C", product.key limit 1000`.execute(tx)
  return rows
}

export type NewProduct = Omit<ProductRow, 'profileCount'>

/** @returns false, with nothing written, where there is one of the key */
export async function insertProduct(tx: Tx, workspaceId: string, product: NewProduct): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('product')
    .values({
      workspace_id: workspaceId,
      key: product.key,
      name: product.name,
      series: product.series,
      list_price: product.listPrice,
      currency: product.currency,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** @returns false where there is none of the key */
export async function updateProduct(tx: Tx, workspaceId: string, product: NewProduct): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('product')
    .set({
      name: product.name,
      series: product.series,
      list_price: product.listPrice,
      currency: product.currency,
    })
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', product.key)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** @returns false where there is none of the key */
export async function deleteProduct(tx: Tx, workspaceId: string, key: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('product')
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', key)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Something that points at a product. */
export interface ProductUser {
  readonly kind: 'Profile' | 'Deal'
  readonly id: string
  readonly name: string
}

/** What points at a product: profiles by any kept revision's newest state, and the first of its deals. */
export async function findProductUsers(
  tx: Tx,
  workspaceId: string,
  key: string,
): Promise<readonly ProductUser[]> {
  const { rows } = await sql<ProductUser>`-- findProductUsers
    (select 'Profile' as kind, profile.id::text as id, profile.slug as name from profile
      join profile_revision as newest on newest.workspace_id = profile.workspace_id
        and newest.profile_id = profile.id and newest.revision = profile.revision
      where profile.workspace_id = ${workspaceId} and newest.content #> '{links,products}' ? ${key}
      order by profile.slug)
    union all
    (select 'Deal', id::text, external_id from deal
      where workspace_id = ${workspaceId} and product_key = ${key} order by external_id limit 10)`.execute(tx)
  return rows
}
