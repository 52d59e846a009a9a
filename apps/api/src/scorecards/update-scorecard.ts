import { saveScorecardRevision } from '@profilkort/database/scorecards/scorecards.queries'
import { checkScorecard } from '@profilkort/domain/scorecards/check'
import { holdCatalogue } from '../attributes/read-catalogue.ts'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { lockForChange, type Seen } from './lock-scorecard.ts'
import { type ScorecardInputShape, toScorecardDraft } from './scorecard-input.ts'
import { traitsOf } from './traits-of.ts'

/** Saves a new revision of a scorecard; what scores does not change until it is published. */
export async function updateScorecard(
  context: Context,
  seen: Seen,
  input: ScorecardInputShape,
): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const catalogue = await holdCatalogue(tx, workspaceId)
    const card = await lockForChange(tx, workspaceId, context.viewer, 'scorecard:write', seen)
    const traits = await traitsOf(tx, workspaceId, card.profileId ?? undefined)
    const content = unwrap(checkScorecard(toScorecardDraft(card.content, input, traits), catalogue))
    const by = insider(context.viewer).actor
    const saved = { id: card.id, revision: card.revision + 1, content, by, at: context.now }
    await saveScorecardRevision(tx, workspaceId, saved)
  })
}
