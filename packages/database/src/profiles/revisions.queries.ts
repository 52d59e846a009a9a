import type { Marks } from '@profilkort/domain/profiles/marks'
import type { ProfileContent } from '@profilkort/domain/profiles/profile'
import type { Tx } from '../connect.ts'

/** A state of a profile as history lists it. */
export interface RevisionRow {
  readonly profileId: string
  readonly revision: number
  readonly content: ProfileContent
  readonly marks: Marks
  readonly savedAt: Date
  readonly savedBy: string
  readonly isAutosave: boolean
  readonly restoredFrom: number | null
}

function revisions(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('profile_revision')
    .where('workspace_id', '=', workspaceId)
    .select([
      'profile_id as profileId',
      'revision',
      'content',
      'marks',
      'created_at as savedAt',
      'created_by as savedBy',
      'is_autosave as isAutosave',
      'restored_from as restoredFrom',
    ])
}

export async function findRevision(
  tx: Tx,
  workspaceId: string,
  profileId: string,
  revision: number,
): Promise<RevisionRow | undefined> {
  const row = await revisions(tx, workspaceId)
    .where('profile_id', '=', profileId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row as RevisionRow | undefined
}

/** A page of a profile's history, newest first. */
export interface RevisionPage {
  readonly limit: number
  readonly after: number | undefined
  readonly before: number | undefined
  readonly fromEnd: boolean
}

/** One row more than the page's limit where there are more, newest first. */
export async function listRevisions(
  tx: Tx,
  workspaceId: string,
  profileId: string,
  { limit, after, before, fromEnd }: RevisionPage,
): Promise<readonly RevisionRow[]> {
  const rows = await revisions(tx, workspaceId)
    .where('profile_id', '=', profileId)
    .$if(after !== undefined, (query) => query.where('revision', '<', after ?? 0))
    .$if(before !== undefined, (query) => query.where('revision', '>', before ?? 0))
    .orderBy('revision', fromEnd ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  return (fromEnd ? rows.toReversed() : rows) as unknown as readonly RevisionRow[]
}
