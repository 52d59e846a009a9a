import { listSensitive } from '@profilkort/database/attributes/attributes.queries'
import type { Tx } from '@profilkort/database/connect'
import { findConsents } from '@profilkort/database/consents/consents.queries'
import { saveStandings } from '@profilkort/database/consents/standings.queries'
import { findDecisions } from '@profilkort/database/identity/decisions.queries'
import {
  deleteEmptied,
  moveRecords,
  saveCustomers,
} from '@profilkort/database/identity/derived-customers.queries'
import { markDuplicatesDue } from '@profilkort/database/identity/duplicates.queries'
import type { RecordRow } from '@profilkort/database/identity/records.queries'
import { listSurvivorship } from '@profilkort/database/identity/survivorship.queries'
import { standingsOf } from '@profilkort/domain/consents/consent'
import { withheldOf } from '@profilkort/domain/consents/withheld'
import { deriveCustomer } from '@profilkort/domain/identity/derive-customer'
import type { Group } from '@profilkort/domain/identity/identity'
import { joinRecords } from '@profilkort/domain/identity/join'
import { toIdentityRecord } from '@profilkort/domain/identity/record'
import { findNeighbourhood } from './neighbourhood.ts'
import { settleCustomers } from './settle-customers.ts'

/** What became of customers when it was settled which records speak of whom. */
export interface Settled {
  /** The customer of each record of the neighbourhood. */
  readonly customers: ReadonlyMap<string, string>
  /** Customers that were added or are not as they were, by id. */
  readonly changed: ReadonlySet<string>
  readonly groups: readonly Group[]
}

/**
 * Decides anew which records around these speak of one customer, moves what was told of them, and makes the customers
 * from all that their records say and their consents let be known at `now`. The same records, decisions and consents
 * always give the same customers. Needs `lockIdentity`.
 */
export async function settleIdentity(
  tx: Tx,
  workspaceId: string,
  recordIds: readonly string[],
  now: Date,
): Promise<Settled> {
  if (recordIds.length === 0) return { customers: new Map(), changed: new Set(), groups: [] }
  const { records, common } = await findNeighbourhood(tx, workspaceId, recordIds)
  const ids = records.map(({ id }) => id)
  const decisions = await findDecisions(tx, workspaceId, ids)
  const groups = joinRecords(records.map(toIdentityRecord), { decisions, common })
  const rules = await listSurvivorship(tx, workspaceId)
  const byId = new Map(records.map((record) => [record.id, record]))
  const sensitive = await listSensitive(tx, workspaceId)
  const consents = await findConsents(tx, workspaceId, ids)
  const standings = new Map(
    groups.map(({ head, members }) => {
      const said = members.flatMap((id) => consents.get(id) ?? [])
      return [head, standingsOf(said, now.getTime())]
    }),
  )
  const customers = groups.flatMap(({ members }) => {
    const [head, ...others] = members.flatMap((id) => byId.get(id) ?? [])
    if (head === undefined) return []
    const withheld = withheldOf(head.kind, sensitive, standings.get(head.id) ?? [])
    return [deriveCustomer([head, ...others], rules, withheld)]
  })
  const changed = await saveCustomers(tx, workspaceId, customers)
  await move(tx, workspaceId, records, groups)
  if (consents.size > 0) await saveStandings(tx, workspaceId, standings)
  if (changed.length > 0) await markDuplicatesDue(tx, workspaceId)
  return {
    customers: new Map(groups.flatMap(({ head, members }) => members.map((id) => [id, head]))),
    changed: new Set(changed),
    groups,
  }
}

async function move(
  tx: Tx,
  workspaceId: string,
  records: readonly RecordRow[],
  groups: readonly Group[],
): Promise<void> {
  const before = new Map(records.map(({ id, customerId }) => [id, customerId]))
  const moves = groups.flatMap(({ head, members }) =>
    members.filter((id) => before.get(id) !== head).map((recordId) => ({ recordId, customerId: head })),
  )
  if (moves.length === 0) return
  await moveRecords(tx, workspaceId, moves)
  const left = [...new Set(moves.map(({ recordId }) => before.get(recordId) ?? recordId))]
  await deleteEmptied(tx, workspaceId, left)
  await settleCustomers(tx, workspaceId, [...left, ...moves.map(({ customerId }) => customerId)])
}
