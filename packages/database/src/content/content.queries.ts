import type { ProfileKind } from '@profilkort/domain/profiles/profile'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** Something that profiles point at: by its slug in files, by its id in the workspace. */
export interface TargetRow {
  readonly what: 'profile' | 'segment' | 'scorecard'
  readonly id: string
  readonly slug: string
  /** Of a profile. */
  readonly kind: ProfileKind | null
}

/** All that profiles can point at by slugs, archived ones too; a workspace has at most some thousands. */
export async function listTargets(tx: Tx, workspaceId: string): Promise<readonly TargetRow[]> {
  const { rows } = await sql<TargetRow>`-- listTargets
    select 'profile' as what, id, slug, kind from profile where workspace_id = ${workspaceId}
    union all select 'scorecard', id, slug, null from scorecard where workspace_id = ${workspaceId}
    union all select 'segment', id, slug, null from segment where workspace_id = ${workspaceId}`.execute(tx)
  return rows
}

/**
 * Takes the profiles that are about to be changed together, always in the same order, so that two who do so wait for
 * one another. @returns their ids
 */
export async function lockProfilesBySlug(
  tx: Tx,
  workspaceId: string,
  slugs: readonly string[],
): Promise<readonly string[]> {
  if (slugs.length === 0) return []
  const rows = await tx
    .selectFrom('profile')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('slug', 'in', [...slugs])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map(({ id }) => id)
}
