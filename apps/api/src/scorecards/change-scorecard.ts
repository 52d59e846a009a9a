import { randomUUID } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import { findProfiles } from '@profilkort/database/profiles/profiles.queries'
import {
  insertScorecard,
  lockScorecard,
  publishScorecardRevision,
  type ScorecardRow,
  saveScorecardRevision,
} from '@profilkort/database/scorecards/scorecards.queries'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import type { Trait } from '@profilkort/domain/profiles/profile'
import { failed, ok } from '@profilkort/domain/result'
import { checkScorecard } from '@profilkort/domain/scorecards/check'
import type { Scorecard } from '@profilkort/domain/scorecards/scorecard'
import { scorecardTemplates } from '@profilkort/domain/scorecards/scorecard-templates'
import { slugify } from '@profilkort/domain/slug'
import { holdCatalogue } from '../attributes/read-catalogue.ts'
import { type Context, insider } from '../graphql/context.ts'
import { NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'
import type { Viewer } from '../keys/viewer.ts'
import { parseSlug, slugTaken } from '../profiles/create-profile.ts'
import { type FromProfile, proposeFromProfile } from './propose-scorecard.ts'
import { authorise, type ScorecardAction } from './scorecard.policy.ts'
import { emptyScorecard, type ScorecardInputShape, toScorecardDraft } from './scorecard-input.ts'

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
    const card = { id, slug, profileId: profileId ?? null, content, by: insider(context.viewer).actor }
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

/** Saves a new revision of a scorecard; what scores does not change until it is published. */
export async function updateScorecard(
  context: Context,
  id: string,
  expectedRevision: number,
  input: ScorecardInputShape,
): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const catalogue = await holdCatalogue(tx, workspaceId)
    const card = await lockForChange(tx, workspaceId, context.viewer, 'scorecard:write', {
      id,
      expectedRevision,
    })
    const traits = await traitsOf(tx, workspaceId, card.profileId ?? undefined)
    const content = unwrap(checkScorecard(toScorecardDraft(card.content, input, traits), catalogue))
    await saveScorecardRevision(
      tx,
      workspaceId,
      id,
      card.revision + 1,
      content,
      insider(context.viewer).actor,
    )
  })
}

/** Makes the newest revision the one that scores. */
export async function publishScorecard(
  context: Context,
  id: string,
  expectedRevision: number,
): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const card = await lockForChange(tx, workspaceId, context.viewer, 'scorecard:publish', {
      id,
      expectedRevision,
    })
    await publishScorecardRevision(tx, workspaceId, id, card.revision, context.now)
  })
}

/** The traits of the profile's newest revision, for criteria to be made of. */
async function traitsOf(
  tx: Tx,
  workspaceId: string,
  profileId: string | undefined,
): Promise<readonly Trait[]> {
  if (profileId === undefined) return []
  const [profile] = await findProfiles(tx, workspaceId, [profileId])
  if (profile === undefined) throw new NotFound('profile', profileId)
  return profile.content.traits
}

/** The one read that a change of a scorecard is decided on: locked, allowed, and still as the caller has seen it. */
async function lockForChange(
  tx: Tx,
  workspaceId: string,
  viewer: Viewer,
  action: ScorecardAction,
  { id, expectedRevision }: { readonly id: string; readonly expectedRevision: number },
): Promise<ScorecardRow> {
  const card = await lockScorecard(tx, workspaceId, id)
  if (card === undefined) throw new NotFound('scorecard', id)
  authorise(viewer, action)
  if (card.revision !== expectedRevision) throw new RevisionConflict(expectedRevision, card.revision)
  return card
}
