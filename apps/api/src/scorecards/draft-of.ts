import { checkScorecard } from '@profilkort/domain/scorecards/check'
import { readCatalogue } from '../attributes/read-catalogue.ts'
import type { Context } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import type { ScorecardView } from './scorecard.schema.ts'
import { type ScorecardInputShape, toScorecardDraft } from './scorecard-input.ts'
import { traitsOf } from './traits-of.ts'

/** The newest revision with changes that nobody has saved. */
export async function draftOf(
  context: Context,
  scorecard: ScorecardView,
  input: ScorecardInputShape,
): Promise<ScorecardView> {
  const { row } = scorecard
  const traits = await context.read((tx, workspaceId) =>
    traitsOf(tx, workspaceId, row.profileId ?? undefined),
  )
  const draft = toScorecardDraft(row.content, input, traits)
  const checked = checkScorecard(draft, await context.catalogue())
  // What is wrong may be that a rule names what was made a moment ago, which a catalogue that is kept has not yet.
  const content = checked.ok
    ? checked.value
    : unwrap(checkScorecard(draft, await context.read(readCatalogue)))
  return { ...scorecard, content, revision: row.revision }
}
