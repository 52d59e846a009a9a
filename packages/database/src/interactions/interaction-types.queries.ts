import type { InteractionType } from '@profilkort/domain/interactions/interaction'
import type { Tx } from '../connect.ts'

/** What a workspace says of interactions of a name, and who said so. */
export interface InteractionTypeRow extends InteractionType {
  /** Counts its changes. */
  readonly revision: number
  readonly updatedAt: Date
  readonly updatedBy: string
}

/** By name; a workspace has tens of them. */
export async function listInteractionTypes(
  tx: Tx,
  workspaceId: string,
): Promise<readonly InteractionTypeRow[]> {
  const rows = await types(tx).where('workspace_id', '=', workspaceId).orderBy('name').limit(1000).execute()
  return rows as unknown as readonly InteractionTypeRow[]
}

/** Those of all workspaces that end their interactions; needs `acrossWorkspaces`. */
export async function listEnding(
  tx: Tx,
): Promise<
  readonly { readonly workspaceId: string; readonly name: string; readonly retentionDays: number }[]
> {
  const rows = await tx
    .selectFrom('interaction_type')
    .select(['workspace_id as workspaceId', 'name', 'retention_days as retentionDays'])
    .where('retention_days', 'is not', null)
    .execute()
  return rows.map((row) => ({ ...row, retentionDays: row.retentionDays ?? 0 }))
}

export async function findInteractionType(
  tx: Tx,
  workspaceId: string,
  name: string,
): Promise<InteractionTypeRow | undefined> {
  const row = await types(tx)
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row as unknown as InteractionTypeRow | undefined
}

/** Adds a type of revision 1, or changes the one of the revision before. @returns false, with nothing written, where it is not there */
export async function saveInteractionType(
  tx: Tx,
  workspaceId: string,
  type: InteractionTypeRow,
): Promise<boolean> {
  const { name, label, properties, onViolation, retentionDays, countsAs, updatedAt, updatedBy, revision } =
    type
  const said = {
    revision,
    label: JSON.stringify(label),
    properties: properties && JSON.stringify(properties),
    on_violation: onViolation,
    retention_days: retentionDays,
    counts_as: countsAs,
    updated_at: updatedAt,
    updated_by: updatedBy,
  }
  if (revision === 1) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('interaction_type')
      .values({ workspace_id: workspaceId, name, ...said })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('interaction_type')
    .set(said)
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', name)
    .where('revision', '=', revision - 1)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** @returns whether there was one */
export async function deleteInteractionType(tx: Tx, workspaceId: string, name: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('interaction_type')
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', name)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

function types(tx: Tx) {
  return tx
    .selectFrom('interaction_type')
    .select([
      'name',
      'label',
      'properties',
      'on_violation as onViolation',
      'retention_days as retentionDays',
      'counts_as as countsAs',
      'updated_at as updatedAt',
      'updated_by as updatedBy',
      'revision',
    ])
}
