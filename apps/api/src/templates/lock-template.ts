import type { Tx } from '@profilkort/database/connect'
import {
  findTemplateRevision,
  lockTemplate,
  type TemplateRow,
} from '@profilkort/database/templates/templates.queries'
import { failed } from '@profilkort/domain/result'
import { findTemplate } from '@profilkort/domain/templates/builtin'
import { NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'

/** The one read that a change of a template is decided on: locked, and still as the caller has seen it. */
export async function lockForChange(
  tx: Tx,
  workspaceId: string,
  key: string,
  expectedRevision: number,
): Promise<TemplateRow> {
  const template = await lockOwn(tx, workspaceId, key)
  if (template.revision !== expectedRevision) {
    throw await conflict(tx, workspaceId, template, expectedRevision)
  }
  return template
}

/** A template of the workspace's own, whatever the caller has seen of it. */
export async function lockOwn(tx: Tx, workspaceId: string, key: string): Promise<TemplateRow> {
  if (findTemplate(key) !== undefined) {
    const message = `"${key}" is built in and stays as it is. Make a copy with \`templateCreate(input: { copyOf: "${key}", … })\` and change that.`
    return unwrap(failed({ path: ['key'], message }))
  }
  const template = await lockTemplate(tx, workspaceId, key)
  if (template === undefined) throw new NotFound('template', key)
  return template
}

async function conflict(
  tx: Tx,
  workspaceId: string,
  { key, revision, content: theirs }: TemplateRow,
  expectedRevision: number,
): Promise<RevisionConflict> {
  const base = await findTemplateRevision(tx, workspaceId, key, expectedRevision)
  const newest = await findTemplateRevision(tx, workspaceId, key, revision)
  if (newest === undefined) return new RevisionConflict(expectedRevision, revision)
  const { savedBy, savedAt } = newest
  return new RevisionConflict(expectedRevision, revision, { base: base?.content, theirs, savedBy, savedAt })
}
