import type { Tx } from '@profilkort/database/connect'
import { lockProfile, type ProfileRow } from '@profilkort/database/profiles/profiles.queries'
import { NotFound, RevisionConflict } from '../graphql/problems.ts'
import type { Viewer } from '../keys/viewer.ts'
import { authorise, type ProfileAction } from './profile.policy.ts'

/** The one read that a change of a profile is decided on: locked, allowed, and still as the caller has seen it. */
export async function lockForChange(
  tx: Tx,
  workspaceId: string,
  viewer: Viewer,
  action: ProfileAction,
  { id, expectedRevision }: { readonly id: string; readonly expectedRevision: number },
): Promise<ProfileRow> {
  const profile = await lockProfile(tx, workspaceId, id)
  if (profile === undefined) throw new NotFound('profile', id)
  authorise(viewer, action)
  if (profile.revision !== expectedRevision) throw new RevisionConflict(expectedRevision, profile.revision)
  return profile
}
