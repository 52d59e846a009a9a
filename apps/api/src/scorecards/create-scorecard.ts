import { randomUUID } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import { insertScorecard } from '@profilkort/database/scorecards/scorecards.queries'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import { failed, ok } from '@profilkort/domain/result'
import { checkScorecard } from '@profilkort/domain/scorecards/check'
import type { Scorecard } from '@profilkort/domain/scorecards/scorecard'
import { scorecardTemplates } from '@profilkort/domain/scorecards/scorecard-templates'
import { slugify } from '@profilkort/domain/slug'
import { holdCatalogue } from '../attributes/read-catalogue.ts'
import { type Context, insider } from '../graphql/context.ts'
import { NotFound, unwrap } from '../graphql/problems.ts'
import { parseSlug, slugTaken } from '../profiles/create-profile.ts'
import { type FromProfile, proposeFromProfile } from './propose-scorecard.ts'
import { authorise } from './scorecard.policy.ts'
import { emptyScorecard, type ScorecardInputShape, toScorecardDraft } from './scorecard-input.ts'
import { traitsOf } from './traits-of.ts'

export interface CreateScorecardInput extends ScorecardInputShape {
  readonly slug?: string | null | undefined
  readonly profileId?: string | undefined
  readonly fromTemplate?: string | null | undefined
  readonly fromProfile?: FromProfile | undefined
}

/** Makes a scorecard, for a profile or on its own; its first revision is a draft. @returns its id */
export async function createScorecard(context: Context, input: CreateScorecardInput): Promise<string> {
  authorise(context.viewer, 'scorecard:write')
  return context.read(async (tx, workspaceId) => {
    const catalogue = await holdCatalogue(tx, workspaceId)
    const profileId = input.profileId ?? input.fromProfile?.profileId
    const before = await beginning(tx, workspaceId, catalogue, input)
    const traits = await traitsOf(tx, workspaceId, profileId)
    const content = unwrap(checkScorecard(toScorecardDraft(before, input, traits), catalogue))
    const slug = unwrap(parseSlug(input.slug ?? slugify(Object.values(content.name)[0] ?? '')))
    const id = randomUUID()
    const card = {
      id,
      slug,
      profileId: profileId ?? null,
      content,
      by: insider(context.viewer).actor,
      at: context.now,
    }
    const inserted = await insertScorecard(tx, workspaceId, card)
    return unwrap(inserted ? ok(id) : failed(slugTaken(slug)))
  })
}

/** What a new scorecard begins from. */
async function beginning(
  tx: Tx,
  workspaceId: string,
  catalogue: Catalogue,
  { fromTemplate, fromProfile }: CreateScorecardInput,
): Promise<Scorecard> {
  if (fromTemplate && fromProfile) {
    const message = 'A scorecard begins from one thing: leave `fromTemplate` or `fromProfile` out.'
    return unwrap(failed({ path: ['fromProfile'], message }))
  }
  if (fromProfile) {
    const proposal = await proposeFromProfile(tx, workspaceId, catalogue, fromProfile)
    if (proposal === undefined) throw new NotFound('profile', fromProfile.profileId)
    return proposal.content
  }
  if (!fromTemplate) return emptyScorecard
  const found = scorecardTemplates.find(({ key }) => key === fromTemplate)
  if (found) return found.content
  const keys = scorecardTemplates.map(({ key }) => key).join(', ')
  const message = `There is no template "${fromTemplate}". There is: ${keys}.`
  return unwrap(failed({ path: ['fromTemplate'], message }))
}
