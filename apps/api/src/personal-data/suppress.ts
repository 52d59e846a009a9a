import { createHmac, randomBytes } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import type { SourceScope } from '@profilkort/database/identity/records.queries'
import {
  findPrivacySetting,
  findSuppressed,
  type OnReturn,
  savePrivacySetting,
} from '@profilkort/database/personal-data/suppression.queries'
import { type KnownAs, recognisedBy } from '@profilkort/domain/personal-data/suppression'

/** What a customer's old id finds the receipt by. */
export function customerToken(id: string): string {
  return `customer:${id}`
}

/** A token as it may be kept when nobody may know it any more. */
export function hashOf(salt: Buffer, token: string): string {
  return createHmac('sha256', salt).update(token).digest('base64url')
}

/** The workspace's salt, made when it is first needed. */
export async function saltOf(tx: Tx, workspaceId: string): Promise<Buffer> {
  await savePrivacySetting(tx, workspaceId, { salt: randomBytes(32) })
  const setting = await findPrivacySetting(tx, workspaceId)
  if (setting === undefined) throw new Error('A privacy setting is gone right after it was saved')
  return setting.salt
}

/** Erased people that a source tells of again. */
export interface Returning {
  readonly onReturn: OnReturn
  /** By external id: the receipt of the erasure. */
  readonly erasures: ReadonlyMap<string, string>
}

const nobody: Returning = { onReturn: 'refuse', erasures: new Map() }

/** Which records are of people that were erased. */
export async function findReturning(
  tx: Tx,
  workspaceId: string,
  scope: SourceScope,
  records: readonly KnownAs[],
): Promise<Returning> {
  if (scope.kind === 'company') return nobody
  const setting = await findPrivacySetting(tx, workspaceId)
  if (setting === undefined) return nobody
  const hashed = records.map((record) => ({
    externalId: record.externalId,
    hashes: recognisedBy(record).map((token) => hashOf(setting.salt, token)),
  }))
  const suppressed = await findSuppressed(
    tx,
    workspaceId,
    hashed.flatMap(({ hashes }) => hashes),
  )
  const erasures = hashed.flatMap(({ externalId, hashes }) => {
    const erasureId = hashes.map((hash) => suppressed.get(hash)).find((id) => id !== undefined)
    return erasureId === undefined ? [] : [[externalId, erasureId] as const]
  })
  return { onReturn: setting.onReturn, erasures: new Map(erasures) }
}
