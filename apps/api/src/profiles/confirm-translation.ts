import { saveRevision } from '@profilkort/database/profiles/profiles.queries'
import type { Locale } from '@profilkort/domain/locales/locale'
import { confirmTranslation } from '@profilkort/domain/profiles/marks'
import { type Context, insider } from '../graphql/context.ts'
import { lockForChange } from './lock-for-change.ts'

/** Says that a translation still holds though its source was changed: a new revision with the same texts. */
export async function confirmProfileTranslation(
  context: Context,
  id: string,
  expectedRevision: number,
  locale: Locale,
): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const profile = await lockForChange(tx, workspaceId, context.viewer, 'profile:translate', {
      id,
      expectedRevision,
    })
    const revision = profile.revision + 1
    await saveRevision(tx, workspaceId, {
      profileId: id,
      revision,
      content: profile.content,
      marks: confirmTranslation(profile.marks, locale, revision),
      by: insider(context.viewer).actor,
    })
  })
}
