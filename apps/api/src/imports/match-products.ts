import type { Tx } from '@profilkort/database/connect'
import { addNamedProducts, findProductNames } from '@profilkort/database/imports/save-products.queries'
import { count } from '@profilkort/domain/imports/notes'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { productKey } from '@profilkort/domain/imports/stages'
import type { WriteScope } from './write-scope.ts'

/** Adds the products that rows name and nobody knows; another spelling of a known one is noted. */
export async function matchProducts(
  tx: Tx,
  { workspaceId, notes }: WriteScope,
  rows: readonly ImportedRow[],
): Promise<void> {
  const named = new Map(
    rows.flatMap(({ parts: { product } }) => (product ? [[productKey(product), product]] : [])),
  )
  await addNamedProducts(
    tx,
    workspaceId,
    [...named].map(([key, name]) => ({ key, name })),
  )
  const names = await findProductNames(tx, workspaceId, [...named.keys()])
  for (const { line, parts } of rows) {
    const known = parts.product && names.get(productKey(parts.product))
    if (!known || known === parts.product) continue
    notes.add(
      'productSpelling',
      parts.product,
      line,
      (some) => `"${parts.product}" (${count(some)}) is read as the product "${known}".`,
    )
  }
}
