import { randomUUIDv7 } from 'node:crypto'
import { type AttributeRow, ensureAttributes } from '@profilkort/database/attributes/attributes.queries'
import { insertChange } from '@profilkort/database/attributes/changes.queries'
import type { Attribute } from '@profilkort/domain/attributes/attribute'
import { checkAttribute } from '@profilkort/domain/attributes/check'
import { failed } from '@profilkort/domain/result'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'

/** Adds an attribute of the workspace's own. */
export async function createAttribute(context: Context, input: Attribute): Promise<AttributeRow> {
  const after = unwrap(checkAttribute(input))
  return context.read(async (tx, workspaceId) => {
    const [added] = await ensureAttributes(tx, workspaceId, [after])
    if (added === undefined) {
      const message = `There is an attribute "${after.key}" already, perhaps in the archive. Choose another key.`
      return unwrap(failed({ path: ['key'], message }))
    }
    const change = { id: randomUUIDv7(), kind: 'created', revision: 1, before: null, migrated: null } as const
    await insertChange(tx, workspaceId, {
      ...change,
      after,
      by: insider(context.viewer).actor,
      at: context.now,
    })
    return { ...after, revision: 1, archivedAt: null }
  })
}
