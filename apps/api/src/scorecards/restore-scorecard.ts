import { saveScorecardRevision } from '@profilkort/database/scorecards/scorecards.queries'
import { checkScorecard } from '@profilkort/domain/scorecards/check'
import { holdCatalogue } from '../attributes/read-catalogue.ts'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { lockForChange, type Seen } from './lock-scorecard.ts'
import { contentOf } from './publish-scorecard.ts'

/** Takes the content of an older revision back, as a new one; what came between stays in the history. */
export async function restoreScorecard(context: Context, seen: Seen, revision: number): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const catalogue = await holdCatalogue(tx, workspaceId)
    const card = await lockForChange(tx, workspaceId, context.viewer, 'scorecard:write', seen)
    const content = unwrap(
      checkScorecard(unwrap(await contentOf(tx, workspaceId, card, revision)), catalogue),
    )
    const by = insider(context.viewer).actor
    const saved = { id: card.id, revision: card.revision + 1, content, by, at: context.now }
    await saveScorecardRevision(tx, workspaceId, { ...saved, restoredFrom: revision })
  })
}
