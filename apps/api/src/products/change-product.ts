import { lockAttributes } from '@profilkort/database/attributes/attributes.queries'
import {
  countProductDeals,
  deleteProduct,
  insertProduct,
  lockProduct,
  lockProductToDelete,
  updateProduct,
} from '@profilkort/database/products/products.queries'
import { findLinking } from '@profilkort/database/profiles/linking.queries'
import { findRuleUsers } from '@profilkort/database/rules/users.queries'
import { productKey } from '@profilkort/domain/imports/stages'
import { checkProduct } from '@profilkort/domain/products/product'
import { failed, ok } from '@profilkort/domain/result'
import type { Context } from '../graphql/context.ts'
import { InUse, NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'
import { readRenamed } from './read-renamed.ts'

/** What `productCreate` and `productUpdate` are given; what is not given stays, null takes it away. */
export interface ProductInput {
  readonly name?: string | null | undefined
  readonly series?: string | null | undefined
  readonly listPrice?: number | null | undefined
  readonly currency?: string | null | undefined
}

/** Makes a product; its key is its name as imports fold it, so that deals find it. @returns the key */
export async function createProduct(
  context: Context,
  input: ProductInput & { readonly name: string },
): Promise<string> {
  const { currency } = await context.workspace()
  const { name, series = null, listPrice = null } = input
  const key = productKey(name)
  const product = unwrap(checkProduct({ key, name, series, listPrice, currency: input.currency ?? currency }))
  const inserted = await context.read((tx, workspaceId) => insertProduct(tx, workspaceId, product))
  return unwrap(inserted ? ok(key) : failed(keyTaken(name, key)))
}

/** Changes all of a product but its key, as it was at a revision; readers of the profiles that are for it see its new name at once. */
export async function changeProduct(
  context: Context,
  key: string,
  expectedRevision: number,
  input: ProductInput,
): Promise<void> {
  const { currency: ofWorkspace } = await context.workspace()
  await context.read(async (tx, workspaceId) => {
    const before = await lockProduct(tx, workspaceId, key)
    if (before === undefined) throw new NotFound('product', key)
    if (before.revision !== expectedRevision) throw new RevisionConflict(expectedRevision, before.revision)
    const { series = before.series, listPrice = before.listPrice } = input
    const product = unwrap(
      checkProduct({
        key,
        name: input.name ?? before.name,
        series,
        listPrice,
        currency: input.currency ?? before.currency ?? ofWorkspace,
      }),
    )
    await updateProduct(tx, workspaceId, product)
    if (product.name !== before.name) await readRenamed(tx, workspaceId, [key])
  })
}

/** Deletes a product that neither profiles nor deals are about, and no rule names. */
export async function removeProduct(context: Context, key: string): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    await lockAttributes(tx, workspaceId)
    if ((await lockProductToDelete(tx, workspaceId, key)) === undefined) throw new NotFound('product', key)
    const profiles = await findLinking(tx, workspaceId, 'products', key)
    const deals = await countProductDeals(tx, workspaceId, key)
    const users = [
      ...profiles,
      ...(await findRuleUsers(tx, workspaceId, 'product', key)),
      ...(deals === 0 ? [] : [{ kind: 'Deal', id: key, name: deals === 1 ? '1 deal' : `${deals} deals` }]),
    ]
    if (users.length > 0) {
      throw new InUse(
        'product',
        users,
        'Take it out of the profiles and rules first; one that deals are about stays.',
      )
    }
    await deleteProduct(tx, workspaceId, key)
  })
}

function keyTaken(name: string, key: string) {
  const message = `There is a product with the key "${key}" already, which "${name}" has, too: case, blanks and signs do not count. Choose another name.`
  return { path: ['name'], message }
}
