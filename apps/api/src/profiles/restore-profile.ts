import { findRevision } from '@profilkort/database/profiles/revisions.queries'
import { failed } from '@profilkort/domain/result'
import type { Context } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { lockForChange } from './lock-for-change.ts'
import { saveChanges } from './update-profile.ts'

/** Takes the content of an older revision back, as a new one; what came between stays in the history. */
export async function restoreProfile(
  context: Context,
  id: string,
  expectedRevision: number,
  revision: number,
): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const profile = await lockForChange(tx, workspaceId, context.viewer, 'profile:update', {
      id,
      expectedRevision,
    })
    const older = await findRevision(tx, workspaceId, id, revision)
    if (older === undefined) {
      const message = `There is no revision ${revision}; the newest is ${profile.revision}.`
      return unwrap(failed({ path: ['revision'], message }))
    }
    await saveChanges(context, tx, workspaceId, profile, older.content, { restoredFrom: revision })
  })
}
