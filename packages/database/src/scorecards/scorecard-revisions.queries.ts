import type { Scorecard } from '@profilkort/domain/scorecards/scorecard'
import type { Tx } from '../connect.ts'

/** A state of a scorecard as history lists it. */
export interface ScorecardRevisionRow {
  readonly revision: number
  readonly content: Scorecard
  readonly savedAt: Date
  readonly savedBy: string
  readonly restoredFrom: number | null
}

function revisions(tx: Tx, workspaceId: string, scorecardId: string) {
  return tx
    .selectFrom('scorecard_revision')
    .where('workspace_id', '=', workspaceId)
    .where('scorecard_id', '=', scorecardId)
    .select([
      'revision',
      'content',
      'created_at as savedAt',
      'created_by as savedBy',
      'restored_from as restoredFrom',
    ])
}

export async function findScorecardRevision(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  revision: number,
): Promise<ScorecardRevisionRow | undefined> {
  const row = await revisions(tx, workspaceId, scorecardId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row as ScorecardRevisionRow | undefined
}

/** A page of a scorecard's history, newest first. */
export interface ScorecardRevisionPage {
  readonly limit: number
  readonly after: number | undefined
  readonly before: number | undefined
  readonly fromEnd: boolean
}

/** One row more than the page's limit where there are more, newest first. */
export async function listScorecardRevisions(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  { limit, after, before, fromEnd }: ScorecardRevisionPage,
): Promise<readonly ScorecardRevisionRow[]> {
  const rows = await revisions(tx, workspaceId, scorecardId)
    .$if(after !== undefined, (query) => query.where('revision', '<', after ?? 0))
    .$if(before !== undefined, (query) => query.where('revision', '>', before ?? 0))
    .orderBy('revision', fromEnd ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  return (fromEnd ? rows.toReversed() : rows) as unknown as readonly ScorecardRevisionRow[]
}
