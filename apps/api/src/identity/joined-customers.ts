import type { Tx } from '@profilkort/database/connect'
import { findRecordsById, findRecordsOf } from '@profilkort/database/identity/records.queries'
import type { Joined } from '@profilkort/domain/identity/changes'
import { NotFound } from '../graphql/problems.ts'

/**
 * Customers with the records that speak of them, in the order of the ids, each once. An id that was another's before a
 * join finds the customer that it is now. Throws `NotFound`.
 */
export async function findJoined(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly Joined[]> {
  const named = new Map(
    (await findRecordsById(tx, workspaceId, ids)).map((each) => [each.id, each.customerId]),
  )
  const missing = ids.find((id) => !named.has(id))
  if (missing !== undefined) throw new NotFound('customer', missing)
  const customerIds = [...new Set(ids.flatMap((id) => named.get(id) ?? []))]
  const records = Map.groupBy(
    await findRecordsOf(tx, workspaceId, customerIds),
    ({ customerId }) => customerId,
  )
  return customerIds.map((id) => {
    const own = (records.get(id) ?? []).filter(({ attachedTo }) => attachedTo === null)
    return {
      id,
      kind: own[0]?.kind ?? 'company',
      records: [id, ...own.map((each) => each.id).filter((each) => each !== id)],
    }
  })
}
