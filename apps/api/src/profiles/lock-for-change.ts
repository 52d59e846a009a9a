import type { Tx } from '@profilkort/database/connect'
import { lockProfile, type ProfileRow } from '@profilkort/database/profiles/profiles.queries'
import { findRevision } from '@profilkort/database/profiles/revisions.queries'
import { NotFound, RevisionConflict } from '../graphql/problems.ts'
import type { Viewer } from '../keys/viewer.ts'
import { authorise, type ProfileAction } from './profile.policy.ts'

/** What the caller wants to change, and the newest revision it has seen. */
interface Seen {
  readonly id: string
  readonly expectedRevision: number
}

/** The one read that a change of a profile is decided on: locked, allowed, and still as the caller has seen it. */
export async function lockForChange(
  tx: Tx,
  workspaceId: string,
  viewer: Viewer,
  action: ProfileAction,
  seen: Seen,
): Promise<ProfileRow> {
  const profile = await lockAllowed(tx, workspaceId, viewer, action, seen.id)
  if (profile.revision !== seen.expectedRevision) throw await conflict(tx, workspaceId, profile, seen)
  return profile
}

/** The profile, locked and allowed, whatever the caller has seen of it. */
export async function lockAllowed(
  tx: Tx,
  workspaceId: string,
  viewer: Viewer,
  action: ProfileAction,
  id: string,
): Promise<ProfileRow> {
  const profile = await lockProfile(tx, workspaceId, id)
  if (profile === undefined) throw new NotFound('profile', id)
  authorise(viewer, action)
  return profile
}

async function conflict(
  tx: Tx,
  workspaceId: string,
  profile: ProfileRow,
  { id, expectedRevision }: Seen,
): Promise<RevisionConflict> {
  const base = await findRevision(tx, workspaceId, id, expectedRevision)
  const { content: theirs, savedBy, savedAt } = profile
  return new RevisionConflict(expectedRevision, profile.revision, {
    base: base?.content,
    theirs,
    savedBy,
    savedAt,
  })
}
