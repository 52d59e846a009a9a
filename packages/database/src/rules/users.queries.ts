import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** Something whose rules speak of what was asked for: what kind of thing, its id, and its name for people. */
export interface RuleUser {
  readonly kind: 'Segment' | 'Scorecard' | 'Profile'
  readonly id: string
  readonly name: string
}

/** What a rule can name that somebody might take away. */
export type Named = 'attribute' | 'interaction' | 'product' | 'purpose' | 'segment'

/** Where a rule names it: the node's kind and the property of its name. */
const places = {
  attribute: ['attribute', 'key'],
  interaction: ['interactions', 'name'],
  product: ['deals', 'product'],
  purpose: ['consent', 'purpose'],
  segment: ['inSegment', 'segment'],
} as const satisfies { readonly [N in Named]: readonly [kind: string, property: string] }

/** Whether a document of the domain has a rule in it that names this, however deep. */
export function speaksOf(document: string, named: Named, name: string) {
  const [kind, property] = places[named]
  return sql`jsonb_path_exists(${sql.ref(document)}, '$.** ? (@.kind == "${sql.raw(kind)}" && @.${sql.raw(property)} == $name)',
    jsonb_build_object('name', ${name}::text))`
}

/**
 * A query of all whose rules name this: segments; scorecards and profiles by their newest revision, one that is published
 * or one that a planned release will publish.
 */
export function ruleUsers(workspaceId: string, named: Named, name: string): RawBuilder<RuleUser> {
  return sql`
    select 'Segment' as kind, id::text, slug as name from segment
    where workspace_id = ${workspaceId}::uuid and ${speaksOf('segment.rule', named, name)}
    union all
    select 'Scorecard', id::text, slug from scorecard
    where workspace_id = ${workspaceId}::uuid and exists (
      select from scorecard_revision as revision
      where revision.workspace_id = scorecard.workspace_id and revision.scorecard_id = scorecard.id
        and revision.revision in (scorecard.revision, scorecard.published_revision)
        and ${speaksOf('revision.content', named, name)})
    union all
    select 'Profile', id::text, slug from profile
    where workspace_id = ${workspaceId}::uuid and exists (
      select from profile_revision as revision
      where revision.workspace_id = profile.workspace_id and revision.profile_id = profile.id
        and (revision.revision = profile.revision or revision.revision in (${pinnedRevisions}))
        and ${speaksOf('revision.content', named, name)})`
}

/** The revisions of a profile that readers see or that a planned release will publish. */
export const pinnedRevisions = sql`
  select published.revision from profile_publication as published
  where published.workspace_id = profile.workspace_id and published.profile_id = profile.id
  union
  select item.revision from release_item as item
  join release on release.workspace_id = item.workspace_id and release.id = item.release_id
  where item.workspace_id = profile.workspace_id and item.profile_id = profile.id and release.state = 'planned'`

/** All whose rules name this, by kind and name. */
export async function findRuleUsers(
  tx: Tx,
  workspaceId: string,
  named: Named,
  name: string,
): Promise<readonly RuleUser[]> {
  const { rows } = await sql<RuleUser>`-- findRuleUsers
    ${ruleUsers(workspaceId, named, name)} order by 1, 3`.execute(tx)
  return rows
}
