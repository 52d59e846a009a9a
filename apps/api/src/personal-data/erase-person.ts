import { hash, randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import { findConsents } from '@profilkort/database/consents/consents.queries'
import { markDuplicatesDue } from '@profilkort/database/identity/duplicates.queries'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import {
  type ErasureRow,
  findLastErasure,
  insertErasure,
} from '@profilkort/database/personal-data/erasures.queries'
import { erase, findSharers } from '@profilkort/database/personal-data/personal-data.queries'
import { insertSuppressions } from '@profilkort/database/personal-data/suppression.queries'
import { formsOf } from '@profilkort/domain/identity/old-forms'
import { canonical, type Erasure, type ErasureReason } from '@profilkort/domain/personal-data/erasure'
import { namesOf, rememberedAs } from '@profilkort/domain/personal-data/suppression'
import { findPerson } from './find-person.ts'
import { customerToken, hashOf, saltOf } from './suppress.ts'

/** Erases everything that is kept of a person, and remembers it by hashes so that it is known again. @returns the receipt */
export async function erasePerson(
  tx: Tx,
  workspaceId: string,
  customerId: string,
  { reason, by, now }: { readonly reason: ErasureReason; readonly by: string; readonly now: Date },
): Promise<ErasureRow> {
  await lockIdentity(tx, workspaceId)
  const { person, records } = await findPerson(tx, workspaceId, customerId)
  const consents = [...(await findConsents(tx, workspaceId, person.recordIds)).values()].flat()
  const known = [...new Set(records.flatMap(({ identifiers }) => identifiers.flatMap(formsOf)))]
  const sharers = await findSharers(tx, person, known, namesOf(records))
  const tokens = [...rememberedAs(records, sharers), ...person.recordIds.map(customerToken)]
  const salt = await saltOf(tx, workspaceId)
  const erased = await erase(tx, person)
  await markDuplicatesDue(tx, workspaceId)
  const last = await findLastErasure(tx, workspaceId)
  const erasure: Erasure = {
    number: (last?.number ?? 0) + 1,
    reason,
    erasedAt: now.getTime(),
    erasedBy: by,
    erased,
    consents: consents.map(({ purpose, state, at, textVersion }) => ({ purpose, state, at, textVersion })),
  }
  const previousDigest = last?.digest ?? null
  const digest = digestOf(workspaceId, erasure, previousDigest)
  const receipt = { ...erasure, id: randomUUIDv7(), digest, previousDigest }
  await insertErasure(tx, workspaceId, receipt)
  await insertSuppressions(
    tx,
    workspaceId,
    receipt.id,
    tokens.map((token) => hashOf(salt, token)),
  )
  return receipt
}

/** Whether a receipt is as it was written, and follows the one before it. */
export function isIntact(workspaceId: string, receipt: ErasureRow): boolean {
  const isInPlace = receipt.number === 1 ? receipt.previousDigest === null : receipt.previousDigest !== null
  return isInPlace && digestOf(workspaceId, receipt, receipt.previousDigest) === receipt.digest
}

function digestOf(workspaceId: string, erasure: Erasure, previousDigest: string | null): string {
  return hash('sha256', canonical(workspaceId, erasure, previousDigest), 'hex')
}
