import type { Tx } from '@profilkort/database/connect'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import { type Contested, countJoined, listContested } from '@profilkort/database/imports/contested.queries'
import type { ImportKey } from '@profilkort/database/imports/imports.queries'
import type { NoteBook } from '@profilkort/domain/imports/notes'
import { settleIdentity } from '../identity/settle-identity.ts'
import { noteShared } from './note-shared.ts'

/** So many records are settled at a time, with all that may be of one customer with them. */
const batchSize = 500

/**
 * Settles who the next of the gathered records speak of.
 * @param after the last record that is settled
 * @returns the last one that is settled now; undefined when all were
 */
export async function joinNext(
  tx: Tx,
  key: ImportKey,
  now: Date,
  after: string | null,
): Promise<string | undefined> {
  const batch = await listContested(tx, key, { after, limit: batchSize })
  const last = batch.at(-1)
  if (last === undefined) return undefined
  await lockIdentity(tx, key.workspaceId)
  await settleIdentity(
    tx,
    key.workspaceId,
    batch.map(({ recordId }) => recordId),
    now,
  )
  return last.recordId
}

/** Settles all of them in one transaction. */
export async function joinAll(tx: Tx, key: ImportKey, now: Date): Promise<void> {
  for (let after: string | null | undefined = null; after !== undefined; ) {
    after = await joinNext(tx, key, now, after)
  }
}

/**
 * What came of it: notes of what customers share that are not joined.
 * @returns how many new records speak of customers that others spoke of first
 */
export async function noteJoined(tx: Tx, key: ImportKey, notes: NoteBook): Promise<number> {
  let batch: readonly Contested[] = []
  do {
    batch = await listContested(tx, key, { after: batch.at(-1)?.recordId ?? null, limit: batchSize * 4 })
    const rows = batch.flatMap(({ line, ...each }) => (line === null ? [] : [{ ...each, line }]))
    await noteShared(tx, { workspaceId: key.workspaceId, notes }, rows)
  } while (batch.length > 0)
  return countJoined(tx, key)
}
