import type { Tx } from '@profilkort/database/connect'
import { lockProfile, lockPublishing, type ProfileRow } from '@profilkort/database/profiles/profiles.queries'
import {
  findScorecardRevision,
  publishRevision,
  unpublishLocales,
} from '@profilkort/database/profiles/publications.queries'
import { findRevision } from '@profilkort/database/profiles/revisions.queries'
import { findPointingAt } from '@profilkort/database/profiles/snapshots.queries'
import { findApproval } from '@profilkort/database/reviews/reviews.queries'
import { findWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import type { Locale } from '@profilkort/domain/locales/locale'
import type { ProfileContent } from '@profilkort/domain/profiles/profile'
import { passesGate, publishableIn, writtenLocales } from '@profilkort/domain/profiles/publish'
import { failed } from '@profilkort/domain/result'
import { type Context, insider } from '../graphql/context.ts'
import { NotFound, unwrap } from '../graphql/problems.ts'
import { findTemplateIn } from '../templates/find-template.ts'
import { lockForChange } from './lock-for-change.ts'
import { refreshPublished } from './snapshots.ts'

/** What is to be published: a revision, in the locales it is written in where none are named. */
export interface PublishOrder {
  readonly id: string
  readonly revision: number
  readonly locales: readonly Locale[] | undefined
}

/** Makes a revision the one readers see; the newest where none is named. */
export async function publishProfile(
  context: Context,
  id: string,
  expectedRevision: number,
  {
    revision,
    locales,
  }: { readonly revision?: number | undefined; readonly locales?: readonly Locale[] | undefined },
): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const profile = await lockForChange(tx, workspaceId, context.viewer, 'profile:publish', {
      id,
      expectedRevision,
    })
    const order = { id, revision: revision ?? profile.revision, locales }
    await publishIn(tx, workspaceId, order, insider(context.viewer).actor, context.now)
  })
}

/** Takes a profile away from its readers, in the locales or in all; nothing is lost. */
export async function unpublishProfile(
  context: Context,
  id: string,
  expectedRevision: number,
  locales: readonly Locale[] | undefined,
): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    await lockForChange(tx, workspaceId, context.viewer, 'profile:publish', { id, expectedRevision })
    await unpublishIn(tx, workspaceId, { id, locales })
  })
}

/** Publishes in a transaction of the caller's, after the workspace's own conditions: review and completeness. */
export async function publishIn(
  tx: Tx,
  workspaceId: string,
  order: PublishOrder,
  by: string,
  now: Date,
): Promise<void> {
  await lockPublishing(tx, workspaceId)
  const profile = await lockProfile(tx, workspaceId, order.id)
  if (profile === undefined) throw new NotFound('profile', order.id)
  const content = await contentOf(tx, workspaceId, profile, order.revision)
  const locales = unwrap(publishableIn(content, order.locales ?? writtenLocales(content)))
  await holdConditions(tx, workspaceId, profile, { ...order, locales }, content)
  const { scorecard } = content.links
  const scorecardRevision =
    scorecard === null ? null : await findScorecardRevision(tx, workspaceId, scorecard)
  await publishRevision(tx, workspaceId, {
    profileId: order.id,
    revision: order.revision,
    locales,
    scorecardRevision,
    by,
    at: now,
  })
  await refreshWithPointing(tx, workspaceId, order.id)
}

/** Takes the locales away from readers in a transaction of the caller's; all of them where none are named. */
export async function unpublishIn(
  tx: Tx,
  workspaceId: string,
  { id, locales }: { readonly id: string; readonly locales: readonly Locale[] | undefined },
): Promise<void> {
  await lockPublishing(tx, workspaceId)
  const profile = await lockProfile(tx, workspaceId, id)
  if (profile === undefined) throw new NotFound('profile', id)
  const published = Object.keys(profile.publications) as Locale[]
  const chosen = published.filter((locale) => locales?.includes(locale) ?? true)
  if (chosen.length === 0) return
  await unpublishLocales(tx, workspaceId, id, chosen)
  await refreshWithPointing(tx, workspaceId, id)
}

async function contentOf(
  tx: Tx,
  workspaceId: string,
  profile: ProfileRow,
  revision: number,
): Promise<ProfileContent> {
  if (profile.archivedAt !== null) {
    const message = 'The profile is in the archive. Take it out of there before publishing it.'
    return unwrap(failed({ path: ['id'], message }))
  }
  if (revision === profile.revision) return profile.content
  const found = await findRevision(tx, workspaceId, profile.id, revision)
  if (found !== undefined) return found.content
  const message = `There is no revision ${revision}; the newest is ${profile.revision}.`
  return unwrap(failed({ path: ['revision'], message }))
}

/** What the workspace has asked for before anything is published. */
async function holdConditions(
  tx: Tx,
  workspaceId: string,
  profile: ProfileRow,
  { revision, locales }: PublishOrder & { readonly locales: readonly Locale[] },
  content: ProfileContent,
): Promise<void> {
  const workspace = await findWorkspace(tx, workspaceId)
  if (workspace === undefined) return
  if (workspace.requiresReview && !(await findApproval(tx, workspaceId, profile.id, revision))) {
    const message = `Revision ${revision} is not approved, which this workspace asks for. Request a review of it first.`
    unwrap(failed({ path: ['revision'], message }))
  }
  if (workspace.completenessGate === null) return
  const template = await findTemplateIn(tx, workspaceId, profile.templateKey)
  if (template === undefined) return
  unwrap(passesGate(content, template, locales, workspace.completenessGate))
}

/** What readers see of a profile, and of those that show it. */
async function refreshWithPointing(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await refreshPublished(tx, workspaceId, [id, ...(await findPointingAt(tx, workspaceId, id))])
}
