import type { Tx } from '@profilkort/database/connect'
import { holdIdentity, lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import { addCounts, type Counts, noCounts } from '@profilkort/database/imports/counts'
import {
  findKnownRows,
  findSeen,
  type KnownRow,
  markSeen,
  type SeenRow,
} from '@profilkort/database/imports/known-rows.queries'
import type { RejectedRow } from '@profilkort/database/imports/rejects.queries'
import type { ImportKind } from '@profilkort/domain/imports/kinds'
import type { Chunk, FileReader } from './chunks/chunk.ts'
import { customerKinds } from './chunks/kinds-of-rows.ts'
import { copyNew } from './copy-new.ts'
import { noteTwice, sameKey } from './remarks.ts'
import { type BatchKind, type WrittenBatch, writeBatch } from './write-batch.ts'
import { writeCustomers } from './write-customers.ts'
import type { WriteScope } from './write-scope.ts'

/** How the rows of a chunk are written. */
export interface ChunkScope extends WriteScope {
  readonly kind: ImportKind
  /** The columns that tell rows apart. */
  readonly key: readonly string[]
  /**
   * Whether rows are looked up. Otherwise all are taken for new, and a row that is not breaks the transaction with a
   * violation of a unique key.
   */
  readonly looksUp: boolean
  /** Whether the chunk is all there is of the file: then no row of it stood further up. */
  readonly isWhole: boolean
}

/** What became of the rows of a chunk. */
export interface Written {
  readonly counts: Counts
  readonly rejects: readonly RejectedRow[]
}

/** Deals and products are written so many at a time. */
const batchSize = 2000

/** Writes the rows of a chunk in the transaction of a step. */
export async function writeChunk(
  tx: Tx,
  scope: ChunkScope,
  reader: FileReader,
  chunk: Chunk,
): Promise<Written> {
  const kind = customerKinds[scope.kind]
  // Who is who is not asked where all are new: `joinImport` does that.
  if (scope.looksUp) await lockIdentity(tx, scope.workspaceId)
  else await holdIdentity(tx, scope.workspaceId)
  if (kind !== undefined && chunk.encoded !== undefined) {
    await copyNew(tx, scope, kind, chunk.encoded)
    const counts = { inserted: chunk.taken, changed: 0, unchanged: chunk.again.length }
    return { counts, rejects: chunk.rejects }
  }
  const known =
    kind === undefined || !scope.looksUp
      ? new Map<string, KnownRow>()
      : await findKnownRows(tx, scope.workspaceId, { source: scope.source, kind }, chunk.keys)
  const first = await findFirst(tx, scope, chunk, known)
  const places = chunk.keys.flatMap((key, place) => (first.has(key) ? [] : [place]))
  const toWrite = { chunk, reader, places, known }
  const { rejects = [], ...counts }: WrittenBatch =
    kind === undefined
      ? await writeOthers(tx, scope, reader, chunk, { places, kind: scope.kind as BatchKind })
      : await writeCustomers(tx, scope, kind, toWrite)
  await mark(tx, scope, chunk, places, known)
  const again = judgeAgain(scope, chunk, first, await cellsOf(reader, chunk, first))
  return {
    counts: addCounts(counts, { ...noCounts, unchanged: again.twice }),
    rejects: [...chunk.rejects, ...rejects, ...again.rejects],
  }
}

/** Of rows that stood further up in the file: where, and what was said there. */
async function findFirst(
  tx: Tx,
  { workspaceId, importId, looksUp, isWhole }: ChunkScope,
  { keys }: Chunk,
  known: ReadonlyMap<string, KnownRow>,
): Promise<ReadonlyMap<string, SeenRow>> {
  if (isWhole || !looksUp) return new Map()
  const added = [...known.values()].flatMap(({ externalId, importId: by, line, digest }): SeenRow[] =>
    by === importId && line !== null && digest !== null && line > 0 ? [{ externalId, line, digest }] : [],
  )
  const seen = await findSeen(tx, workspaceId, importId, keys)
  return new Map([...added.map((each) => [each.externalId, each] as const), ...seen])
}

/** New records know their import themselves; of the others it is kept that they stood in the file. */
async function mark(
  tx: Tx,
  { workspaceId, importId, kind, looksUp, isWhole }: ChunkScope,
  { keys, lines, digests }: Chunk,
  places: readonly number[],
  known: ReadonlyMap<string, KnownRow>,
): Promise<void> {
  if (isWhole || !looksUp) return
  const marked = places.flatMap((place): SeenRow[] => {
    const externalId = keys[place] ?? ''
    if (customerKinds[kind] !== undefined && !known.has(externalId)) return []
    return [{ externalId, line: lines[place] ?? 0, digest: digests[place] ?? '' }]
  })
  await markSeen(tx, workspaceId, importId, marked)
}

async function cellsOf(reader: FileReader, chunk: Chunk, first: ReadonlyMap<string, SeenRow>) {
  if (first.size === 0) return new Map<string, readonly string[]>()
  const places = chunk.keys.flatMap((key, place) => (first.has(key) ? [place] : []))
  const rows = await reader.rows(chunk.number, places)
  return new Map(rows.map(({ externalId, raw }) => [externalId, raw]))
}

function judgeAgain(
  { notes, key }: ChunkScope,
  { keys, lines, digests, again }: Chunk,
  first: ReadonlyMap<string, SeenRow>,
  cells: ReadonlyMap<string, readonly string[]>,
) {
  const rejects: RejectedRow[] = []
  let twice = 0
  const judge = (place: number, line: number, isNoted: boolean) => {
    const externalId = keys[place] ?? ''
    const seen = first.get(externalId)
    if (seen === undefined || seen.digest === digests[place]) {
      twice++
      if (!isNoted) noteTwice(notes, line)
    } else rejects.push({ line, cells: cells.get(externalId) ?? [], reason: sameKey(key, seen.line) })
  }
  for (const [place, key] of keys.entries()) if (first.has(key)) judge(place, lines[place] ?? 0, false)
  for (const { place, line } of again) judge(place, line, true)
  return { rejects, twice }
}

async function writeOthers(
  tx: Tx,
  scope: ChunkScope,
  reader: FileReader,
  chunk: Chunk,
  { places, kind }: { readonly places: readonly number[]; readonly kind: BatchKind },
): Promise<WrittenBatch> {
  let counts: Counts = noCounts
  const rejects: RejectedRow[] = []
  for (let start = 0; start < places.length; start += batchSize) {
    const rows = await reader.rows(chunk.number, places.slice(start, start + batchSize))
    const written = await writeBatch(tx, scope, kind, rows)
    counts = addCounts(counts, written)
    rejects.push(...(written.rejects ?? []))
  }
  return { ...counts, rejects }
}
