import {
  ensureAttributes,
  listAllAttributes,
  lockAttributes,
  saveAttribute,
} from '@profilkort/database/attributes/attributes.queries'
import { acrossWorkspaces, type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import { listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'
import { predefinedAttribute, predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import { refreshed } from '@profilkort/domain/attributes/refresh'
import { definitionOf } from './definition-of.ts'

/** Brings every workspace's catalogue up to the product's: after an upgrade. */
export async function ensureAllPredefined(db: Database): Promise<void> {
  for (const workspaceId of await acrossWorkspaces(db, listWorkspaceIds)) {
    await inWorkspace(db, workspaceId, (tx) => ensurePredefined(tx, workspaceId))
  }
}

/** Adds the product's attributes that are missing, and has those that nobody has changed follow the product. */
export async function ensurePredefined(tx: Tx, workspaceId: string): Promise<void> {
  const own = await listAllAttributes(tx, workspaceId)
  const known = new Set(own.map(({ key }) => key))
  const missing = predefinedAttributes.filter(({ key }) => !known.has(key))
  const stale = own.flatMap((row) => {
    const product = predefinedAttribute(row.key)
    const fresh = row.revision === 1 && product ? refreshed(definitionOf(row), product) : undefined
    return fresh === undefined ? [] : [{ ...fresh, revision: row.revision, archivedAt: row.archivedAt }]
  })
  if (missing.length === 0 && stale.length === 0) return
  await lockAttributes(tx, workspaceId)
  await ensureAttributes(tx, workspaceId, missing)
  for (const row of stale) await saveAttribute(tx, workspaceId, row.key, row)
}
