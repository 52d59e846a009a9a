import { gatherContested, openContested } from '@profilkort/database/imports/contested.queries'
import { updateImport } from '@profilkort/database/imports/imports.queries'
import { refreshStatistics } from '@profilkort/database/imports/statistics.queries'
import { noteBook } from '@profilkort/domain/imports/notes'
import { settleCustomers } from '../../identity/settle-customers.ts'
import { settling } from '../chunks/kinds-of-rows.ts'
import { joinNext, noteJoined } from '../join-import.ts'
import { endJob } from './end-job.ts'
import { type Job, LeftToOthers } from './job.ts'

/** Recognises who the new records speak of, batch by batch, and ends the import. */
export async function joinJob({ environment, connection, key, row, isStopping }: Job): Promise<void> {
  const { workspaceId, id } = key
  await connection.inWorkspace(workspaceId, (tx) => refreshStatistics(tx))
  await connection.inWorkspace(workspaceId, async (tx) => {
    await openContested(tx)
    await gatherContested(tx, key)
  })
  for (let after: string | null | undefined = row.joinedTo; after !== undefined; ) {
    if (isStopping()) throw new LeftToOthers()
    const from: string | null = after
    after = await connection.inWorkspace(workspaceId, async (tx) => {
      const last = await joinNext(tx, key, environment.clock(), from)
      if (last !== undefined) await updateImport(tx, workspaceId, id, { joinedTo: last })
      return last
    })
  }
  await connection.inWorkspace(workspaceId, async (tx) => {
    const notes = noteBook(row.remarks.writer)
    const joined = await noteJoined(tx, key, notes)
    if (settling.has(row.kind)) await settleCustomers(tx, workspaceId)
    await endJob(tx, environment, key, [...noteBook(row.remarks.reader).list(), ...notes.list()], joined)
  })
}
