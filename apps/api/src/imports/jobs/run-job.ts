import { inWorkspace, type OwnConnection, type Tx } from '@profilkort/database/connect'
import {
  findImport,
  type ImportKey,
  type ImportRow,
  updateImport,
} from '@profilkort/database/imports/imports.queries'
import { deleteSeen } from '@profilkort/database/imports/known-rows.queries'
import { deleteRejects } from '@profilkort/database/imports/rejects.queries'
import type { FileReader } from '../chunks/chunk.ts'
import { openReader } from '../chunks/open-reader.ts'
import { ImportRefused } from '../problem.ts'
import { checkJob, wishesOf } from './check-job.ts'
import { endJob } from './end-job.ts'
import type { ImportEnvironment } from './environment.ts'
import { Cancelled, type Job } from './job.ts'
import { joinJob } from './join-job.ts'
import { loadJob } from './load-job.ts'

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
  const { db, files } = environment
  const read = () => inWorkspace(db, key.workspaceId, (tx) => findImport(tx, key.workspaceId, key.id))
  let reader: FileReader | undefined
  const open = async (row: ImportRow) => {
    reader ??= await openReader({ file: files.pathOf(key.id), sheet: wishesOf(row).sheet })
    return reader
  }
  const close = async () => {
    await reader?.close()
    reader = undefined
  }
  try {
    for (let row = await read(); row !== undefined && !isStopping(); row = await read()) {
      if (row.endedAt !== null) return
      const job: Job = { environment, connection, key, row, open: open.bind(undefined, row), isStopping }
      // What was read is not needed to join, and is not small.
      if (row.state === 'joining') await close()
      await step(job).catch((error: unknown) => settleFailure(job, error))
    }
  } finally {
    await close()
  }
}

async function step(job: Job): Promise<void> {
  const { environment, key, row } = job
  switch (row.state) {
    case 'received':
      return inWorkspace(environment.db, key.workspaceId, (tx) => begin(tx, job))
    case 'checking':
      return checkJob(job)
    case 'running':
      // A dry run that was broken off has left nothing but what it told.
      if (row.dryRun && row.position > 0) {
        return inWorkspace(environment.db, key.workspaceId, (tx) => startOver(tx, key))
      }
      return loadJob(job)
    case 'joining':
      return joinJob(job)
    case 'done':
    case 'failed':
    case 'cancelled':
      return
  }
}

async function begin(tx: Tx, { environment, key: { workspaceId, id }, row }: Job): Promise<void> {
  await updateImport(tx, workspaceId, id, {
    state: 'checking',
    startedAt: row.startedAt ?? environment.clock(),
  })
}

async function startOver(tx: Tx, { workspaceId, id }: ImportKey): Promise<void> {
  await deleteRejects(tx, workspaceId, id)
  await deleteSeen(tx, workspaceId, id)
  await updateImport(tx, workspaceId, id, { position: 0, counts: nothing })
}

const nothing = { inserted: 0, changed: 0, unchanged: 0, rejected: 0 }

/** What an import that failed half-way, or was cancelled, has written stays; who is who is settled for it. */
async function settleFailure({ environment, key }: Job, error: unknown): Promise<void> {
  const { workspaceId, id } = key
  if (!(error instanceof Cancelled || error instanceof ImportRefused)) throw error
  const problem = error instanceof ImportRefused ? { code: error.code, message: error.message } : null
  const isHalfWay = await inWorkspace(environment.db, workspaceId, async (tx) => {
    const row = await findImport(tx, workspaceId, id)
    const wasWritten = row !== undefined && !row.dryRun && row.position > 0
    await updateImport(tx, workspaceId, id, { problem, ...(wasWritten ? { state: 'joining' } : {}) })
    if (!wasWritten) await endJob(tx, environment, key, [])
    return wasWritten
  })
  if (!isHalfWay) await environment.files.remove(id)
}
