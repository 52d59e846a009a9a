import type { AttributeRow } from '@profilkort/database/attributes/attributes.queries'
import { findAttributeUsers } from '@profilkort/database/attributes/users.queries'
import type { Context } from '../graphql/context.ts'
import { InUse } from '../graphql/problems.ts'
import { definitionOf } from './definition-of.ts'
import { lockAny, lockForChange } from './lock-attribute.ts'
import { saveChange } from './save-change.ts'

/** Puts an attribute away that no rule speaks of: none can speak of it any more, and what is known stays. */
export async function putInArchive(
  context: Context,
  key: string,
  expectedRevision: number,
): Promise<AttributeRow> {
  return context.read(async (tx, workspaceId) => {
    const row = await lockForChange(tx, workspaceId, key, expectedRevision)
    if (row.archivedAt !== null) return row
    const users = await findAttributeUsers(tx, workspaceId, key)
    if (users.length > 0) throw new InUse('attribute', users, 'Take it out there first.')
    const change = { kind: 'archived', after: definitionOf(row), archivedAt: context.now } as const
    return saveChange(context, tx, workspaceId, row, change)
  })
}

export async function takeFromArchive(context: Context, key: string): Promise<AttributeRow> {
  return context.read(async (tx, workspaceId) => {
    const row = await lockAny(tx, workspaceId, key)
    if (row.archivedAt === null) return row
    const change = { kind: 'unarchived', after: definitionOf(row), archivedAt: null } as const
    return saveChange(context, tx, workspaceId, row, change)
  })
}
