import type { Tx } from '@profilkort/database/connect'
import { findProfiles } from '@profilkort/database/profiles/profiles.queries'
import type { Trait } from '@profilkort/domain/profiles/profile'
import { NotFound } from '../graphql/problems.ts'

/** The traits of the profile's newest revision, for criteria to be made of. */
export async function traitsOf(
  tx: Tx,
  workspaceId: string,
  profileId: string | undefined,
): Promise<readonly Trait[]> {
  if (profileId === undefined) return []
  const [profile] = await findProfiles(tx, workspaceId, [profileId])
  if (profile === undefined) throw new NotFound('profile', profileId)
  return profile.content.traits
}
