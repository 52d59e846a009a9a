import type { Tx } from '@profilkort/database/connect'
import { findTemplates, holdTemplate, listTemplates } from '@profilkort/database/templates/templates.queries'
import { builtinTemplates, findTemplate } from '@profilkort/domain/templates/builtin'
import type { Template } from '@profilkort/domain/templates/template'

/** A template with what the workspace knows of it beside its content. */
export interface TemplateView extends Template {
  /** Null for a built-in one. */
  readonly revision: number | null
  readonly archivedAt: Date | null
}

/** A built-in template or one of the workspace's own, archived ones too: profiles that use them are read with them. */
export async function findTemplateIn(
  tx: Tx,
  workspaceId: string,
  key: string,
): Promise<TemplateView | undefined> {
  return (await findTemplatesIn(tx, workspaceId, [key])).get(key)
}

/** The same for several keys at once; one that there is none of is left out. Built-in ones cost no query. */
export async function findTemplatesIn(
  tx: Tx,
  workspaceId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, TemplateView>> {
  const own = await findTemplates(
    tx,
    workspaceId,
    keys.filter((key) => findTemplate(key) === undefined),
  )
  const builtin = builtinTemplates.filter(({ key }) => keys.includes(key))
  return new Map([...builtin.map(viewBuiltin), ...own.map(viewOwn)].map((view) => [view.key, view]))
}

/**
 * A template that a new profile may start from, kept from being deleted until the profile is written. Archived ones are
 * not found.
 */
export async function holdTemplateIn(
  tx: Tx,
  workspaceId: string,
  key: string,
): Promise<TemplateView | undefined> {
  const builtin = findTemplate(key)
  if (builtin !== undefined) return viewBuiltin(builtin)
  const own = await holdTemplate(tx, workspaceId, key)
  return own === undefined || own.archivedAt !== null ? undefined : viewOwn(own)
}

/** What profiles can start from: the built-in templates, then the workspace's own by key; archived ones if asked for. */
export async function listTemplatesOf(
  tx: Tx,
  workspaceId: string,
  { withArchived = false }: { readonly withArchived?: boolean } = {},
): Promise<readonly TemplateView[]> {
  const own = (await listTemplates(tx, workspaceId)).map(viewOwn)
  return [
    ...builtinTemplates.map(viewBuiltin),
    ...own.filter(({ archivedAt }) => withArchived || archivedAt === null),
  ]
}

function viewBuiltin(template: Template): TemplateView {
  return { ...template, revision: null, archivedAt: null }
}

function viewOwn(
  row: Pick<TemplateView, 'archivedAt'> & { revision: number; content: Template },
): TemplateView {
  return { ...row.content, revision: row.revision, archivedAt: row.archivedAt }
}
