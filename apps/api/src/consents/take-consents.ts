import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import {
  type ConsentRow,
  findConsentsOf,
  findSubjects,
  insertConsents,
} from '@profilkort/database/consents/consents.queries'
import { saveStandings } from '@profilkort/database/consents/standings.queries'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import { standingsOf } from '@profilkort/domain/consents/consent'
import { settleIdentity } from '../identity/settle-identity.ts'

/** What a person said to a purpose; see `ConsentRow`. */
export type IncomingConsent = Pick<
  ConsentRow,
  'recordId' | 'purpose' | 'state' | 'at' | 'source' | 'recordedBy'
> &
  Partial<Pick<ConsentRow, 'id' | 'expiresAt' | 'channel' | 'textVersion' | 'locale' | 'proof'>>

/**
 * The one way in for consents: keeps each, and what follows from them follows in the same transaction. Records that are
 * not there or of a company are left out; those who know better say so before. @returns the ids, in the order given
 */
export async function takeConsents(
  tx: Tx,
  workspaceId: string,
  incoming: readonly IncomingConsent[],
  now: Date,
): Promise<readonly string[]> {
  await lockIdentity(tx, workspaceId)
  const consents = incoming.map(
    (each): ConsentRow => ({
      expiresAt: null,
      channel: null,
      textVersion: null,
      locale: null,
      proof: null,
      ...each,
      id: each.id ?? randomUUIDv7(),
      recordedAt: now.getTime(),
    }),
  )
  const found = await findSubjects(tx, workspaceId, [...new Set(consents.map(({ recordId }) => recordId))])
  const people = found.filter(({ kind }) => kind === 'person')
  const known = new Set(people.map(({ recordId }) => recordId))
  await insertConsents(
    tx,
    workspaceId,
    consents.filter(({ recordId }) => known.has(recordId)),
  )
  const isSpecial = new Set(
    consents.filter(({ purpose }) => purpose === 'specialCategories').map(({ recordId }) => recordId),
  )
  const [derivedAnew, others] = [
    people.filter(({ recordId }) => isSpecial.has(recordId)),
    people.filter(({ recordId }) => !isSpecial.has(recordId)),
  ]
  await settleStandings(
    tx,
    workspaceId,
    others.map(({ customerId }) => customerId),
    now,
  )
  await settleIdentity(
    tx,
    workspaceId,
    derivedAnew.map(({ recordId }) => recordId),
    now,
  )
  return consents.map(({ id }) => id)
}

/** Decides anew where customers stand; what may be known of them is as it was. */
async function settleStandings(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
  now: Date,
): Promise<void> {
  if (customerIds.length === 0) return
  const consents = await findConsentsOf(tx, workspaceId, [...new Set(customerIds)])
  const standings = new Map([...consents].map(([id, said]) => [id, standingsOf(said, now.getTime())]))
  await saveStandings(tx, workspaceId, standings)
}
