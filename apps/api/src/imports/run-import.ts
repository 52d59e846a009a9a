import { ensureAttributes, listAllAttributes } from '@profilkort/database/attributes/attributes.queries'
import { type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import { addCounts, type Counts, noCounts } from '@profilkort/database/imports/counts'
import { listImportMappings, saveImportMapping } from '@profilkort/database/imports/import-mappings.queries'
import { insertImport, lockImports, refreshStatistics } from '@profilkort/database/imports/imports.queries'
import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import type { FileRow } from '@profilkort/domain/imports/file-row'
import type { ImportKind } from '@profilkort/domain/imports/kinds'
import { count, noteBook } from '@profilkort/domain/imports/notes'
import { type ImportedRow, type Reading, rowReader } from '@profilkort/domain/imports/read-row'
import { settleCustomers } from '../identity/settle-customers.ts'
import { hash } from './choose-key.ts'
import type { ImportEvent, ImportReport } from './events.ts'
import { lookThrough } from './look-through.ts'
import { plausibility } from './plausibility.ts'
import { ImportRefused } from './problem.ts'
import { readFile } from './read-file.ts'
import { type Recognised, recognise, writtenAs } from './recognise.ts'
import { type MappingWishes, settleMapping } from './settle-mapping.ts'
import { writeBatch } from './write-batch.ts'
import type { WriteScope } from './write-scope.ts'

/** A file to import and how. */
export interface ImportRequest extends MappingWishes {
  readonly workspaceId: string
  /** What the rows come from: `crm`. */
  readonly source: string
  readonly fileName: string
  readonly fileHash: string
  /** Of a workbook: the sheet to read, by name or place from 1; the first with something in it when not given. */
  readonly sheet?: string | undefined
  /** The name to keep the mapping under. */
  readonly saveAs?: string | undefined
  /** Who imports, as history names them. */
  readonly actor: string
  /** Do everything and then take it back. */
  readonly dryRun: boolean
}

type Tell = (event: ImportEvent) => void | Promise<void>

const batchSize = 1000
/** Kinds of rows that say how far customers have come, or what share they have in the costs of channels. */
const settled: ReadonlySet<ImportKind> = new Set(['deals', 'orders', 'tickets', 'channelCosts'])

/**
 * Imports a file in one transaction: all that can be taken, or nothing. A dry run does the same and takes it back, so
 * that its report is what will happen. Throws `ImportRefused` for a file that cannot be imported at all.
 */
export async function runImport(
  db: Database,
  file: string,
  request: ImportRequest,
  now: Date,
  tell: Tell,
): Promise<ImportReport> {
  const { workspaceId, kind } = request
  const recognised = await recognise(file, request.sheet)
  const looked = await lookThrough(file, recognised)
  const { headers, profiles } = looked
  await tell({ type: 'recognised', ...writtenAs(recognised), headers })
  const own = await inWorkspace(db, workspaceId, (tx) => listAllAttributes(tx, workspaceId))
  const missing = predefinedAttributes.filter(({ key }) => !own.some((attribute) => attribute.key === key))
  const attributes = [...own.filter(({ archivedAt }) => archivedAt === null), ...missing]
  const saved = await inWorkspace(db, workspaceId, (tx) => listImportMappings(tx, workspaceId, kind))
  const { mapping, added, proposal } = settleMapping(request, looked, attributes, saved)
  await tell(proposal)
  const takeBack = new Error('A dry run takes everything back')
  let report: ImportReport | undefined
  try {
    await inWorkspace(db, workspaceId, async (tx) => {
      if (!(await lockImports(tx, workspaceId))) throw busy()
      await ensureAttributes(tx, workspaceId, [...missing, ...added])
      const all = new Map([...attributes, ...added].map((attribute) => [attribute.key, attribute]))
      report = await writeRows(
        tx,
        request,
        { headers, mapping, profiles, attributes: all, hasBrokenBytes: recognised.hasBrokenBytes },
        dataRows(file, recognised),
        now,
        tell,
      )
      await refreshStatistics(tx)
      if (settled.has(kind)) await settleCustomers(tx, workspaceId)
      const { source, fileName, fileHash } = request
      await insertImport(tx, workspaceId, { source, kind, fileName, fileHash, mapping, report })
      if (request.saveAs !== undefined) {
        const { saveAs: name, actor: by } = request
        await saveImportMapping(tx, workspaceId, { name, mapping, by, at: now })
      }
      if (request.dryRun) throw takeBack
    })
  } catch (error) {
    if (error !== takeBack) throw error
  }
  if (report === undefined) throw new Error('An import ended without a report')
  await tell({ type: 'report', dryRun: request.dryRun, ...report })
  return report
}

/** The second pass: reads and writes the rows, batch by batch. */
async function writeRows(
  tx: Tx,
  request: ImportRequest,
  reading: Omit<Reading, 'notes'>,
  rows: AsyncIterable<FileRow>,
  now: Date,
  tell: Tell,
): Promise<ImportReport> {
  const notes = noteBook()
  const { workspaceId, source, kind } = request
  const currency =
    reading.mapping.columns.find(({ currency: own }) => own !== undefined)?.currency ?? request.currency
  const scope: WriteScope = { workspaceId, source, currency, now, notes, headers: reading.headers }
  const seen = new Map<string, { readonly line: number; readonly identity: string }>()
  const judge = plausibility(reading.mapping)
  const readRow = rowReader({ ...reading, notes })
  let counts: Counts = noCounts
  let [total, rejected, skipped] = [0, 0, 0]
  let batch: ImportedRow[] = []
  const flush = async () => {
    if (batch.length > 0) counts = addCounts(counts, await writeBatch(tx, scope, kind, batch))
    batch = []
    await tell({ type: 'progress', rows: total })
  }
  for await (const fileRow of rows) {
    const { cells, line } = fileRow
    total++
    const row = readRow(fileRow)
    const first = row.ok ? seen.get(row.value.externalId) : undefined
    const identity = hash(cells)
    if (!row.ok || (first !== undefined && first.identity !== identity)) {
      rejected++
      const reason = row.ok
        ? sameKey(reading.mapping.key, first?.line ?? 0)
        : row.problems.map(({ message }) => message).join('; ')
      await tell({ type: 'rejected', line, cells, reason })
    } else if (first !== undefined) {
      skipped++
      notes.add(
        'twice',
        '',
        line,
        (some) => `${count(some)} that stand in the file twice, word for word; taken once.`,
      )
    } else {
      seen.set(row.value.externalId, { line, identity })
      judge.add(row.value)
      batch.push(row.value)
      if (batch.length === batchSize) await flush()
    }
  }
  await flush()
  judge.note(notes)
  return { ...counts, unchanged: counts.unchanged + skipped, rows: total, rejected, notes: notes.list() }
}

/** The rows below the header. */
async function* dataRows(file: string, recognised: Recognised): AsyncGenerator<FileRow> {
  let isHeader = true
  for await (const row of readFile(file, recognised)) {
    if (!isHeader) yield row
    isHeader = false
  }
}

function busy(): ImportRefused {
  return new ImportRefused(
    'BUSY',
    'Another import into this workspace is under way. Try again when it has ended.',
  )
}

function sameKey(key: readonly string[], line: number): string {
  return `the same ${key.join(' and ')} as line ${line}, but other values; choose what tells rows apart with --key`
}
