import type { Locale } from '@profilkort/domain/locales/locale'
import type { Tx } from '../connect.ts'

/** What is made the one that readers see. */
export interface NewPublication {
  readonly profileId: string
  readonly revision: number
  readonly locales: readonly Locale[]
  readonly scorecardRevision: number | null
  readonly by: string
  readonly at: Date
}

/** Makes a revision the one that readers of the locales see. */
export async function publishRevision(tx: Tx, workspaceId: string, published: NewPublication): Promise<void> {
  await tx
    .insertInto('profile_publication')
    .values(
      published.locales.map((locale) => ({
        workspace_id: workspaceId,
        profile_id: published.profileId,
        locale,
        revision: published.revision,
        scorecard_revision: published.scorecardRevision,
        published_at: published.at,
        published_by: published.by,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'profile_id', 'locale']).doUpdateSet((eb) => ({
        revision: eb.ref('excluded.revision'),
        scorecard_revision: eb.ref('excluded.scorecard_revision'),
        published_at: eb.ref('excluded.published_at'),
        published_by: eb.ref('excluded.published_by'),
      })),
    )
    .execute()
}

/** Takes the locales away from readers; the revisions stay. */
export async function unpublishLocales(
  tx: Tx,
  workspaceId: string,
  profileId: string,
  locales: readonly Locale[],
): Promise<void> {
  await tx
    .deleteFrom('profile_publication')
    .where('workspace_id', '=', workspaceId)
    .where('profile_id', '=', profileId)
    .where('locale', 'in', [...locales])
    .execute()
}

/** The published revision of a scorecard; null where it is not published. */
export async function findScorecardRevision(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
): Promise<number | null> {
  const row = await tx
    .selectFrom('scorecard')
    .select('published_revision')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', scorecardId)
    .executeTakeFirst()
  return row?.published_revision ?? null
}
