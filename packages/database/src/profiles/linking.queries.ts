import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** A profile that points at something, as a problem names it. */
export interface LinkingProfile {
  readonly kind: 'Profile'
  readonly id: string
  readonly name: string
}

/**
 * The profiles that point at a product by its key, or at a segment or scorecard by its id, archived ones too: by their newest
 * revision, one that readers see, or one that a planned release will publish.
 */
export async function findLinking(
  tx: Tx,
  workspaceId: string,
  link: 'products' | 'segment' | 'scorecard',
  target: string,
): Promise<readonly LinkingProfile[]> {
  const { rows } = await sql<LinkingProfile>`-- findLinking
    select 'Profile' as kind, profile.id, profile.slug as name from profile
    where profile.workspace_id = ${workspaceId} and exists (
      select from profile_revision as revision
      where revision.workspace_id = profile.workspace_id and revision.profile_id = profile.id
        and revision.content #> array['links', ${link}::text] ? ${target}
        and (revision.revision = profile.revision
          or exists (
            select from profile_publication as published
            where published.workspace_id = revision.workspace_id and published.profile_id = revision.profile_id
              and published.revision = revision.revision)
          or exists (
            select from release_item as item
            join release on release.workspace_id = item.workspace_id and release.id = item.release_id
            where item.workspace_id = revision.workspace_id and item.profile_id = revision.profile_id
              and item.revision = revision.revision and release.state = 'planned')))
    order by profile.slug collate "C"`.execute(tx)
  return rows
}
