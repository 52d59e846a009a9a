import { inWorkspace, type OwnConnection } from '@profilkort/database/connect'
import { findImport, type ImportKey, type ImportRow, updateImport } from '@profilkort/database/imports/imports.queries'
import { deleteRejects } from '@profilkort/database/imports/rejects.queries'
import { deleteSeen } from '@profilkort/database/imports/known-rows.queries'
import { ImportRefused } from '../problem.ts'
import { checkJob } from './check-job.ts'
import type { ImportEnvironment } from './environment.ts'
import { joinJob } from './join-job.ts'
import { loadJob } from './load-job.ts'
import { Cancelled } from './job.ts'
import { endJob } from './end-job.ts'

/**
 * Goes on with an import from wherever it stands, to its end. Each step is a transaction that moves the import with what
 * it writes, so that whoever goes on after a crash does nothing twice and leaves nothing out.
 * @param isStopping whether to stop between two steps and leave the rest to another
 */
export async function runJob(
  environment: ImportEnvironment,
  connection: OwnConnection,
  key: ImportKey,
  isStopping: () => boolean,
): Promise<void> {
  const { db, clock } = environment
  const read = () => inWorkspace(db, key.workspaceId, (tx) => findImport(tx, key.workspaceId, key.id))
  const change = (row: Parameters<typeof updateImport>[3]) =>
    inWorkspace(db, key.workspaceId, (tx) => updateImport(tx, key.workspaceId, key.id, row))
  for (let row = await read(); row !== undefined && !isStopping(); row = await read()) {
    const job = { environment, connection, key, row, isStopping }
    try {
      switch (row.state) {
        case 'received':
          await change({ state: 'checking', startedAt: row.startedAt ?? clock() })
          break
        case 'checking':
          await checkJob(job)
          break
        case 'running':
          if (row.dryRun) await startOver(environment, key)
          await loadJob(job)
          break
        case 'joining':
          await joinJob(job)
          break
        case 'done':
        case 'failed':
        case 'cancelled':
          return
      }
    } catch (error) {
      await settleFailure(job, row, error)
    }
  }
}

/** What an import that failed half-way, or was cancelled, has written stays; who is who is settled for it. */
async function settleFailure(
  job: Parameters<typeof loadJob>[0],
  row: ImportRow,
  error: unknown,
): Promise<void> {
  const { environment, key } = job
  const isKnown = error instanceof Cancelled || error instanceof ImportRefused
  if (!isKnown) throw error
  const problem = error instanceof ImportRefused ? { code: error.code, message: error.message } : null
  await inWorkspace(environment.db, key.workspaceId, async (tx) => {
    const now = await findImport(tx, key.workspaceId, key.id)
    const isHalfWay = !row.dryRun && now !== undefined && now.position > 0
    await updateImport(tx, key.workspaceId, key.id, { problem, ...(isHalfWay ? { state: 'joining' } : {}) })
    if (!isHalfWay) await endJob(tx, environment, key, [])
  })
  if (row.position === 0) await environment.files.remove(key.id)
}

/** A dry run that was interrupted has left nothing but what it told. */
async function startOver({ db }: ImportEnvironment, { workspaceId, id }: ImportKey): Promise<void> {
  await inWorkspace(db, workspaceId, async (tx) => {
    await deleteRejects(tx, workspaceId, id)
    await deleteSeen(tx, workspaceId, id)
    await updateImport(tx, workspaceId, id, {
      position: 0,
      counts: { inserted: 0, changed: 0, unchanged: 0, rejected: 0 },
    })
  })
}
