import { archiveProfile, deleteProfile } from '@profilkort/database/profiles/profiles.queries'
import { findUsers } from '@profilkort/database/profiles/users.queries'
import type { Context } from '../graphql/context.ts'
import { InUse } from '../graphql/problems.ts'
import { lockForChange } from './lock-for-change.ts'
import { unpublishIn } from './publish-profile.ts'

/** Puts a profile away: readers and lists no longer see it, what points at it keeps its link, and nothing is lost. */
export async function putInArchive(context: Context, id: string, expectedRevision: number): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    await lockForChange(tx, workspaceId, context.viewer, 'profile:archive', { id, expectedRevision })
    await unpublishIn(tx, workspaceId, { id, locales: undefined })
    await archiveProfile(tx, workspaceId, id, context.now)
  })
}

export async function takeFromArchive(context: Context, id: string, expectedRevision: number): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    await lockForChange(tx, workspaceId, context.viewer, 'profile:archive', { id, expectedRevision })
    await archiveProfile(tx, workspaceId, id, null)
  })
}

/** Deletes a profile with its whole history, unless something points at it. */
export async function removeProfile(context: Context, id: string, expectedRevision: number): Promise<string> {
  return context.read(async (tx, workspaceId) => {
    await lockForChange(tx, workspaceId, context.viewer, 'profile:delete', { id, expectedRevision })
    const users = await findUsers(tx, workspaceId, id)
    if (users.length > 0) throw new InUse('profile', users)
    await deleteProfile(tx, workspaceId, id)
    return id
  })
}
