import {
  deleteProduct,
  findProductUsers,
  insertProduct,
  listProducts,
  type NewProduct,
  type ProductRow,
  updateProduct,
} from '@profilkort/database/products/products.queries'
import { productKey } from '@profilkort/domain/imports/stages'
import { failed, ok, okUnless, type Problem, type Result } from '@profilkort/domain/result'
import type { Context } from '../graphql/context.ts'
import { InUse, NotFound, unwrap } from '../graphql/problems.ts'

export interface ProductInput {
  readonly name: string
  readonly series?: string | null | undefined
  readonly listPrice?: number | null | undefined
  readonly currency?: string | null | undefined
}

const longestName = 200

/** Makes a product; its key is its name as imports fold it, so that deals find it. */
export async function createProduct(context: Context, input: ProductInput): Promise<ProductRow> {
  const product = unwrap(check(input, productKey(input.name)))
  const inserted = await context.read((tx, workspaceId) => insertProduct(tx, workspaceId, product))
  const message = `There is a product "${product.key}" already. Choose another name.`
  unwrap(inserted ? ok(true) : failed({ path: ['name'], message }))
  return { ...product, profileCount: 0 }
}

/** Changes all of a product but its key. */
export async function changeProduct(context: Context, key: string, input: ProductInput): Promise<ProductRow> {
  const product = unwrap(check(input, key))
  return context.read(async (tx, workspaceId) => {
    if (!(await updateProduct(tx, workspaceId, product))) throw new NotFound('product', key)
    const [changed] = await listProducts(tx, workspaceId, [key])
    if (changed === undefined) throw new Error(`Product ${key} is gone right after it was changed`)
    return changed
  })
}

/** Deletes a product that neither profiles nor deals are about. */
export async function removeProduct(context: Context, key: string): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const users = await findProductUsers(tx, workspaceId, key)
    if (users.length > 0) throw new InUse('product', users)
    if (!(await deleteProduct(tx, workspaceId, key))) throw new NotFound('product', key)
  })
}

function check(input: ProductInput, key: string): Result<NewProduct> {
  const { listPrice = null, currency = null, series = null } = input
  const name = input.name.trim()
  const isNamed = name !== '' && name.length <= longestName && key !== ''
  const isPrice = listPrice === null || (Number.isFinite(listPrice) && listPrice >= 0)
  const isCurrency = currency === null || /^[A-Z]{3}$/.test(currency)
  const problems: readonly Problem[] = [
    ...(isNamed ? [] : [{ path: ['name'], message: `Give it a name of 1 to ${longestName} characters.` }]),
    ...(isPrice ? [] : [{ path: ['listPrice'], message: 'A price is 0 or more.' }]),
    ...(isCurrency ? [] : [{ path: ['currency'], message: 'Use three letters, such as NOK.' }]),
  ]
  return okUnless(problems, { key, name, series, listPrice, currency })
}
