import type { Attribute } from '@profilkort/domain/attributes/attribute'
import { type Sensitive, sensitiveOf } from '@profilkort/domain/consents/withheld'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** The workspace's catalogue of attributes, by key. */
export async function listAttributes(tx: Tx, workspaceId: string): Promise<readonly Attribute[]> {
  const rows = await tx
    .selectFrom('attribute')
    .select(['key', 'subject', 'definition'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('key')
    .execute()
  return rows.map((row) => {
    const { key, subject } = row
    return {
      ...(row.definition as unknown as Omit<Attribute, 'key' | 'subject'>),
      key,
      subject: subject as Attribute['subject'],
    }
  })
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

/** Adds attributes that are not there; those that are stay as the workspace has them. */
export async function ensureAttributes(
  tx: Tx,
  workspaceId: string,
  attributes: readonly Attribute[],
): Promise<void> {
  if (attributes.length === 0) return
  await tx
    .insertInto('attribute')
    .values(
      attributes.map(({ key, subject, ...definition }) => ({
        workspace_id: workspaceId,
        key,
        subject,
        definition: JSON.stringify(definition),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
