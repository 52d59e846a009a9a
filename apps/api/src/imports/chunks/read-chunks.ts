import { hash } from 'node:crypto'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import { lonelyCustomers } from '@profilkort/domain/identity/lonely-customer'
import type { FileRow } from '@profilkort/domain/imports/file-row'
import type { ImportKind } from '@profilkort/domain/imports/kinds'
import { noteBook } from '@profilkort/domain/imports/notes'
import { type ImportedRow, rowReader } from '@profilkort/domain/imports/read-row'
import { noteTwice, readStage, sameKey } from '../remarks.ts'
import type { Chunk, ChunkReader, ReadingPlan } from './chunk.ts'
import { encodeRecord, type ReadRecord } from './encode-record.ts'
import { rowsFrom } from './rows-from.ts'

/** A chunk is so many rows, or fewer where they have more characters than it may. */
export const chunkRows = 10_000
const chunkCharacters = 16 * 1024 ** 2

/** Which customers the rows of a kind tell of; undefined for what is something else. */
export const customerKinds: { readonly [K in ImportKind]: CustomerKind | undefined } = {
  companies: 'company',
  contacts: 'person',
  deals: undefined,
  products: undefined,
}

/** Reads a file in chunks in this thread. Holds those that are not released, and nothing of the others. */
export function readChunks(plan: ReadingPlan): ChunkReader {
  const customerKind = customerKinds[plan.kind]
  const notes = noteBook(plan.remarks)
  const readRow = rowReader({ ...plan, notes, hasBrokenBytes: plan.recognised.hasBrokenBytes })
  const customerOf = lonelyCustomers(customerKind ?? 'company', plan.source, plan.at)
  const rows = rowsFrom(plan)
  const kept = new Map<number, readonly ReadRecord[]>()
  let chunks = 0

  function take(row: FileRow, gathered: Gathered): void {
    gathered.read++
    for (const cell of row.cells) gathered.characters += cell.length
    const result = readRow(row)
    const reject = (reason: string) =>
      void gathered.rejects.push({ line: row.line, cells: [...row.cells], reason })
    if (!result.ok) return reject(result.problems.map(({ message }) => message).join('; '))
    const record = toRecord(result.value, customerKind === undefined ? undefined : readStage(notes, result.value))
    const place = gathered.places.get(result.value.externalId)
    const first = place === undefined ? undefined : gathered.records[place]
    if (first === undefined) {
      gathered.places.set(result.value.externalId, gathered.records.length)
      gathered.records.push(record)
    } else if (first.digest === record.digest) {
      gathered.again.push({ place: place ?? 0, line: row.line })
      noteTwice(notes, row.line)
    } else reject(sameKey(plan.mapping.key, first.row.line))
  }

  async function next(): Promise<Chunk | undefined> {
    const gathered: Gathered = {
      places: new Map(),
      records: [],
      rejects: [],
      again: [],
      read: 0,
      characters: 0,
    }
    while (gathered.read < chunkRows && gathered.characters < chunkCharacters) {
      const row = rows.next() ?? ((await rows.more()) ? rows.next() : undefined)
      if (row === undefined) break
      take(row, gathered)
    }
    const { records, rejects, read, again } = gathered
    if (read === 0) return undefined
    const number = chunks++
    kept.set(number, records)
    return {
      number,
      read,
      isLast: !(await rows.more()),
      keys: records.map(({ row }) => row.externalId),
      lines: records.map(({ row }) => row.line),
      digests: records.map(({ digest }) => digest),
      companies:
        plan.kind === 'contacts'
          ? records.map(({ row: { parts } }) => ({ companyId: parts.companyId, companyName: parts.companyName }))
          : undefined,
      rejects,
      again,
      remarks: notes.keep(),
    }
  }

  const chosen = (chunk: number, places: readonly number[] | undefined) => {
    const all = kept.get(chunk) ?? []
    return places === undefined ? all : places.flatMap((place) => all[place] ?? [])
  }

  return {
    next,
    encode: async (chunk, places, companies) => {
      const lines = chosen(chunk, places).map(
        (record, index) =>
          encodeRecord(record, customerKind ?? 'company', companies?.[index], customerOf).line,
      )
      return new TextEncoder().encode(lines.join(''))
    },
    rows: async (chunk, places) => chosen(chunk, places).map(({ row }) => row),
    release: (chunk) => void kept.delete(chunk),
    close: () => rows.close(),
  }
}

/** What becomes of the rows of a chunk. */
interface Gathered {
  /** Where in the records each external id stands. */
  readonly places: Map<string, number>
  readonly records: ReadRecord[]
  readonly rejects: Chunk['rejects'][number][]
  readonly again: Chunk['again'][number][]
  read: number
  characters: number
}

function toRecord(row: ImportedRow, stage: ReadRecord['stage']): ReadRecord {
  const values = JSON.stringify(row.attributes)
  const cells = JSON.stringify(row.raw)
  const read = `${cells}${values}${JSON.stringify([row.parts, row.amounts])}`
  return { row, stage, values, cells, digest: hash('sha1', read, 'base64url').slice(0, 16) }
}
