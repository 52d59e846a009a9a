import type { Tx } from '@profilkort/database/connect'
import { markDuplicatesDue } from '@profilkort/database/identity/duplicates.queries'
import {
  type ImportKey,
  type ImportReport,
  type ImportState,
  lockImport,
  updateImport,
} from '@profilkort/database/imports/imports.queries'
import { deleteSeen } from '@profilkort/database/imports/known-rows.queries'
import type { Note } from '@profilkort/domain/imports/notes'
import type { ImportEnvironment } from './environment.ts'

/**
 * Writes down what became of an import, once all that it does is done.
 * @param joined new records that turned out to speak of customers that were known
 */
export async function endJob(
  tx: Tx,
  { clock }: ImportEnvironment,
  { workspaceId, id }: ImportKey,
  notes: readonly Note[],
  joined = 0,
): Promise<void> {
  const row = await lockImport(tx, workspaceId, id)
  if (row === undefined) return
  const { inserted, changed } = row.counts
  const report: ImportReport = {
    ...row.counts,
    inserted: inserted - joined,
    changed: changed + joined,
    rows: row.position,
    notes,
  }
  const state: ImportState =
    row.problem !== null ? 'failed' : row.cancelRequestedAt !== null ? 'cancelled' : 'done'
  await updateImport(tx, workspaceId, id, { state, report, endedAt: clock() })
  await deleteSeen(tx, workspaceId, id)
  if (inserted + changed > 0 && !row.dryRun) await markDuplicatesDue(tx, workspaceId)
}
