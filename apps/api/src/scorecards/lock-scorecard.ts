import type { Tx } from '@profilkort/database/connect'
import { lockScorecard, type ScorecardRow } from '@profilkort/database/scorecards/scorecards.queries'
import { failed } from '@profilkort/domain/result'
import { NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'
import type { Viewer } from '../keys/viewer.ts'
import { authorise, type ScorecardAction } from './scorecard.policy.ts'

/** The scorecard to change, and the newest revision the caller has seen of it. */
export interface Seen {
  readonly id: string
  readonly expectedRevision: number
}

/** The one read that a change of a scorecard is decided on: locked, allowed, as the caller has seen it, and in use. */
export async function lockForChange(
  tx: Tx,
  workspaceId: string,
  viewer: Viewer,
  action: ScorecardAction,
  seen: Seen,
): Promise<ScorecardRow> {
  const card = await lockAny(tx, workspaceId, viewer, action, seen)
  if (card.archivedAt === null) return card
  const message = 'The scorecard is in the archive. Take it out of there first, with `scorecardUnarchive`.'
  return unwrap(failed({ path: ['id'], message }))
}

/** The same for one that may be in the archive. */
export async function lockAny(
  tx: Tx,
  workspaceId: string,
  viewer: Viewer,
  action: ScorecardAction,
  { id, expectedRevision }: Seen,
): Promise<ScorecardRow> {
  const card = await lockScorecard(tx, workspaceId, id)
  if (card === undefined) throw new NotFound('scorecard', id)
  authorise(viewer, action)
  if (card.revision !== expectedRevision) throw new RevisionConflict(expectedRevision, card.revision)
  return card
}
