import type { Tx } from '@profilkort/database/connect'
import { findAdjacent, findHolders } from '@profilkort/database/identity/neighbours.queries'
import { findRecordsById, type RecordRow } from '@profilkort/database/identity/records.queries'
import { formsOf, renewed } from '@profilkort/domain/identity/old-forms'

/** All records that could be of one customer with some, and the identifiers among theirs that too many have. */
export interface Neighbourhood {
  readonly records: readonly RecordRow[]
  readonly common: ReadonlySet<string>
}

/** Follows identifiers, customers, decisions and names from record to record until nothing new is met. */
export async function findNeighbourhood(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<Neighbourhood> {
  const met = new Map<string, RecordRow>()
  const asked = new Set<string>()
  const common = new Set<string>()
  let fresh = [...new Set(ids)]
  while (fresh.length > 0) {
    const rows = await findRecordsById(tx, workspaceId, fresh)
    for (const row of rows) met.set(row.id, row)
    const tokens = [...new Set(rows.flatMap(({ identifiers }) => identifiers.flatMap(formsOf)))].filter(
      (each) => !asked.has(each),
    )
    for (const token of tokens) asked.add(token)
    const holders = await findHolders(tx, workspaceId, tokens)
    for (const { token, isCommon } of holders) if (isCommon) common.add(renewed(token))
    const near = [
      ...(await findAdjacent(tx, workspaceId, rows)),
      ...holders.flatMap(({ recordIds }) => recordIds),
    ]
    fresh = [...new Set(near)].filter((id) => !met.has(id))
  }
  return { records: [...met.values()], common }
}
