import { inWorkspace, type Tx } from '@profilkort/database/connect'
import {
  gatherContested,
  gatherContestedOfLoad,
  openContested,
} from '@profilkort/database/imports/contested.queries'
import { addCounts } from '@profilkort/database/imports/counts'
import {
  findImport,
  type ImportCounts,
  lockImport,
  updateImport,
} from '@profilkort/database/imports/imports.queries'
import { openLoad } from '@profilkort/database/imports/load-records.queries'
import { insertRejects } from '@profilkort/database/imports/rejects.queries'
import { refreshStatistics } from '@profilkort/database/imports/statistics.queries'
import { noteBook } from '@profilkort/domain/imports/notes'
import { settleCustomers } from '../../identity/settle-customers.ts'
import type { Chunk } from '../chunks/chunk.ts'
import { settling } from '../chunks/kinds-of-rows.ts'
import { joinAll, noteJoined } from '../join-import.ts'
import { writeChunk } from '../write-chunk.ts'
import { endJob } from './end-job.ts'
import { Cancelled, type Job, LeftToOthers, TakenBack } from './job.ts'
import type { Load } from './load-chunks.ts'

/** From so many rows that were written, statistics are gathered anew. */
const many = 500

/**
 * Writes a file in one transaction, all that can be taken or nothing: a small one for good, a dry run to be taken back
 * with its report kept.
 */
export async function loadWhole(job: Job, load: Load): Promise<void> {
  const { environment, connection, key, row } = job
  const { workspaceId } = key
  let ending: ((tx: Tx) => Promise<void>) | undefined
  try {
    await connection.inWorkspace(workspaceId, async (tx, client) => {
      if (!row.dryRun && (await lockImport(tx, workspaceId, key.id))?.state !== 'running')
        throw new LeftToOthers()
      await load.prepare(tx)
      const journal = row.dryRun ? outside(job) : (work: (own: Tx) => Promise<void>) => work(tx)
      const isWhole = load.first.isLast
      const written = await writeAll(tx, client, job, load, journal)
      await openContested(tx)
      if (isWhole) await gatherLoaded(tx, workspaceId)
      else await gatherContested(tx, key)
      await joinAll(tx, key, environment.clock())
      const notes = noteBook(load.scope.notes.keep())
      const joined = await noteJoined(tx, key, notes)
      if (written.counts.inserted + written.counts.changed >= many) await refreshStatistics(tx)
      if (settling.has(row.kind)) await settleCustomers(tx, workspaceId)
      ending = (own) =>
        endJob(own, environment, key, [...noteBook(written.remarks).list(), ...notes.list()], joined)
      if (row.dryRun) throw new TakenBack()
      await ending(tx)
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
    if (ending !== undefined) await inWorkspace(environment.db, workspaceId, ending)
  }
}

/** Of a chunk that nothing new was copied in from, nothing is contested. */
async function gatherLoaded(tx: Tx, workspaceId: string): Promise<void> {
  await openLoad(tx)
  await gatherContestedOfLoad(tx, workspaceId)
}

type Journal = (work: (tx: Tx) => Promise<void>) => Promise<void>

/** What a dry run tells is kept, though what it writes is not. */
function outside({ environment: { db }, key: { workspaceId, id } }: Job): Journal {
  return (work) =>
    inWorkspace(db, workspaceId, async (tx) => {
      const row = await findImport(tx, workspaceId, id)
      if (row === undefined || row.cancelRequestedAt !== null) throw new Cancelled()
      await work(tx)
    })
}

async function writeAll(
  tx: Tx,
  client: Parameters<typeof writeChunk>[1]['client'],
  { key: { workspaceId, id }, isStopping }: Job,
  { reader, scope, first }: Load,
  journal: Journal,
) {
  let counts: ImportCounts = { inserted: 0, changed: 0, unchanged: 0, rejected: 0 }
  let [position, remarks] = [0, first.remarks]
  for (let chunk: Chunk | undefined = first; chunk !== undefined; chunk = await reader.next()) {
    if (isStopping()) throw new LeftToOthers()
    const { counts: more, rejects } = await writeChunk(
      tx,
      { ...scope, client, isWhole: first.isLast },
      reader,
      chunk,
    )
    reader.release(chunk.number)
    counts = { ...addCounts(counts, more), rejected: counts.rejected + rejects.length }
    position += chunk.read
    remarks = chunk.remarks
    await journal(async (own) => {
      await insertRejects(own, workspaceId, id, rejects)
      await updateImport(own, workspaceId, id, { position, counts })
    })
  }
  return { counts, remarks }
}
