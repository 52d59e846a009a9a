import { inWorkspace, type OwnConnection, type Tx, withConnection } from '@profilkort/database/connect'
import { addCounts } from '@profilkort/database/imports/counts'
import { lockImport, updateImport } from '@profilkort/database/imports/imports.queries'
import { ensureLayout } from '@profilkort/database/imports/load-records.queries'
import { insertRejects } from '@profilkort/database/imports/rejects.queries'
import type { Chunk, FileReader } from '../chunks/chunk.ts'
import { writeChunk } from '../write-chunk.ts'
import { Cancelled, type Job, LeftToOthers } from './job.ts'
import type { LoadScope } from './load-job.ts'

/** What there is to load. */
export interface Load {
  readonly reader: FileReader
  readonly scope: LoadScope
  readonly prepare: (tx: Tx) => Promise<void>
  readonly first: Chunk
}

/**
 * Writes a large file chunk by chunk, each in a transaction that moves the import's position too. Where all rows are
 * new, two connections write every other chunk at the same time; their commits keep the order of the file.
 */
export async function loadChunks(job: Job, load: Load): Promise<void> {
  const { scope } = load
  const isParallel = !scope.looksUp && scope.kind === 'companies'
  if (!isParallel) return run(job, load, [job.connection])
  // Before either writes: whoever wrote it first would be waited for by the other, and be waiting for its turn itself.
  await inWorkspace(job.environment.db, scope.workspaceId, (tx) =>
    ensureLayout(tx, scope.workspaceId, scope.headers),
  )
  return withConnection(job.environment.db, (second) => run(job, load, [job.connection, second]))
}

async function run(job: Job, load: Load, lanes: readonly OwnConnection[]): Promise<void> {
  const { reader, first } = load
  const steps: Promise<void>[] = []
  let failure: unknown
  let position = job.row.position
  for (let chunk: Chunk | undefined = first; chunk !== undefined && failure === undefined; ) {
    if (job.isStopping()) failure = new LeftToOthers()
    // A lane takes its next chunk when it is done with its last.
    await steps.at(-lanes.length)?.catch(() => undefined)
    if (failure !== undefined) break
    const lane = lanes[steps.length % lanes.length] ?? job.connection
    const step = writeStep(job, load, lane, { chunk, position, previous: steps.at(-1) })
    step.catch((error: unknown) => {
      failure ??= error
    })
    steps.push(step)
    position += chunk.read
    chunk = await reader.next()
  }
  const ended = await Promise.allSettled(steps.slice(-lanes.length))
  const rejected = ended.find(({ status }) => status === 'rejected')
  failure ??= rejected && 'reason' in rejected ? rejected.reason : undefined
  if (failure !== undefined) throw failure
}

interface Step {
  readonly chunk: Chunk
  /** Where the import stands before it. */
  readonly position: number
  readonly previous: Promise<void> | undefined
}

async function writeStep(
  { key }: Job,
  { reader, scope, prepare }: Load,
  lane: OwnConnection,
  { chunk, position, previous }: Step,
): Promise<void> {
  const { workspaceId, id } = key
  await lane.inWorkspace(workspaceId, async (tx, client) => {
    if (position === 0) await prepare(tx)
    const { counts, rejects } = await writeChunk(tx, { ...scope, client, isWhole: false }, reader, chunk)
    await previous
    const row = await lockImport(tx, workspaceId, id)
    if (row?.state !== 'running' || row.position !== position) throw new LeftToOthers()
    if (row.cancelRequestedAt !== null) throw new Cancelled()
    await insertRejects(tx, workspaceId, id, rejects)
    await updateImport(tx, workspaceId, id, {
      position: position + chunk.read,
      counts: { ...addCounts(row.counts, counts), rejected: row.counts.rejected + rejects.length },
      remarks: { reader: chunk.remarks, writer: scope.notes.keep() },
      ...(chunk.isLast ? { state: 'joining' } : {}),
    })
  })
  reader.release(chunk.number)
}
