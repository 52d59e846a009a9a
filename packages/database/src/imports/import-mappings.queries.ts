import type { ImportKind } from '@profilkort/domain/imports/kinds'
import type { Mapping } from '@profilkort/domain/imports/mapping'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** A mapping that is kept under a name. */
export interface SavedMapping {
  readonly id: string
  readonly name: string
  readonly mapping: Mapping
  readonly revision: number
  readonly savedAt: Date
  readonly savedBy: string
}

const columns = ['id', 'name', 'mapping', 'revision', 'saved_at as savedAt', 'saved_by as savedBy'] as const

function saved(tx: Tx, workspaceId: string) {
  return tx.selectFrom('import_mapping').where('workspace_id', '=', workspaceId).select(columns)
}

/** The mappings of a kind, or all, the last saved first; a workspace has tens of them. */
export async function listImportMappings(
  tx: Tx,
  workspaceId: string,
  kind?: ImportKind,
): Promise<readonly SavedMapping[]> {
  const rows = await saved(tx, workspaceId)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .orderBy('saved_at', 'desc')
    .orderBy('name')
    .limit(1000)
    .execute()
  return rows.map(toMapping)
}

/** Takes the row that a change of the mapping is decided on. */
export async function lockImportMapping(
  tx: Tx,
  workspaceId: string,
  by: { readonly id: string } | { readonly name: string },
): Promise<SavedMapping | undefined> {
  const row = await saved(tx, workspaceId)
    .$if('id' in by, (query) => query.where('id', '=', 'id' in by ? by.id : ''))
    .$if('name' in by, (query) => query.where('name', '=', 'name' in by ? by.name : ''))
    .forUpdate()
    .executeTakeFirst()
  return row && toMapping(row)
}

/** Writes a mapping under its name, over the one that has it. */
export async function saveImportMapping(
  tx: Tx,
  workspaceId: string,
  {
    name,
    mapping,
    by,
    at,
  }: Pick<SavedMapping, 'name' | 'mapping'> & { readonly by: string; readonly at: Date },
): Promise<SavedMapping> {
  const values = {
    kind: mapping.kind,
    headers: mapping.columns.map(({ column }) => column),
    mapping: JSON.stringify(mapping),
    saved_at: at,
    saved_by: by,
  }
  const row = await tx
    .insertInto('import_mapping')
    .values({ workspace_id: workspaceId, name, revision: 1, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'name'])
        .doUpdateSet((eb) => ({ ...values, revision: eb('import_mapping.revision', '+', 1) })),
    )
    .returning(columns)
    .executeTakeFirstOrThrow()
  return toMapping(row)
}

/** The mappings with a column that goes to an attribute. */
export async function findMappingsOf(
  tx: Tx,
  workspaceId: string,
  key: string,
): Promise<readonly SavedMapping[]> {
  const rows = await saved(tx, workspaceId).where(namesAttribute(key)).orderBy('name').execute()
  return rows.map(toMapping)
}

/** Writes a mapping that follows its attributes, as its next revision; whose it is and when it was saved stay. */
export async function rewriteImportMapping(
  tx: Tx,
  workspaceId: string,
  { id, mapping }: Pick<SavedMapping, 'id' | 'mapping'>,
): Promise<void> {
  await tx
    .updateTable('import_mapping')
    .set((eb) => ({ mapping: JSON.stringify(mapping), revision: eb('revision', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** The mappings of imports that failed and may be gone on with, those that have a column that goes to an attribute. */
export async function lockFailedMappings(
  tx: Tx,
  workspaceId: string,
  key: string,
): Promise<readonly Pick<SavedMapping, 'id' | 'mapping'>[]> {
  const rows = await tx
    .selectFrom('import')
    .select(['id', 'mapping'])
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'failed')
    .where(namesAttribute(key))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id, mapping }) => ({ id, mapping: mapping as unknown as Mapping }))
}

/** Whether `mapping` has a column that goes to an attribute. */
function namesAttribute(key: string) {
  return sql<boolean>`jsonb_path_exists(mapping,
    '$.columns[*].target ? (@.kind == "attribute" && @.key == $key)', jsonb_build_object('key', ${key}::text))`
}

export async function deleteImportMapping(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom('import_mapping').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}

type Row = Awaited<ReturnType<ReturnType<typeof saved>['executeTakeFirstOrThrow']>>

function toMapping({ mapping, ...row }: Row): SavedMapping {
  return { ...row, mapping: mapping as unknown as Mapping }
}
