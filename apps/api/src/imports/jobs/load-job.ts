import { ensureAttributes, listAllAttributes } from '@profilkort/database/attributes/attributes.queries'
import { inWorkspace, type Tx } from '@profilkort/database/connect'
import { saveImportMapping } from '@profilkort/database/imports/import-mappings.queries'
import { updateImport } from '@profilkort/database/imports/imports.queries'
import { sensitiveOf, withheldOf } from '@profilkort/domain/consents/withheld'
import type { ColumnMapping } from '@profilkort/domain/imports/mapping'
import { newAttributes } from '@profilkort/domain/imports/new-attributes'
import { noteBook } from '@profilkort/domain/imports/notes'
import type { FileReader } from '../chunks/chunk.ts'
import { customerKinds } from '../chunks/kinds-of-rows.ts'
import { isReadAsOwn } from '../own-export.ts'
import { readAttributes } from '../read-attributes.ts'
import type { ChunkScope } from '../write-chunk.ts'
import { wishesOf } from './check-job.ts'
import { isConflict, type Job } from './job.ts'
import { loadChunks } from './load-chunks.ts'
import { loadWhole } from './load-whole.ts'
import { refuseStale } from './refuse-stale.ts'

/** What is the same for all chunks of an import. */
export type LoadScope = Omit<ChunkScope, 'client' | 'isWhole'>

/** Reads the rows from where the import stands, and writes them. */
export async function loadJob(job: Job): Promise<void> {
  const { environment, key, row } = job
  const reader = await job.open()
  const { workspaceId, id } = key
  const change = (to: Parameters<typeof updateImport>[3]) =>
    inWorkspace(environment.db, workspaceId, (tx) => updateImport(tx, workspaceId, id, to))
  const { scope, prepare } = await begin(job, reader)
  try {
    const first = await reader.next()
    if (first === undefined) return await change({ state: 'joining' })
    const isAll = row.position === 0 && first.isLast
    await (isAll || row.dryRun ? loadWhole : loadChunks)(job, { reader, scope, prepare, first })
  } catch (error) {
    if (!isConflict(error) || row.looksUp) throw error
    // A row that was taken for new is known: from where the import stands now, all are looked up.
    await change({ looksUp: true })
  }
}

async function begin({ environment: { db, chunkRows }, key, row }: Job, reader: FileReader) {
  const { workspaceId, id } = key
  const { mapping, kind, source, looksUp, remarks, startedAt, position } = row
  if (mapping === null || startedAt === null) throw new Error(`Import ${id} runs before it was checked`)
  const [known, all] = await inWorkspace(db, workspaceId, async (tx) => [
    await readAttributes(tx, workspaceId),
    await listAllAttributes(tx, workspaceId),
  ])
  refuseStale(mapping, all)
  const attributes = [...known, ...newAttributes(mapping)]
  const headers = await reader.begin({
    kind,
    source,
    mapping,
    attributes: new Map(attributes.map((attribute) => [attribute.key, attribute])),
    withheld: [...withheldOf(customerKinds[kind] ?? 'company', sensitiveOf([...all, ...attributes]), [])],
    at: startedAt.getTime(),
    chunkRows,
    skip: position,
    remarks: remarks.reader,
    isEager: !looksUp && kind === 'companies',
  })
  const { currency = wishesOf(row).currency } =
    mapping.columns.toSorted(valuesFirst).find((column) => column.currency !== undefined) ?? {}
  const notes = noteBook(remarks.writer)
  const scope: LoadScope = {
    workspaceId,
    importId: id,
    source,
    currency,
    now: startedAt,
    headers,
    notes,
    kind,
    key: mapping.key,
    isOwn: isReadAsOwn(mapping),
    looksUp,
  }
  /** Makes what the rows need, in the transaction that writes the first of them. */
  const prepare = async (tx: Tx) => {
    await ensureAttributes(tx, workspaceId, attributes)
    const { saveAs: name } = wishesOf(row)
    const saved = { mapping, by: row.createdBy, at: startedAt }
    if (name !== undefined) await saveImportMapping(tx, workspaceId, { ...saved, name })
  }
  return { scope, prepare }
}

/** What a row is worth names its currency before what else it costs does. */
function valuesFirst(a: ColumnMapping, b: ColumnMapping): number {
  const isValue = ({ target }: ColumnMapping) => target.kind === 'part' && target.part === 'value'
  return Number(isValue(b)) - Number(isValue(a))
}
