import { hash } from 'node:crypto'
import type { FileRow } from '@profilkort/domain/imports/file-row'
import { noteBook } from '@profilkort/domain/imports/notes'
import type { ColumnProfile } from '@profilkort/domain/imports/profile-columns'
import { type ImportedRow, rowReader } from '@profilkort/domain/imports/read-row'
import type { Recognised } from '../recognise.ts'
import { noteTwice, readStage, sameKey } from '../remarks.ts'
import type { Chunk, CompanyOf, ReadingPlan } from './chunk.ts'
import { encodeRecord, type ReadRecord } from './encode-record.ts'
import { customerKinds } from './kinds-of-rows.ts'
import { lineBuffer } from './line-buffer.ts'
import { rowsFrom } from './rows-from.ts'

/** A chunk has no more characters than about this. */
const chunkCharacters = 4 * 1024 ** 2

/** How rows are read, with what was found when their file was looked through. */
export interface ChunkPlan extends ReadingPlan {
  readonly file: string
  readonly recognised: Recognised
  readonly headers: readonly string[]
  readonly profiles: readonly ColumnProfile[]
}

/** Reads the rows of a file in chunks. Holds those that are not released, and nothing of the others. */
export function readChunks(plan: ChunkPlan) {
  const customerKind = customerKinds[plan.kind]
  const notes = noteBook(plan.remarks)
  const readRow = rowReader({ ...plan, notes, hasBrokenBytes: plan.recognised.hasBrokenBytes })
  const rows = rowsFrom(plan)
  const kept = new Map<number, readonly ReadRecord[]>()
  const buffer = lineBuffer()
  let chunks = 0

  const encodeOne = (record: ReadRecord, company: CompanyOf | undefined) =>
    buffer.write(encodeRecord(record, customerKind ?? 'company', company, plan.withheld).line)

  function take(row: FileRow, gathered: Gathered): void {
    gathered.read++
    for (const cell of row.cells) gathered.characters += cell.length
    const result = readRow(row)
    const reject = (reason: string) => {
      gathered.rejects.push({ line: row.line, cells: [...row.cells], reason })
    }
    if (!result.ok) {
      reject(result.problems.map(({ message }) => message).join('; '))
      return
    }
    const { externalId, line } = result.value
    const record = toRecord(result.value, customerKind && readStage(notes, result.value))
    const place = gathered.places.get(externalId)
    if (place === undefined) {
      gathered.places.set(externalId, gathered.keys.length)
      gathered.keys.push(externalId)
      gathered.lines.push(line)
      gathered.digests.push(record.digest)
      if (plan.isEager) encodeOne(record, undefined)
      else gathered.records.push(record)
    } else if (gathered.digests[place] === record.digest) {
      gathered.again.push({ place, line })
      noteTwice(notes, line)
    } else reject(sameKey(plan.mapping.key, gathered.lines[place] ?? 0))
  }

  async function next(): Promise<Chunk | undefined> {
    const gathered = gatherNothing()
    while (gathered.read < plan.chunkRows && gathered.characters < chunkCharacters) {
      const row = rows.next() ?? ((await rows.more()) ? rows.next() : undefined)
      if (row === undefined) break
      take(row, gathered)
    }
    const { records, keys, lines, digests, rejects, read, again } = gathered
    if (read === 0) return undefined
    const number = chunks++
    kept.set(number, records)
    return {
      number,
      read,
      taken: keys.length,
      isLast: !(await rows.more()),
      ...(plan.isEager ? { keys: [], lines: [], digests: [] } : { keys, lines, digests }),
      companies: plan.kind === 'contacts' ? records.map(companyOf) : undefined,
      encoded: plan.isEager ? buffer.take() : undefined,
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
    encode: (
      chunk: number,
      places: readonly number[] | undefined,
      companies: readonly (CompanyOf | undefined)[] | undefined,
    ): Uint8Array<ArrayBuffer> => {
      for (const [index, record] of chosen(chunk, places).entries()) encodeOne(record, companies?.[index])
      return buffer.take()
    },
    rows: (chunk: number, places: readonly number[]): readonly ImportedRow[] =>
      chosen(chunk, places).map(({ row }) => row),
    release: (chunk: number) => void kept.delete(chunk),
    close: () => rows.close(),
  }
}

/** What becomes of the rows of a chunk. */
interface Gathered {
  /** Where each external id stands in the lists. */
  readonly places: Map<string, number>
  readonly keys: string[]
  readonly lines: number[]
  readonly digests: string[]
  /** Empty where reading is eager. */
  readonly records: ReadRecord[]
  readonly rejects: Chunk['rejects'][number][]
  readonly again: Chunk['again'][number][]
  read: number
  characters: number
}

function gatherNothing(): Gathered {
  return {
    places: new Map(),
    keys: [],
    lines: [],
    digests: [],
    records: [],
    rejects: [],
    again: [],
    read: 0,
    characters: 0,
  }
}

function toRecord(row: ImportedRow, stage: ReadRecord['stage']): ReadRecord {
  const values = JSON.stringify(row.attributes)
  const cells = JSON.stringify(row.raw)
  const read = `${cells}${values}${JSON.stringify([row.parts, row.amounts])}`
  return { row, stage, values, cells, digest: hash('sha1', read, 'base64url').slice(0, 16) }
}

function companyOf({ row: { parts } }: ReadRecord) {
  return { companyId: parts.companyId, companyName: parts.companyName }
}
