import type { Locale } from '@profilkort/domain/locales/locale'
import type { Tx } from '../connect.ts'

export interface WorkspaceRow {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** ISO 4217; what amounts are compared in. */
  readonly currency: string
  /** The source language first; also the fallback chain. */
  readonly locales: readonly Locale[]
  /** The share of a profile that has to be written in a locale before it is published there; null for none. */
  readonly completenessGate: number | null
  /** Whether a revision has to be approved before it is published. */
  readonly requiresReview: boolean
}

/** What a workspace begins with. */
export type NewWorkspace = Omit<WorkspaceRow, 'completenessGate' | 'requiresReview'>

/** The workspace the transaction sees. */
export async function findWorkspace(tx: Tx, id: string): Promise<WorkspaceRow | undefined> {
  const row = await tx
    .selectFrom('workspace')
    .select([
      'id',
      'slug',
      'name',
      'currency',
      'locales',
      'completeness_gate as completenessGate',
      'requires_review as requiresReview',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  return row as WorkspaceRow | undefined
}

/** Makes a workspace unless it is there. @returns whether it was made now */
export async function insertWorkspace(tx: Tx, row: NewWorkspace): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('workspace')
    .values({ ...row, locales: [...row.locales] })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Changes what a workspace asks for. */
export async function updateWorkspace(
  tx: Tx,
  id: string,
  change: {
    readonly [Key in 'name' | 'locales' | 'completenessGate' | 'requiresReview']?:
      | WorkspaceRow[Key]
      | undefined
  },
): Promise<void> {
  const { name, locales, completenessGate, requiresReview } = change
  await tx
    .updateTable('workspace')
    .set((eb) => ({
      name: name ?? eb.ref('name'),
      locales: locales === undefined ? eb.ref('locales') : [...locales],
      completeness_gate: completenessGate === undefined ? eb.ref('completeness_gate') : completenessGate,
      requires_review: requiresReview ?? eb.ref('requires_review'),
    }))
    .where('id', '=', id)
    .execute()
}

/** All workspaces, for a transaction that looks across them. */
export async function listWorkspaceIds(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.selectFrom('workspace').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
