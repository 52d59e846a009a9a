import type { Product } from '@profilkort/domain/products/product'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** A product as it is kept. */
export interface KeptProduct extends Product {
  /** Counts its changes. */
  readonly revision: number
}

/** A product with how many profiles are for it. */
export interface ProductRow extends KeptProduct {
  /** Ideal customer profiles and target markets whose newest revision is for it, the archive aside. */
  readonly profileCount: number
}

interface NamedProduct {
  readonly key: string
  readonly name: string
}

function named(tx: Tx, workspaceId: string, keys: readonly string[]) {
  return tx
    .selectFrom('product')
    .select(['key', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', sql<string>`any(${[...keys]}::text[])`)
}

/** The names of products by their keys; one that there is none of is left out. */
export async function findProducts(
  tx: Tx,
  workspaceId: string,
  keys: readonly string[],
): Promise<readonly NamedProduct[]> {
  if (keys.length === 0) return []
  return named(tx, workspaceId, keys).execute()
}

/** The same, and keeps them from being deleted until the transaction ends; for whoever is about to point at them. */
export async function holdProducts(
  tx: Tx,
  workspaceId: string,
  keys: readonly string[],
): Promise<readonly NamedProduct[]> {
  return named(tx, workspaceId, keys).orderBy('key').forKeyShare().execute()
}

function products(tx: Tx, workspaceId: string, key: string) {
  return tx
    .selectFrom('product')
    .select(['key', 'name', 'series', 'list_price as listPrice', 'currency', 'revision'])
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', key)
}

/**
 * Takes the row that a change of the product is decided on, so that changes to it come one after the other. Whoever is
 * about to point at it does not wait.
 */
export async function lockProduct(
  tx: Tx,
  workspaceId: string,
  key: string,
): Promise<KeptProduct | undefined> {
  return products(tx, workspaceId, key).forNoKeyUpdate().executeTakeFirst()
}

/** Takes the row that is to be deleted, after all who were about to point at it. */
export async function lockProductToDelete(
  tx: Tx,
  workspaceId: string,
  key: string,
): Promise<KeptProduct | undefined> {
  return products(tx, workspaceId, key).forUpdate().executeTakeFirst()
}

/** All products by name, or those of the keys. */
export async function listProducts(
  tx: Tx,
  workspaceId: string,
  keys?: readonly string[],
): Promise<readonly ProductRow[]> {
  const { rows } = await sql<ProductRow>`-- listProducts
    with linked as (
      select distinct profile.id, jsonb_array_elements_text(newest.content #> '{links,products}') as key
      from profile join profile_revision as newest on newest.workspace_id = profile.workspace_id
        and newest.profile_id = profile.id and newest.revision = profile.revision
      where profile.workspace_id = ${workspaceId} and profile.archived_at is null
        and profile.kind in ('idealCustomerProfile', 'targetMarket')),
    counted as (select key, count(*)::integer as profiles from linked group by key)
    select product.key, name, series, list_price as "listPrice", currency, revision, coalesce(profiles, 0) as "profileCount"
    from product left join counted on counted.key = product.key
    where product.workspace_id = ${workspaceId}
      ${keys === undefined ? sql`` : sql`and product.key = any(${[...keys]}::text[])`}
    order by name collate "C", product.key limit 1000`.execute(tx)
  return rows
}

/** @returns false, with nothing written, where there is one of the key */
export async function insertProduct(tx: Tx, workspaceId: string, product: Product): Promise<boolean> {
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
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Changes all of a product but its key. */
export async function updateProduct(tx: Tx, workspaceId: string, product: Product): Promise<void> {
  const { name, series, listPrice, currency } = product
  await tx
    .updateTable('product')
    .set((eb) => ({ name, series, list_price: listPrice, currency, revision: eb('revision', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', product.key)
    .execute()
}

export async function deleteProduct(tx: Tx, workspaceId: string, key: string): Promise<void> {
  await tx.deleteFrom('product').where('workspace_id', '=', workspaceId).where('key', '=', key).execute()
}

/** How many deals are about a product. */
export async function countProductDeals(tx: Tx, workspaceId: string, key: string): Promise<number> {
  const { count } = await tx
    .selectFrom('deal')
    .where('workspace_id', '=', workspaceId)
    .where('product_key', '=', key)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
