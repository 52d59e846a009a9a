import {
  type AttributeRow,
  lockAttribute,
  lockAttributes,
} from '@profilkort/database/attributes/attributes.queries'
import type { Tx } from '@profilkort/database/connect'
import { NotFound, RevisionConflict } from '../graphql/problems.ts'

/** The one read that a change of an attribute is decided on: locked, and still as the caller has seen it. */
export async function lockForChange(
  tx: Tx,
  workspaceId: string,
  key: string,
  expectedRevision: number,
): Promise<AttributeRow> {
  const attribute = await lockAny(tx, workspaceId, key)
  if (attribute.revision !== expectedRevision)
    throw new RevisionConflict(expectedRevision, attribute.revision)
  return attribute
}

/** An attribute, locked, whatever the caller has seen of it; no rule is written meanwhile. */
export async function lockAny(tx: Tx, workspaceId: string, key: string): Promise<AttributeRow> {
  await lockAttributes(tx, workspaceId)
  const attribute = await lockAttribute(tx, workspaceId, key)
  if (attribute === undefined) throw new NotFound('attribute', key)
  return attribute
}
