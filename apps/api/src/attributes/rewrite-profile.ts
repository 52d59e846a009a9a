import { repointRevision } from '@profilkort/database/attributes/users.queries'
import { type ProfileRow, saveRevision } from '@profilkort/database/profiles/profiles.queries'
import { findRevision } from '@profilkort/database/profiles/revisions.queries'
import { migrateProfile } from '@profilkort/domain/attributes/migrations/migrate-contents'
import type { ProfileContent } from '@profilkort/domain/profiles/profile'
import type { Problem } from '@profilkort/domain/result'
import type { RewriteScope, RuleRewrite } from './rewrite-rules.ts'

interface Step {
  readonly from: number
  readonly content: ProfileContent
  readonly problems: readonly Problem[]
}

/**
 * What becomes of a profile: the revisions that readers see, or will see by a planned release, are saved anew and
 * pinned in their stead, with what was approved of them; the newest is saved last, so that it stays the newest.
 */
export async function planProfile(
  { tx, workspaceId, plan, catalogue }: RewriteScope,
  profile: ProfileRow,
  pinned: readonly number[],
): Promise<RuleRewrite> {
  const steps: Step[] = []
  for (const from of pinned.filter((revision) => revision !== profile.revision)) {
    const found = await findRevision(tx, workspaceId, profile.id, from)
    if (found === undefined)
      throw new Error(`Revision ${from} of profile ${profile.id} is pinned and not there`)
    const { content, isTouched, problems } = migrateProfile(found.content, plan, catalogue)
    if (isTouched) steps.push({ from, content, problems })
  }
  const newest = migrateProfile(profile.content, plan, catalogue)
  if (newest.isTouched || steps.length > 0) steps.push({ from: profile.revision, ...newest })
  return {
    kind: 'Profile',
    id: profile.id,
    name: profile.slug,
    problems: steps.flatMap(({ problems }) => problems),
    save: async (by, at) => {
      for (const [index, { from, content }] of steps.entries()) {
        const to = profile.revision + index + 1
        const saved = { profileId: profile.id, revision: to, content, marks: profile.marks, by, at }
        await saveRevision(tx, workspaceId, saved)
        await repointRevision(tx, workspaceId, profile.id, { from, to })
      }
    },
  }
}
