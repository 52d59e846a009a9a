import { listAllAttributes } from '@profilkort/database/attributes/attributes.queries'
import type { Tx } from '@profilkort/database/connect'
import type { Attribute } from '@profilkort/domain/attributes/attribute'
import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'

/** The workspace's attributes, with those that every workspace has. */
export async function readAttributes(tx: Tx, workspaceId: string): Promise<readonly Attribute[]> {
  const own = await listAllAttributes(tx, workspaceId)
  const missing = predefinedAttributes.filter(({ key }) => !own.some((attribute) => attribute.key === key))
  return [...own.filter(({ archivedAt }) => archivedAt === null), ...missing]
}
