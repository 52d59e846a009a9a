import { publishRevision, unpublishLocales } from '@profilkort/database/profiles/profiles.queries'
import type { Locale } from '@profilkort/domain/locales/locale'
import { publishableIn, writtenLocales } from '@profilkort/domain/profiles/publish'
import type { Context } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { lockForChange } from './lock-for-change.ts'

/** Makes the newest revision the one readers see, in the locales; in all it is written in when none are named. */
export async function publishProfile(
  context: Context,
  id: string,
  expectedRevision: number,
  locales: readonly Locale[] | undefined,
): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const profile = await lockForChange(tx, workspaceId, context.viewer, 'profile:publish', {
      id,
      expectedRevision,
    })
    const chosen = unwrap(publishableIn(profile.content, locales ?? writtenLocales(profile.content)))
    await publishRevision(tx, workspaceId, id, profile.revision, chosen, context.now)
  })
}

/** Takes a profile away from its readers, in the locales or in all; nothing is lost. */
export async function unpublishProfile(
  context: Context,
  id: string,
  expectedRevision: number,
  locales: readonly Locale[] | undefined,
): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const profile = await lockForChange(tx, workspaceId, context.viewer, 'profile:publish', {
      id,
      expectedRevision,
    })
    const published = Object.keys(profile.publications) as Locale[]
    const chosen = published.filter((locale) => locales === undefined || locales.includes(locale))
    if (chosen.length > 0) await unpublishLocales(tx, workspaceId, id, chosen)
  })
}
