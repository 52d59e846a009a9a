import { randomUUID } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import { listTargets, lockProfilesBySlug } from '@profilkort/database/content/content.queries'
import { findProfiles, type ProfileRow } from '@profilkort/database/profiles/profiles.queries'
import { checkProfile, type ProfileDraft } from '@profilkort/domain/profiles/check'
import { diffContents } from '@profilkort/domain/profiles/diff'
import type { PortableProfile } from '@profilkort/domain/profiles/document'
import { emptyContent, type ProfileContent } from '@profilkort/domain/profiles/profile'
import type { Problem } from '@profilkort/domain/result'
import { templateFits } from '@profilkort/domain/templates/builtin'
import { fieldsOf, type Template } from '@profilkort/domain/templates/template'
import { holdCatalogue } from '../attributes/read-catalogue.ts'
import { findTemplatesIn, type TemplateView } from '../templates/find-template.ts'
import { missingPictures } from './missing-pictures.ts'
import { type ContentProblem, problemIn } from './problem.ts'
import { resolveLinks, type Targets, targetsOf } from './resolve-links.ts'
import type { SourceDocument } from './source-document.ts'

/** A profile as it came in. */
export interface GivenProfile {
  readonly source: SourceDocument
  readonly profile: PortableProfile<ProfileDraft>
}

/** What is to be done with a profile. */
export interface PlannedProfile extends GivenProfile {
  readonly id: string
  /** As it is in the workspace; undefined where it is new. */
  readonly row: ProfileRow | undefined
  readonly content: ProfileContent
  readonly outcome: 'created' | 'updated' | 'unchanged'
}

export interface ProfilePlan {
  readonly planned: readonly PlannedProfile[]
  readonly problems: readonly ContentProblem[]
  readonly missingPictures: readonly string[]
}

/** What comes in together with the profiles. */
export interface Beside {
  readonly templates: ReadonlyMap<string, Template>
  /** The slugs and keys of documents that could not be read; whoever points at them is not at fault. */
  readonly unread: ReadonlySet<string>
}

/**
 * Decides what becomes of the profiles; locks those that are there. They may point at one another in any order and in
 * circles: all of them are known before the links of the first are read.
 */
export async function planProfiles(
  tx: Tx,
  workspaceId: string,
  given: readonly GivenProfile[],
  { templates: imported, unread }: Beside,
): Promise<ProfilePlan> {
  const catalogue = await holdCatalogue(tx, workspaceId)
  const slugs = given.map(({ profile }) => profile.slug)
  const rows = await findProfiles(tx, workspaceId, await lockProfilesBySlug(tx, workspaceId, slugs))
  const rowsBySlug = new Map(rows.map((row) => [row.slug, row]))
  const keys = [...new Set(given.map(({ profile }) => profile.template))]
  const known = await findTemplatesIn(tx, workspaceId, keys)
  const identified = given.map((each) => ({
    ...each,
    id: rowsBySlug.get(each.profile.slug)?.id ?? randomUUID(),
  }))
  const targets = await targetsOf(tx, workspaceId, await listTargets(tx, workspaceId), identified, unread)
  const plans = identified.map((each) => {
    const row = rowsBySlug.get(each.profile.slug)
    const template = imported.get(each.profile.template) ?? known.get(each.profile.template)
    const identity = checkIdentity(each.profile, row, template, known.get(each.profile.template))
    if (template === undefined) {
      const problems = unread.has(each.profile.template) ? [] : identity
      return { ...each, row, problems, content: emptyContent }
    }
    const read = readContent(each.profile, row, template, targets)
    const { kind } = each.profile
    const checked = checkProfile(read.draft, { kind, template, catalogue, before: read.before })
    const content = checked.ok ? checked.value : emptyContent
    const problems = [...identity, ...read.problems, ...(checked.ok ? [] : checked.problems)]
    return { ...each, row, problems, content }
  })
  const problems = plans.flatMap((plan) => plan.problems.map((problem) => problemIn(plan.source, problem)))
  const pictures = await missingPictures(tx, workspaceId, given)
  return {
    planned: plans.map((plan) => ({ ...plan, outcome: outcomeOf(plan) })),
    problems: [...problems, ...pictures.problems],
    missingPictures: pictures.hashes,
  }
}

/** A profile keeps its kind and template: its readers and its history are of them. */
function checkIdentity(
  { kind, template: key, isArchived }: PortableProfile<ProfileDraft>,
  row: ProfileRow | undefined,
  template: Template | undefined,
  stored: TemplateView | undefined,
): readonly Problem[] {
  if (template === undefined) {
    const message = `There is no template "${key}" here, and none among these documents. Import it first, or together with this.`
    return [{ path: ['template'], message }]
  }
  const fits = templateFits(template, kind)
    ? []
    : [
        {
          path: ['template'],
          message: `The template "${key}" is for ${template.kinds.join(', ')} only, not for ${kind}.`,
        },
      ]
  if (row === undefined) {
    const isAway = stored?.archivedAt != null && !isArchived
    const message = `The template "${key}" is in the archive. Take it out of there first.`
    return isAway ? [...fits, { path: ['template'], message }] : fits
  }
  const kept = (what: string, is: string, wanted: string) =>
    is === wanted
      ? []
      : [
          {
            path: [what],
            message: `This profile is there as ${is}, and cannot become ${wanted}. Give this one another slug.`,
          },
        ]
  return [...fits, ...kept('kind', row.kind, kind), ...kept('template', row.templateKey, key)]
}

/** The content with its links by ids, and what counts as having been there before. */
function readContent(
  { content, kept }: PortableProfile<ProfileDraft>,
  row: ProfileRow | undefined,
  template: Template,
  targets: Targets,
) {
  const { links, problems } = resolveLinks(content.links, targets)
  const before = row?.content ?? emptyContent
  const known = fieldsOf(template)
  // Who may read a field that is gone stays said, though a document does not.
  const leftOver = Object.entries(before.visibility).filter(([key]) => !known.has(key))
  const keptFields = Object.entries(content.fields).filter(([key]) => kept.includes(key))
  const draft: ProfileDraft = {
    ...content,
    links,
    visibility: { ...Object.fromEntries(leftOver), ...content.visibility },
  }
  return {
    draft,
    problems,
    before: { ...before, fields: { ...before.fields, ...Object.fromEntries(keptFields) } },
  }
}

function outcomeOf({ row, content, profile }: Omit<PlannedProfile, 'outcome'>): PlannedProfile['outcome'] {
  if (row === undefined) return 'created'
  const isMoved = (row.archivedAt !== null) !== profile.isArchived
  return isMoved || diffContents(row.content, content).length > 0 ? 'updated' : 'unchanged'
}
