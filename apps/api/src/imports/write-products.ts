import type { Tx } from '@profilkort/database/connect'
import type { Counts } from '@profilkort/database/imports/counts'
import { findProductNames, saveProducts } from '@profilkort/database/imports/save-products.queries'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { recordOf } from '@profilkort/domain/imports/record-of'
import { productKey } from '@profilkort/domain/imports/stages'
import { readRenamed } from '../products/read-renamed.ts'
import type { WriteScope } from './write-scope.ts'

/** Writes a batch of products; a product that deals have named already gets its name as the list has it. */
export async function writeProducts(
  tx: Tx,
  scope: WriteScope,
  rows: readonly ImportedRow[],
): Promise<Counts> {
  const { workspaceId, currency } = scope
  const products = rows.map(({ parts, amounts, externalId, raw }) => ({
    key: productKey(parts.name ?? externalId),
    name: parts.name ?? externalId,
    series: parts.series ?? null,
    listPrice: amounts.price ?? null,
    currency: amounts.price === undefined ? null : (parts.currency ?? currency),
    data: recordOf(scope.headers, raw),
  }))
  const named = [...new Map(products.map((each) => [each.key, each])).values()]
  const before = await findProductNames(
    tx,
    workspaceId,
    named.map(({ key }) => key),
  )
  const counts = await saveProducts(tx, workspaceId, named)
  const renamed = named.filter(({ key, name }) => before.has(key) && before.get(key) !== name)
  await readRenamed(
    tx,
    workspaceId,
    renamed.map(({ key }) => key),
  )
  return counts
}
