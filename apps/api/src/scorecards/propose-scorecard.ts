import type { Tx } from '@profilkort/database/connect'
import { findProfiles, type ProfileRow } from '@profilkort/database/profiles/profiles.queries'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import {
  type AntiProfileMatch,
  proposeScorecard,
  type ScorecardProposal,
} from '@profilkort/domain/scorecards/from-profile'

export interface FromProfile {
  readonly profileId: string
  readonly antiProfiles: AntiProfileMatch
}

/** A scorecard for the newest revision of a profile and the anti-profiles it is told apart from; nothing is saved. Undefined where there is no such profile. */
export async function proposeFromProfile(
  tx: Tx,
  workspaceId: string,
  catalogue: Catalogue,
  { profileId, antiProfiles }: FromProfile,
): Promise<ScorecardProposal | undefined> {
  const [profile] = await findProfiles(tx, workspaceId, [profileId])
  if (profile === undefined) return undefined
  const contrasts = await findContrasts(tx, workspaceId, profile)
  return proposeScorecard(profile, contrasts, antiProfiles, catalogue)
}

/** In the order in which the profile names them, without those in the archive. */
async function findContrasts(
  tx: Tx,
  workspaceId: string,
  profile: ProfileRow,
): Promise<readonly ProfileRow[]> {
  const { contrasts } = profile.content.links
  if (contrasts.length === 0) return []
  const found = await findProfiles(tx, workspaceId, contrasts)
  return contrasts.flatMap((id) => found.filter((row) => row.id === id && row.archivedAt === null))
}
