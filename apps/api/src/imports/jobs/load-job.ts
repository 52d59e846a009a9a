import { ensureAttributes } from '@profilkort/database/attributes/attributes.queries'
import { inWorkspace, type Tx } from '@profilkort/database/connect'
import { saveImportMapping } from '@profilkort/database/imports/import-mappings.queries'
import { updateImport } from '@profilkort/database/imports/imports.queries'
import { newAttributes } from '@profilkort/domain/imports/new-attributes'
import { noteBook } from '@profilkort/domain/imports/notes'
import { lookAt, readAttributes } from '../check-file.ts'
import type { ReadingPlan } from '../chunks/chunk.ts'
import { openReader } from '../chunks/open-reader.ts'
import type { ChunkScope } from '../write-chunk.ts'
import { wishesOf } from './check-job.ts'
import { isConflict, type Job } from './job.ts'
import { loadChunks } from './load-chunks.ts'
import { loadWhole } from './load-whole.ts'

/** Reads the rows from where the import stands, and writes them. */
export async function loadJob(job: Job): Promise<void> {
  const { environment, key, row } = job
  const { plan, prepare } = await planReading(job)
  const reader = await openReader(plan)
  const scope: LoadScope = {
    workspaceId: key.workspaceId,
    importId: key.id,
    source: row.source,
    currency: plan.mapping.columns.find(({ currency }) => currency !== undefined)?.currency ?? wishesOf(row).currency,
    now: new Date(plan.at),
    headers: plan.headers,
    notes: noteBook(row.remarks.writer),
    kind: row.kind,
    key: plan.mapping.key,
    looksUp: row.looksUp,
  }
  try {
    const first = await reader.next()
    if (first === undefined) {
      await inWorkspace(environment.db, key.workspaceId, (tx) =>
        updateImport(tx, key.workspaceId, key.id, { state: 'joining' }),
      )
      return
    }
    const isAll = row.position === 0 && first.isLast
    const load = isAll || row.dryRun ? loadWhole : loadChunks
    await load(job, { reader, scope, prepare, first })
  } catch (error) {
    if (!isConflict(error) || row.looksUp) throw error
    // A row that was taken for new is known: from where the import stands now, all are looked up.
    await inWorkspace(environment.db, key.workspaceId, (tx) =>
      updateImport(tx, key.workspaceId, key.id, { looksUp: true }),
    )
  } finally {
    await reader.close()
  }
}

/** What is the same for all chunks of an import. */
export type LoadScope = Omit<ChunkScope, 'client' | 'isWhole'>

async function planReading({ environment: { db, files }, key, row }: Job) {
  const { workspaceId, id } = key
  const { mapping } = row
  if (mapping === null) throw new Error(`Import ${id} runs without a mapping`)
  const file = files.pathOf(id)
  const { recognised, headers, profiles } = await lookAt(file, wishesOf(row).sheet)
  const known = await inWorkspace(db, workspaceId, (tx) => readAttributes(tx, workspaceId))
  const attributes = [...known, ...newAttributes(mapping)]
  const plan: ReadingPlan = {
    file,
    recognised,
    kind: row.kind,
    source: row.source,
    headers,
    mapping,
    profiles,
    attributes: new Map(attributes.map((attribute) => [attribute.key, attribute])),
    at: row.startedAt?.getTime() ?? 0,
    skip: row.position,
    remarks: row.remarks.reader,
  }
  /** Makes what the rows need, in the transaction that writes the first of them. */
  const prepare = async (tx: Tx) => {
    await ensureAttributes(tx, workspaceId, attributes)
    const { saveAs: name } = wishesOf(row)
    const saved = { mapping, by: row.createdBy, at: new Date(plan.at) }
    if (name !== undefined) await saveImportMapping(tx, workspaceId, { ...saved, name })
  }
  return { plan, prepare }
}
