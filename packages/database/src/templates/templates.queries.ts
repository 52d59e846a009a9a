import type { FieldKinds } from '@profilkort/domain/templates/change'
import type { Template, TemplateFieldKind } from '@profilkort/domain/templates/template'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** A template that the workspace made, as its newest revision has it. */
export interface TemplateRow {
  readonly key: string
  readonly revision: number
  readonly content: Template
  readonly archivedAt: Date | null
}

/** An older or the newest state of a template. */
export interface TemplateRevisionRow {
  readonly content: Template
  readonly savedAt: Date
  readonly savedBy: string
}

/** A profile that was written in a template. */
export interface TemplateUser {
  readonly id: string
  readonly slug: string
}

function templates(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('template')
    .where('workspace_id', '=', workspaceId)
    .select(['key', 'revision', 'content', 'archived_at as archivedAt'])
}

/** All that the workspace made, archived ones too, by key; it has at most a few hundred. */
export async function listTemplates(tx: Tx, workspaceId: string): Promise<readonly TemplateRow[]> {
  const rows = await templates(tx, workspaceId).orderBy('key').execute()
  return rows.map(toTemplate)
}

/** Templates by their keys; one that there is none of is left out. */
export async function findTemplates(
  tx: Tx,
  workspaceId: string,
  keys: readonly string[],
): Promise<readonly TemplateRow[]> {
  if (keys.length === 0) return []
  const rows = await templates(tx, workspaceId)
    .where('key', 'in', [...keys])
    .execute()
  return rows.map(toTemplate)
}

/** Takes the row that a change of the template is decided on, so that changes to it come one after the other. */
export async function lockTemplate(
  tx: Tx,
  workspaceId: string,
  key: string,
): Promise<TemplateRow | undefined> {
  const row = await templates(tx, workspaceId).where('key', '=', key).forUpdate().executeTakeFirst()
  return row && toTemplate(row)
}

/** Reads a template and keeps it from being deleted until the transaction ends; others may still change it. */
export async function holdTemplate(
  tx: Tx,
  workspaceId: string,
  key: string,
): Promise<TemplateRow | undefined> {
  const row = await templates(tx, workspaceId).where('key', '=', key).forKeyShare().executeTakeFirst()
  return row && toTemplate(row)
}

export async function findTemplateRevision(
  tx: Tx,
  workspaceId: string,
  key: string,
  revision: number,
): Promise<TemplateRevisionRow | undefined> {
  const row = await tx
    .selectFrom('template_revision')
    .where('workspace_id', '=', workspaceId)
    .where('template_key', '=', key)
    .where('revision', '=', revision)
    .select(['content', 'created_at as savedAt', 'created_by as savedBy'])
    .executeTakeFirst()
  return row && { ...row, content: row.content as unknown as Template }
}

/** The kind that each field of any revision had when it last stood in the template. */
export async function findFieldKinds(tx: Tx, workspaceId: string, key: string): Promise<FieldKinds> {
  const { rows } = await sql<{ key: string; kind: TemplateFieldKind }>`-- findFieldKinds
    select distinct on (field ->> 'key') field ->> 'key' as key, field ->> 'kind' as kind
    from template_revision as revision
    cross join lateral jsonb_path_query(revision.content, '$.sections[*].fields[*]') as field
    where revision.workspace_id = ${workspaceId} and revision.template_key = ${key}
    order by field ->> 'key', revision.revision desc`.execute(tx)
  return new Map(rows.map((row) => [row.key, row.kind]))
}

/** How many the workspace made, archived ones included. */
export async function countTemplates(tx: Tx, workspaceId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('template')
    .where('workspace_id', '=', workspaceId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Writes the first revision. @returns false, with nothing written, where the key is taken */
export async function insertTemplate(
  tx: Tx,
  workspaceId: string,
  content: Template,
  by: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('template')
    .values({
      workspace_id: workspaceId,
      key: content.key,
      revision: 1,
      content: JSON.stringify(content),
      created_by: by,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await insertRevision(tx, workspaceId, 1, content, by)
  return true
}

/** Writes a new revision and makes it the newest. */
export async function saveTemplateRevision(
  tx: Tx,
  workspaceId: string,
  revision: number,
  content: Template,
  by: string,
): Promise<void> {
  await insertRevision(tx, workspaceId, revision, content, by)
  await tx
    .updateTable('template')
    .set({ revision, content: JSON.stringify(content) })
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', content.key)
    .execute()
}

async function insertRevision(
  tx: Tx,
  workspaceId: string,
  revision: number,
  content: Template,
  by: string,
): Promise<void> {
  await tx
    .insertInto('template_revision')
    .values({
      workspace_id: workspaceId,
      template_key: content.key,
      revision,
      content: JSON.stringify(content),
      created_by: by,
    })
    .execute()
}

/** Puts a template away, or takes it back where `at` is null. */
export async function archiveTemplate(
  tx: Tx,
  workspaceId: string,
  key: string,
  at: Date | null,
): Promise<void> {
  await tx
    .updateTable('template')
    .set({ archived_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', key)
    .execute()
}

/** Deletes a template with all its revisions. */
export async function deleteTemplate(tx: Tx, workspaceId: string, key: string): Promise<void> {
  await tx.deleteFrom('template').where('workspace_id', '=', workspaceId).where('key', '=', key).execute()
}

/** The profiles that were written in a template, archived ones too, by slug. */
export async function findTemplateUsers(
  tx: Tx,
  workspaceId: string,
  key: string,
): Promise<readonly TemplateUser[]> {
  return tx
    .selectFrom('profile')
    .where('workspace_id', '=', workspaceId)
    .where('template_key', '=', key)
    .select(['id', 'slug'])
    .orderBy('slug')
    .execute()
}

function toTemplate(row: {
  key: string
  revision: number
  content: unknown
  archivedAt: Date | null
}): TemplateRow {
  return { ...row, content: row.content as Template }
}
