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
}

/** The workspace the transaction sees. */
export async function findWorkspace(tx: Tx, id: string): Promise<WorkspaceRow | undefined> {
  const row = await tx
    .selectFrom('workspace')
    .select(['id', 'slug', 'name', 'currency', 'locales'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row as WorkspaceRow | undefined
}

/** Makes a workspace unless it is there. @returns whether it was made now */
export async function insertWorkspace(tx: Tx, row: WorkspaceRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('workspace')
    .values({ ...row, locales: [...row.locales] })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
