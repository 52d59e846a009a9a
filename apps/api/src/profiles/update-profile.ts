import type { Tx } from '@profilkort/database/connect'
import { type ProfileRow, saveRevision } from '@profilkort/database/profiles/profiles.queries'
import { findRevision } from '@profilkort/database/profiles/revisions.queries'
import { checkProfile, type ProfileTerms } from '@profilkort/domain/profiles/check'
import { type Change, diffContents } from '@profilkort/domain/profiles/diff'
import { isTranslationOnly } from '@profilkort/domain/profiles/locale-status'
import { markChanges } from '@profilkort/domain/profiles/marks'
import { mergeContents } from '@profilkort/domain/profiles/merge'
import type { ProfileContent } from '@profilkort/domain/profiles/profile'
import type { ProfileReading } from '@profilkort/domain/profiles/read'
import { failed } from '@profilkort/domain/result'
import { type Context, insider } from '../graphql/context.ts'
import { localeChain } from '../graphql/locales.schema.ts'
import { Forbidden, RevisionConflict, unwrap } from '../graphql/problems.ts'
import { may } from '../keys/actions.ts'
import { findTemplateIn } from '../templates/find-template.ts'
import { checkTargets } from './check-targets.ts'
import { firstWritten, rememberRow } from './load-profiles.ts'
import { lockAllowed } from './lock-for-change.ts'
import { type ProfileContentInput, toDraft } from './profile-input.ts'
import { readDraft, readTerms } from './read-terms.ts'

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
  const catalogue = await context.catalogue()
  const chain = await localeChain(context, undefined)
  const { locales } = await context.workspace()
  return context.read(async (tx, workspaceId) => {
    const profile = await lockAllowed(tx, workspaceId, context.viewer, 'profile:translate', update.id)
    const template = await findTemplateIn(tx, workspaceId, profile.templateKey)
    if (template === undefined)
      throw new Error(`Profile ${profile.id} is of the unknown template ${profile.templateKey}`)
    const terms = { kind: profile.kind, template, catalogue }
    const content = await decide(tx, workspaceId, profile, terms, update)
    const how = { isAutosave: update.isAutosave }
    const saved = await saveChanges(context, tx, workspaceId, profile, content, how)
    rememberRow(context, saved)
    const known = { locales, catalogue, templates: new Map([[template.key, template]]) }
    return readDraft(saved, await readTerms(tx, workspaceId, [saved], known), firstWritten(saved, chain))
  })
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
  const changes = diffContents(profile.content, content)
  if (changes.length === 0) return profile
  await refuseBeyondTranslation(context, changes)
  unwrap(await checkTargets(tx, workspaceId, content, profile.content))
  const revision = profile.revision + 1
  const marks = markChanges(profile.marks, changes, revision)
  const by = insider(context.viewer).actor
  const saved = { profileId: profile.id, revision, content, marks, by, at: context.now, ...how }
  await saveRevision(tx, workspaceId, saved)
  return { ...profile, revision, content, marks, savedAt: context.now, savedBy: by }
}

/** The content to save: the caller's, or both sides together where others have saved since. */
async function decide(
  tx: Tx,
  workspaceId: string,
  profile: ProfileRow,
  terms: ProfileTerms,
  { id, expectedRevision, input, merge }: UpdateProfileInput,
): Promise<ProfileContent> {
  const isNewest = expectedRevision === profile.revision
  const base = isNewest ? profile : await findRevision(tx, workspaceId, id, expectedRevision)
  if (base === undefined) {
    const message = `There is no revision ${expectedRevision}; the newest is ${profile.revision}.`
    return unwrap(failed({ path: ['expectedRevision'], message }))
  }
  const draft = unwrap(toDraft(base.content, input))
  const mine = unwrap(checkProfile(draft, { ...terms, before: base.content }))
  if (isNewest) return mine
  const { merged, conflicts } = mergeContents(base.content, mine, profile.content)
  if (merge && conflicts.length === 0) {
    return unwrap(checkProfile(merged, { ...terms, before: profile.content }))
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
