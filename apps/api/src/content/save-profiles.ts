import type { Tx } from '@profilkort/database/connect'
import { archiveProfile, insertProfile } from '@profilkort/database/profiles/profiles.queries'
import { diffContents } from '@profilkort/domain/profiles/diff'
import { markChanges } from '@profilkort/domain/profiles/marks'
import { emptyContent } from '@profilkort/domain/profiles/profile'
import { type Context, insider } from '../graphql/context.ts'
import { InvalidInput } from '../graphql/problems.ts'
import { checkTargets } from '../profiles/check-targets.ts'
import { publishIn, unpublishIn } from '../profiles/publish-profile.ts'
import { saveChanges } from '../profiles/update-profile.ts'
import type { ImportedDocument } from './import-content.ts'
import type { PlannedProfile } from './plan-profiles.ts'
import { type ContentProblem, ContentRefused, problemIn } from './problem.ts'

/** A profile that was written, and what is told of it. */
export interface SavedProfile extends ImportedDocument {
  readonly index: number
  readonly plan: PlannedProfile
}

/** Writes the profiles that are new, always in the same order, then those that have changed. */
export async function saveProfiles(
  context: Context,
  tx: Tx,
  workspaceId: string,
  planned: readonly PlannedProfile[],
): Promise<readonly SavedProfile[]> {
  const added = planned.filter(({ outcome }) => outcome === 'created')
  for (const plan of added.toSorted((a, b) => (a.profile.slug < b.profile.slug ? -1 : 1))) {
    await insert(context, tx, workspaceId, plan)
  }
  for (const plan of added) await holdTargets(tx, workspaceId, plan)
  const saved: SavedProfile[] = []
  for (const plan of planned) {
    const { row, content, profile, outcome } = plan
    const isChanged = row !== undefined && diffContents(row.content, content).length > 0
    if (isChanged) await saveChanges(context, tx, workspaceId, row, content, {})
    await moveToArchive(context, tx, workspaceId, plan)
    const revision = (row?.revision ?? 1) + (isChanged ? 1 : 0)
    const told = { document: profile.slug, kind: 'profile', outcome, revision, published: [] } as const
    saved.push({ ...told, index: plan.source.index, plan })
  }
  return saved
}

/** Keeps what a new profile points at from being deleted before it is written. */
async function holdTargets(tx: Tx, workspaceId: string, { content, source }: PlannedProfile): Promise<void> {
  const held = await checkTargets(tx, workspaceId, content, emptyContent)
  if (!held.ok) throw new ContentRefused(held.problems.map((problem) => problemIn(source, problem)))
}

async function insert(context: Context, tx: Tx, workspaceId: string, plan: PlannedProfile): Promise<void> {
  const { id, content, profile, source } = plan
  const inserted = await insertProfile(tx, workspaceId, {
    id,
    slug: profile.slug,
    kind: profile.kind,
    templateKey: profile.template,
    content,
    marks: markChanges({}, diffContents(emptyContent, content), 1),
    by: insider(context.viewer).actor,
  })
  if (inserted !== undefined) return
  const message = `Somebody else made the profile "${profile.slug}" just now. Import again.`
  throw new ContentRefused([problemIn(source, { path: ['slug'], message })])
}

async function moveToArchive(
  context: Context,
  tx: Tx,
  workspaceId: string,
  { id, row, profile }: PlannedProfile,
): Promise<void> {
  const isArchived = row !== undefined && row.archivedAt !== null
  if (isArchived === profile.isArchived) return
  if (profile.isArchived && row !== undefined) await unpublishIn(tx, workspaceId, { id, locales: undefined })
  await archiveProfile(tx, workspaceId, id, profile.isArchived ? context.now : null)
}

/** Publishes the languages that the documents say are published, where their readers do not see this yet. */
export async function publishPlanned(
  context: Context,
  tx: Tx,
  workspaceId: string,
  saved: readonly SavedProfile[],
): Promise<readonly SavedProfile[]> {
  const problems: ContentProblem[] = []
  const published: SavedProfile[] = []
  for (const each of saved) {
    const { plan, revision } = each
    const locales = plan.profile.published.filter(
      (locale) => plan.row?.publications[locale]?.revision !== revision,
    )
    try {
      if (locales.length > 0) {
        const order = { id: plan.id, revision, locales }
        await publishIn(tx, workspaceId, order, insider(context.viewer).actor, context.now)
      }
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error
      problems.push(
        ...error.problems.map(({ message }) => problemIn(plan.source, { path: ['published'], message })),
      )
    }
    published.push({ ...each, published: locales })
  }
  if (problems.length > 0) throw new ContentRefused(problems)
  return published
}
