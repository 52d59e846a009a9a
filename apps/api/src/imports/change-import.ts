import type { Tx } from '@profilkort/database/connect'
import {
  findImport,
  type ImportChange,
  type ImportRow,
  lockImport,
  updateImport,
} from '@profilkort/database/imports/imports.queries'
import { failed } from '@profilkort/domain/result'
import type { Context } from '../graphql/context.ts'
import { NotFound, unwrap } from '../graphql/problems.ts'

/** Calls an import off: one that waits at once, one that runs between two steps. One that is called off stays so. */
export function cancelImport({ read, now }: Context, id: string): Promise<ImportRow> {
  return read(async (tx, workspaceId) => {
    const row = await lock(tx, workspaceId, id)
    if (row.state === 'done' || row.state === 'failed') refuse(`This import is ${row.state} already.`)
    const cancelled = { cancelRequestedAt: row.cancelRequestedAt ?? now }
    const report = { ...row.counts, rows: row.position, notes: [] }
    const ended: ImportChange = row.state === 'received' ? { state: 'cancelled', endedAt: now, report } : {}
    return change(tx, workspaceId, id, { ...cancelled, ...ended })
  })
}

/** Goes on with an import that failed half-way. */
export async function resumeImport({ read, wakeImports }: Context, id: string): Promise<ImportRow> {
  const [workspace, row] = await read(async (tx, workspaceId) => {
    const row = await lock(tx, workspaceId, id)
    if (row.state !== 'failed')
      refuse(`This import is ${row.state}. Only one that failed can be gone on with.`)
    if (row.mapping === null || row.dryRun) refuse('Nothing of it was imported. Send the file again.')
    const resumed = await change(tx, workspaceId, id, {
      state: 'running',
      problem: null,
      report: null,
      endedAt: null,
      joinedTo: null,
    })
    return [workspaceId, resumed] as const
  })
  wakeImports(workspace)
  return row
}

async function lock(tx: Tx, workspaceId: string, id: string): Promise<ImportRow> {
  const row = await lockImport(tx, workspaceId, id)
  if (row === undefined) throw new NotFound('import', id)
  return row
}

async function change(tx: Tx, workspaceId: string, id: string, to: ImportChange): Promise<ImportRow> {
  await updateImport(tx, workspaceId, id, to)
  const row = await findImport(tx, workspaceId, id)
  if (row === undefined) throw new Error(`Import ${id} is gone while it was changed`)
  return row
}

function refuse(message: string): never {
  return unwrap(failed({ path: ['id'], message }))
}
