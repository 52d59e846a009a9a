import type { Tx } from '../connect.ts'

/** A time a revision was made the one that scores. */
export interface ScorecardPublication {
  readonly revision: number
  readonly note: string
  readonly at: Date
  /** Null of what was published before this was kept. */
  readonly by: string | null
}

export interface NewPublication extends ScorecardPublication {
  /** The scorecard. */
  readonly id: string
  readonly by: string
}

/** Makes a revision the one that scores, and keeps who did so and why. Needs the scorecard locked. */
export async function publishScorecardRevision(
  tx: Tx,
  workspaceId: string,
  { id, revision, note, at, by }: NewPublication,
): Promise<void> {
  await tx
    .updateTable('scorecard')
    .set({ published_revision: revision, published_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  await tx
    .insertInto('scorecard_publication')
    .values((eb) => ({
      workspace_id: workspaceId,
      scorecard_id: id,
      number: eb
        .selectFrom('scorecard_publication')
        .where('workspace_id', '=', workspaceId)
        .where('scorecard_id', '=', id)
        .select((own) => own.fn.coalesce(own(own.fn.max('number'), '+', 1), own.val(1)).as('next')),
      revision,
      note,
      published_at: at,
      published_by: by,
    }))
    .execute()
}

/** When which revision scored, the newest first; at most 100. */
export async function listPublications(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
): Promise<readonly ScorecardPublication[]> {
  return tx
    .selectFrom('scorecard_publication')
    .where('workspace_id', '=', workspaceId)
    .where('scorecard_id', '=', scorecardId)
    .select(['revision', 'note', 'published_at as at', 'published_by as by'])
    .orderBy('number', 'desc')
    .limit(100)
    .execute()
}
