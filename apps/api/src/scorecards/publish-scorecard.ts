import type { Tx } from '@profilkort/database/connect'
import { publishScorecardRevision } from '@profilkort/database/scorecards/scorecard-publications.queries'
import { findScorecardRevision } from '@profilkort/database/scorecards/scorecard-revisions.queries'
import type { ScorecardRow } from '@profilkort/database/scorecards/scorecards.queries'
import { failed, type Result } from '@profilkort/domain/result'
import { checkScorecard } from '@profilkort/domain/scorecards/check'
import type { Scorecard } from '@profilkort/domain/scorecards/scorecard'
import { holdCatalogue } from '../attributes/read-catalogue.ts'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { lockForChange, type Seen } from './lock-scorecard.ts'

export interface PublishOrder {
  /** The newest where none is named. */
  readonly revision: number | undefined
  readonly note: string
}

const longestNote = 2000

/** Makes a revision the one that scores, and keeps who did so and why. */
export async function publishScorecard(
  context: Context,
  seen: Seen,
  { revision, note }: PublishOrder,
): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const catalogue = await holdCatalogue(tx, workspaceId)
    const card = await lockForChange(tx, workspaceId, context.viewer, 'scorecard:publish', seen)
    if (note.length > longestNote) {
      const message = `The note has ${note.length} characters; shorten it to ${longestNote}.`
      unwrap(failed({ path: ['note'], message }))
    }
    const chosen = revision ?? card.revision
    // What a rule speaks of may have gone from the catalogue since it was saved.
    unwrap(checkScorecard(unwrap(await contentOf(tx, workspaceId, card, chosen)), catalogue))
    const by = insider(context.viewer).actor
    await publishScorecardRevision(tx, workspaceId, {
      id: card.id,
      revision: chosen,
      note,
      at: context.now,
      by,
    })
  })
}

/** What a revision of a scorecard holds. */
export async function contentOf(
  tx: Tx,
  workspaceId: string,
  card: ScorecardRow,
  revision: number,
): Promise<Result<Scorecard>> {
  const found = await findScorecardRevision(tx, workspaceId, card.id, revision)
  if (found !== undefined) return { ok: true, value: found.content }
  const message = `There is no revision ${revision}; the newest is ${card.revision}.`
  return failed({ path: ['revision'], message })
}
