import { lockAttributes } from '@profilkort/database/attributes/attributes.queries'
import {
  deleteInteractionType,
  findInteractionType,
  type InteractionTypeRow,
  saveInteractionType,
} from '@profilkort/database/interactions/interaction-types.queries'
import { findRuleUsers } from '@profilkort/database/rules/users.queries'
import { checkInteractionType } from '@profilkort/domain/interactions/check-type'
import type { InteractionType } from '@profilkort/domain/interactions/interaction'
import { type Context, insider } from '../graphql/context.ts'
import { InUse, NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'
import { authorise } from './interaction.policy.ts'

/** Says what interactions of a name are, in place of what was said at a revision; 0 for a name of which nothing was. */
export async function saveType(
  { viewer, now, read }: Context,
  expectedRevision: number,
  input: InteractionType,
): Promise<InteractionTypeRow> {
  authorise(viewer, 'interactionType:write')
  const type = unwrap(checkInteractionType(input))
  return read(async (tx, workspaceId) => {
    const before = await findInteractionType(tx, workspaceId, type.name)
    if (before === undefined && expectedRevision !== 0) throw new NotFound('interaction type', type.name)
    const seen = before?.revision ?? 0
    const row = { ...type, revision: seen + 1, updatedAt: now, updatedBy: insider(viewer).actor }
    const isSaved = seen === expectedRevision && (await saveInteractionType(tx, workspaceId, row))
    // Another that came at the same moment was quicker.
    if (!isSaved) throw new RevisionConflict(expectedRevision, Math.max(seen, expectedRevision + 1))
    return row
  })
}

export async function removeInteractionType(
  { viewer, read }: Context,
  name: string,
): Promise<{ readonly name: string }> {
  authorise(viewer, 'interactionType:write')
  const isGone = await read(async (tx, workspaceId) => {
    await lockAttributes(tx, workspaceId)
    const users = await findRuleUsers(tx, workspaceId, 'interaction', name)
    if (users.length > 0) throw new InUse('interaction type', users, 'Take it out of their rules first.')
    return deleteInteractionType(tx, workspaceId, name)
  })
  if (!isGone) throw new NotFound('interaction type', name)
  return { name }
}
