import { saveRevision } from '@profilkort/database/profiles/profiles.queries'
import { checkProfile } from '@profilkort/domain/profiles/check'
import { findTemplate } from '@profilkort/domain/templates/builtin'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { lockForChange } from './lock-for-change.ts'
import { type ProfileContentInput, toDraft } from './profile-input.ts'

/** Saves a new revision of a profile; what readers see does not change until it is published. */
export async function updateProfile(
  context: Context,
  id: string,
  expectedRevision: number,
  input: ProfileContentInput,
): Promise<void> {
  const catalogue = await context.catalogue()
  await context.read(async (tx, workspaceId) => {
    const profile = await lockForChange(tx, workspaceId, context.viewer, 'profile:update', {
      id,
      expectedRevision,
    })
    const template = findTemplate(profile.templateKey)
    if (template === undefined)
      throw new Error(`Profile ${id} is of the unknown template ${profile.templateKey}`)
    const content = unwrap(checkProfile(toDraft(profile.content, input), template, catalogue))
    await saveRevision(tx, workspaceId, id, profile.revision + 1, content, insider(context.viewer).actor)
  })
}
