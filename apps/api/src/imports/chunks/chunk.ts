import type { RejectedRow } from '@profilkort/database/imports/rejects.queries'
import type { Attribute } from '@profilkort/domain/attributes/attribute'
import type { ImportKind } from '@profilkort/domain/imports/kinds'
import type { Mapping } from '@profilkort/domain/imports/mapping'
import type { KeptNote } from '@profilkort/domain/imports/notes'
import type { ColumnProfile } from '@profilkort/domain/imports/profile-columns'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import type { Recognised } from '../recognise.ts'

/** All that is needed to read a file's rows from some place on. */
export interface ReadingPlan {
  readonly file: string
  readonly recognised: Recognised
  readonly kind: ImportKind
  readonly source: string
  readonly headers: readonly string[]
  readonly mapping: Mapping
  readonly profiles: readonly ColumnProfile[]
  readonly attributes: ReadonlyMap<string, Attribute>
  /** When the rows are said, in milliseconds. */
  readonly at: number
  /** So many rows below the header are dealt with already. */
  readonly skip: number
  /** What was noted of those. */
  readonly remarks: readonly KeptNote[]
}

/** The rows of one step, without what is written of them: that stays with the reader until it is asked for. */
export interface Chunk {
  readonly number: number
  /** Rows of the file it is made of, those that cannot be taken among them. */
  readonly read: number
  readonly isLast: boolean
  /** Of each row that can be taken: what it is known by, where it stands, what it says. */
  readonly keys: readonly string[]
  readonly lines: readonly number[]
  readonly digests: readonly string[]
  /** Of contacts and deals: the company that each row names. */
  readonly companies: readonly NamedCompanyOf[] | undefined
  readonly rejects: readonly RejectedRow[]
  /** Rows that stand in it again, word for word: as which of its rows, and where. */
  readonly again: readonly { readonly place: number; readonly line: number }[]
  /** What was noted of the file so far. */
  readonly remarks: readonly KeptNote[]
}

/** The company that a row names. */
export interface NamedCompanyOf {
  readonly companyId?: string | undefined
  readonly companyName?: string | undefined
}

/** The company that a row belongs to: its record and customer. */
export interface CompanyOf {
  readonly recordId: string
  readonly customerId: string
}

/** Reads a file in chunks: here, or in a thread of its own. */
export interface ChunkReader {
  /** The next rows; undefined when there are no more. Throws `ImportRefused`. */
  readonly next: () => Promise<Chunk | undefined>
  /** Rows of a chunk as `copyRows` takes them; all where no places are given. */
  readonly encode: (
    chunk: number,
    places: readonly number[] | undefined,
    companies: readonly (CompanyOf | undefined)[] | undefined,
  ) => Promise<Uint8Array>
  /** Rows of a chunk as they were read; all where no places are given. */
  readonly rows: (chunk: number, places: readonly number[] | undefined) => Promise<readonly ImportedRow[]>
  /** Forgets a chunk. */
  readonly release: (chunk: number) => void
  readonly close: () => Promise<void>
}
