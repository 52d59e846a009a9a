import { listTargets, type TargetRow } from '@profilkort/database/content/content.queries'
import type { ProfileRow } from '@profilkort/database/profiles/profiles.queries'
import { listProfiles } from '@profilkort/database/profiles/profiles.queries'
import { locales } from '@profilkort/domain/locales/locale'
import { type Document, keptIn, toDocument } from '@profilkort/domain/profiles/document'
import { renameLinks } from '@profilkort/domain/profiles/rename-links'
import { findTemplate } from '@profilkort/domain/templates/builtin'
import { toTemplateDocument } from '@profilkort/domain/templates/document'
import type { Template } from '@profilkort/domain/templates/template'
import type { Context } from '../graphql/context.ts'
import { NotFound } from '../graphql/problems.ts'
import { findTemplatesIn } from '../templates/find-template.ts'
import { authorise } from './content.policy.ts'

/**
 * The newest revisions of profiles as documents, all of them where no slugs are named, after the workspace's own
 * templates that they are written in. What is in the archive says so.
 */
export async function exportContent(
  context: Context,
  slugs: readonly string[] | undefined,
): Promise<readonly Document[]> {
  authorise(context.viewer, 'content:export')
  return context.read(async (tx, workspaceId) => {
    const all = await listProfiles(tx, workspaceId)
    const rows = slugs === undefined ? all : slugs.map((slug) => findRow(all, slug))
    const names = slugsById(await listTargets(tx, workspaceId))
    const keys = [...new Set(rows.map(({ templateKey }) => templateKey))].toSorted()
    const templates = await findTemplatesIn(tx, workspaceId, keys)
    const own = keys.flatMap((key) => (findTemplate(key) === undefined ? (templates.get(key) ?? []) : []))
    return [
      ...own.map(toTemplateDocument),
      ...rows.map((row) => {
        const template = templates.get(row.templateKey)
        if (template === undefined)
          throw new Error(`Profile ${row.id} is of the unknown template ${row.templateKey}`)
        return writeRow(row, template, names)
      }),
    ]
  })
}

function findRow(rows: readonly ProfileRow[], slug: string): ProfileRow {
  const row = rows.find((each) => each.slug === slug)
  if (row === undefined) throw new NotFound('profile', slug)
  return row
}

function writeRow(row: ProfileRow, template: Template, names: ReturnType<typeof slugsById>): Document {
  const content = { ...row.content, links: renameLinks(row.content.links, names) }
  return toDocument(
    {
      slug: row.slug,
      kind: row.kind,
      template: row.templateKey,
      content,
      kept: keptIn(content, template),
      published: locales.filter((locale) => row.publications[locale]?.revision === row.revision),
      isArchived: row.archivedAt !== null,
    },
    template,
  )
}

function slugsById(targets: readonly TargetRow[]) {
  const of = (what: TargetRow['what']) =>
    new Map(targets.flatMap((target) => (target.what === what ? [[target.id, target.slug] as const] : [])))
  return { profiles: of('profile'), segments: of('segment'), scorecards: of('scorecard') }
}
