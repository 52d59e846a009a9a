import type { Attribute } from '@profilkort/domain/attributes/attribute'
import { inOrder } from '@profilkort/domain/attributes/order'
import { type Sensitive, sensitiveOf } from '@profilkort/domain/consents/withheld'
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../connect.ts'
import type { DB } from '../database.generated.ts'

/** An attribute as it is kept. */
export interface AttributeRow extends Attribute {
  /** 1 as long as it is as the product or an import made it. */
  readonly revision: number
  readonly archivedAt: Date | null
}

/** The attributes of special categories, by what they are known of. */
export async function listSensitive(tx: Tx, workspaceId: string): Promise<Sensitive> {
  const rows = await tx
    .selectFrom('attribute')
    .select(['key', 'subject', sql<boolean>`true`.as('sensitive')])
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`definition -> 'sensitive' = 'true'`)
    .execute()
  return sensitiveOf(rows.map((row) => ({ ...row, subject: row.subject as Attribute['subject'] })))
}

/** Keeps the catalogue as it is until the transaction ends, for those who write rules that were checked against it. */
export async function holdAttributes(tx: Tx, workspaceId: string): Promise<void> {
  await sql`-- holdAttributes
    select pg_advisory_xact_lock_shared(hashtextextended(${`catalogue ${workspaceId}`}, 0))`.execute(tx)
}

/** Makes changes of the catalogue that rules have to follow come alone: no rule is written meanwhile. */
export async function lockAttributes(tx: Tx, workspaceId: string): Promise<void> {
  await sql`-- lockAttributes
    select pg_advisory_xact_lock(hashtextextended(${`catalogue ${workspaceId}`}, 0))`.execute(tx)
}

/** The workspace's attributes by category and in order; those of the archive are left out. */
export async function listAttributes(tx: Tx, workspaceId: string): Promise<readonly AttributeRow[]> {
  const all = await listAllAttributes(tx, workspaceId)
  return all.filter(({ archivedAt }) => archivedAt === null)
}

/** The workspace's attributes, archived ones too, by category and in order. */
export async function listAllAttributes(tx: Tx, workspaceId: string): Promise<readonly AttributeRow[]> {
  const rows = await tx.selectFrom('attribute').selectAll().where('workspace_id', '=', workspaceId).execute()
  return inOrder(rows.map(toAttribute))
}

/** Takes the row that a change of the attribute is decided on. */
export async function lockAttribute(
  tx: Tx,
  workspaceId: string,
  key: string,
): Promise<AttributeRow | undefined> {
  const row = await tx
    .selectFrom('attribute')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst()
  return row && toAttribute(row)
}

/** Adds attributes that are not there; those that are stay as the workspace has them. @returns the keys of those added */
export async function ensureAttributes(
  tx: Tx,
  workspaceId: string,
  attributes: readonly Attribute[],
): Promise<readonly string[]> {
  if (attributes.length === 0) return []
  const rows = await tx
    .insertInto('attribute')
    .values(attributes.map((attribute) => ({ workspace_id: workspaceId, ...toColumns(attribute) })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .execute()
  return rows.map(({ key }) => key)
}

/** Writes an attribute over the one that has the key now; its own key may be another. */
export async function saveAttribute(
  tx: Tx,
  workspaceId: string,
  key: string,
  { revision, archivedAt, ...attribute }: AttributeRow,
): Promise<void> {
  await tx
    .updateTable('attribute')
    .set({ ...toColumns(attribute), revision, archived_at: archivedAt })
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', key)
    .execute()
}

function toColumns({ key, subject, ...definition }: Attribute) {
  return { key, subject, definition: JSON.stringify(definition) }
}

function toAttribute({
  key,
  subject,
  definition,
  revision,
  archived_at,
}: Selectable<DB['attribute']>): AttributeRow {
  return {
    ...(definition as unknown as Omit<Attribute, 'key' | 'subject'>),
    key,
    subject: subject as Attribute['subject'],
    revision,
    archivedAt: archived_at,
  }
}
