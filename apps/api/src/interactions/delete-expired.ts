import { acrossWorkspaces, type Database } from '@profilkort/database/connect'
import { listEnding } from '@profilkort/database/interactions/interaction-types.queries'
import {
  deleteInMonth,
  dropMessagesBefore,
  type Expiry,
  emptyMonth,
  ensureMonth,
  listMonths,
  otherMonth,
} from '@profilkort/database/interactions/months.queries'

const dayMs = 86_400_000

/** What a sweep took away. */
export interface Swept {
  readonly interactions: number
  /** Months that were emptied whole. */
  readonly months: readonly string[]
}

/**
 * Deletes the interactions that have been kept for as long as their type says: months in which nothing else is are
 * emptied whole. Also makes room for the next months, and forgets which messages came in long ago.
 */
export async function deleteExpired(db: Database, now: Date): Promise<Swept> {
  for (const ahead of [0, 1]) {
    await ensureMonth(db, 'interaction', monthAfter(now, ahead))
    await ensureMonth(db, 'interaction_message', monthAfter(now, ahead))
  }
  await dropMessagesBefore(db, monthAfter(now, -2))
  const ending = await acrossWorkspaces(db, listEnding)
  const expiries = ending.map(({ workspaceId, name, retentionDays }): Expiry => {
    return { workspaceId, name, before: new Date(now.getTime() - retentionDays * dayMs) }
  })
  let interactions = 0
  const months: string[] = []
  for (const month of [otherMonth, ...(await listMonths(db, 'interaction'))]) {
    const begin = month === otherMonth ? new Date(0) : new Date(`${month}-01`)
    const expired = expiries.filter(({ before }) => begin < before)
    if (expired.length === 0) continue
    const emptied = await emptyMonth(db, month, expired).catch(whenBusy)
    interactions += emptied ?? 0
    if (emptied !== undefined) {
      if (emptied > 0) months.push(month)
    } else for (const expiry of expired) interactions += await deleteInMonth(db, month, expiry)
  }
  return { interactions, months }
}

/** A month that others read or write is not emptied whole this time. */
function whenBusy(error: unknown): undefined {
  const lockNotAvailable = '55P03'
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === lockNotAvailable)
    return undefined
  throw error
}

function monthAfter(now: Date, months: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months)).toISOString().slice(0, 7)
}
