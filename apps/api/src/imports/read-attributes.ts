import { listAllAttributes } from '@profilkort/database/attributes/attributes.queries'
import { listFormerNames } from '@profilkort/database/attributes/changes.queries'
import type { Tx } from '@profilkort/database/connect'
import type { Attribute } from '@profilkort/domain/attributes/attribute'
import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import type { KnownAttribute } from '@profilkort/domain/imports/known-attribute'
import { definitionOf } from '../attributes/definition-of.ts'

/** The workspace's attributes, with those that every workspace has. */
export async function readAttributes(tx: Tx, workspaceId: string): Promise<readonly Attribute[]> {
  return (await readKnownAttributes(tx, workspaceId)).filter(({ isArchived }) => !isArchived)
}

/** The same with those of the archive, and what each was called before. */
export async function readKnownAttributes(tx: Tx, workspaceId: string): Promise<readonly KnownAttribute[]> {
  const own = await listAllAttributes(tx, workspaceId)
  const former = await listFormerNames(tx, workspaceId)
  const missing = predefinedAttributes.filter(({ key }) => !own.some((attribute) => attribute.key === key))
  return [
    ...own.map((row) => ({
      ...definitionOf(row),
      isArchived: row.archivedAt !== null,
      formerNames: former.get(row.key) ?? [],
    })),
    ...missing,
  ]
}
