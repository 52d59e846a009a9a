import type { Tx } from '@profilkort/database/connect'
import {
  type NewRevision,
  type ProfileRow,
  saveRevision,
} from '@profilkort/database/profiles/profiles.queries'
import { findRevision } from '@profilkort/database/profiles/revisions.queries'
import { checkProfile, type ProfileTerms } from '@profilkort/domain/profiles/check'
import { type Change, diffContents } from '@profilkort/domain/profiles/diff'
import { isTranslationOnly } from '@profilkort/domain/profiles/locale-status'
import { markChanges } from '@profilkort/domain/profiles/marks'
import { mergeContents } from '@profilkort/domain/profiles/merge'
import type { ProfileContent } from '@profilkort/domain/profiles/profile'
import type { ProfileReading } from '@profilkort/domain/profiles/read'
import { failed } from '@profilkort/domain/result'
import { findTemplate } from '@profilkort/domain/templates/builtin'
import type { Template } from '@profilkort/domain/templates/template'
import { holdCatalogue } from '../attributes/read-catalogue.ts'
import { type Context, insider } from '../graphql/context.ts'
import { localeChain } from '../graphql/locales.schema.ts'
import { Forbidden, NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'
import { may } from '../keys/actions.ts'
import { findTemplateIn } from '../templates/find-template.ts'
import { checkTargets, pointsAtSame } from './check-targets.ts'
import { findDraft, saveDraft } from './drafts-in-turns.ts'
import { firstWritten, rememberRow } from './load-profiles.ts'
import { lockAllowed } from './lock-for-change.ts'
import { authorise } from './profile.policy.ts'
import { type ProfileContentInput, toDraft } from './profile-input.ts'
import { readDraft, readTermsOf } from './read-terms.ts'

export interface UpdateProfileInput {
  readonly id: string
  /** The newest revision the caller has seen: what the change was made on. */
  readonly expectedRevision: number
  readonly input: ProfileContentInput
  /** Whether a change made on an older revision is saved together with what others saved since, where they do not touch. */
  readonly merge: boolean
  readonly isAutosave: boolean
}

/**
 * Saves a new revision of a profile; what readers see does not change until it is published. Saving what is there
 * already makes no revision, so a save that is repeated after a lost answer does no harm.
 */
export async function updateProfile(context: Context, update: UpdateProfileInput): Promise<ProfileReading> {
  const saved = (await saveOnNewest(context, update)) ?? (await saveLocked(context, update))
  rememberRow(context, saved.profile)
  return readSaved(context, saved)
}

interface Saved {
  readonly profile: ProfileRow
  readonly template: Template
}

/**
 * The way nearly every save goes: one read, and one write that only lands on the revision that was read. Undefined,
 * with nothing saved, where others have saved since, or the change points at what has to be held while it is saved.
 */
async function saveOnNewest(context: Context, update: UpdateProfileInput): Promise<Saved | undefined> {
  const { workspaceId } = insider(context.viewer)
  const found = await findDraft(context.db, workspaceId, update.id)
  if (found === undefined) throw new NotFound('profile', update.id)
  authorise(context.viewer, 'profile:translate')
  const { profile } = found
  if (profile.revision !== update.expectedRevision) return undefined
  const template = knownTemplate(profile, found.template ?? findTemplate(profile.templateKey))
  const content = contentAfter(profile, { template, catalogue: await context.catalogue() }, update)
  if (!pointsAtSame(profile.content, content)) return undefined
  const next = await nextRevision(context, profile, content)
  if (next === undefined) return { profile, template }
  const draft = { ...next, isAutosave: update.isAutosave }
  const isSaved = await saveDraft(context.db, workspaceId, draft)
  return isSaved ? { profile: withRevision(profile, next), template } : undefined
}

/** Saves with the profile locked: decides whose change wins, and holds what it points at. */
async function saveLocked(context: Context, update: UpdateProfileInput): Promise<Saved> {
  return context.read(async (tx, workspaceId) => {
    const catalogue = await holdCatalogue(tx, workspaceId)
    const profile = await lockAllowed(tx, workspaceId, context.viewer, 'profile:translate', update.id)
    const template = knownTemplate(profile, await findTemplateIn(tx, workspaceId, profile.templateKey))
    const content = await decide(tx, workspaceId, profile, { template, catalogue }, update)
    const how = { isAutosave: update.isAutosave }
    return { profile: await saveChanges(context, tx, workspaceId, profile, content, how), template }
  })
}

async function readSaved(context: Context, { profile, template }: Saved): Promise<ProfileReading> {
  const { locales } = await context.workspace()
  const templates = new Map([[template.key, template]])
  const known = { locales, catalogue: await context.catalogue(), templates }
  const terms = await readTermsOf(context, [profile], known)
  return readDraft(profile, terms, firstWritten(profile, await localeChain(context, undefined)))
}

/** Saves what has changed in a profile's content, as a new revision; nothing where nothing has. @returns it as it is now */
export async function saveChanges(
  context: Context,
  tx: Tx,
  workspaceId: string,
  profile: ProfileRow,
  content: ProfileContent,
  how: { readonly isAutosave?: boolean; readonly restoredFrom?: number },
): Promise<ProfileRow> {
  const next = await nextRevision(context, profile, content)
  if (next === undefined) return profile
  unwrap(await checkTargets(tx, workspaceId, content, profile.content))
  await saveRevision(tx, workspaceId, { ...next, ...how })
  return withRevision(profile, next)
}

type NextRevision = Required<Omit<NewRevision, 'isAutosave' | 'restoredFrom'>>

/** The revision that a new content makes; undefined where it is what is there already. */
async function nextRevision(
  context: Context,
  { id, revision, content: before, marks }: ProfileRow,
  content: ProfileContent,
): Promise<NextRevision | undefined> {
  const changes = diffContents(before, content)
  if (changes.length === 0) return undefined
  await refuseBeyondTranslation(context, changes)
  return {
    profileId: id,
    revision: revision + 1,
    content,
    marks: markChanges(marks, changes, revision + 1),
    by: insider(context.viewer).actor,
    at: context.now,
  }
}

function withRevision(profile: ProfileRow, { revision, content, marks, at, by }: NextRevision): ProfileRow {
  return { ...profile, revision, content, marks, savedAt: at, savedBy: by }
}

function knownTemplate({ id, templateKey }: ProfileRow, template: Template | undefined): Template {
  if (template === undefined) throw new Error(`Profile ${id} is of the unknown template ${templateKey}`)
  return template
}

/** What a change is checked against beside the profile itself. */
type Terms = Pick<ProfileTerms, 'template' | 'catalogue'>

/** The content of a revision with the caller's change made to it. */
function contentAfter(
  { kind, content: before }: ProfileRow,
  terms: Terms,
  { input }: UpdateProfileInput,
): ProfileContent {
  return unwrap(checkProfile(unwrap(toDraft(before, input)), { kind, ...terms, before }))
}

/** The content to save: the caller's, or both sides together where others have saved since. */
async function decide(
  tx: Tx,
  workspaceId: string,
  profile: ProfileRow,
  terms: Terms,
  update: UpdateProfileInput,
): Promise<ProfileContent> {
  const { id, expectedRevision, merge } = update
  if (expectedRevision === profile.revision) return contentAfter(profile, terms, update)
  const base = await findRevision(tx, workspaceId, id, expectedRevision)
  if (base === undefined) {
    const message = `There is no revision ${expectedRevision}; the newest is ${profile.revision}.`
    return unwrap(failed({ path: ['expectedRevision'], message }))
  }
  const mine = contentAfter({ ...profile, content: base.content }, terms, update)
  const { merged, conflicts } = mergeContents(base.content, mine, profile.content)
  if (merge && conflicts.length === 0) {
    return unwrap(checkProfile(merged, { kind: profile.kind, ...terms, before: profile.content }))
  }
  throw new RevisionConflict(expectedRevision, profile.revision, {
    base: base.content,
    mine,
    theirs: profile.content,
    merged,
    conflicts,
    savedBy: profile.savedBy,
    savedAt: profile.savedAt,
  })
}

/** A translator writes in other languages than the source's, and nothing else. */
async function refuseBeyondTranslation(context: Context, changes: readonly Change[]): Promise<void> {
  if (may(context.viewer, 'profile:update')) return
  const [source = 'nb'] = (await context.workspace()).locales
  if (isTranslationOnly(changes, source)) return
  const beyond = changes.filter((change) => !isTranslationOnly([change], source)).map(({ path }) => path)
  throw new Forbidden(
    `A translator changes texts in other languages than "${source}" only; this changes ${beyond.slice(0, 5).join(', ')}.`,
    beyond,
  )
}
