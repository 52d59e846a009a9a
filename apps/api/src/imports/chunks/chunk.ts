import type { SavedMapping } from '@profilkort/database/imports/import-mappings.queries'
import type { RejectedRow } from '@profilkort/database/imports/rejects.queries'
import type { Attribute } from '@profilkort/domain/attributes/attribute'
import type { FormerKey } from '@profilkort/domain/imports/former-key'
import type { ImportKind } from '@profilkort/domain/imports/kinds'
import type { Mapping } from '@profilkort/domain/imports/mapping'
import type { KeptNote } from '@profilkort/domain/imports/notes'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import type { FirstLook } from '../events.ts'
import type { MappingWishes } from '../settle-mapping.ts'

/** The file that is read. */
export interface FileToRead {
  readonly file: string
  /** Of a workbook: the sheet to read. */
  readonly sheet: string | undefined
}

/** What is to be known of a file before its rows are taken. */
export interface CheckQuestion {
  readonly wishes: MappingWishes
  readonly attributes: readonly Attribute[]
  readonly saved: readonly SavedMapping[]
  /** What rows of the source were told apart by before, the last first; none where it told of nobody. */
  readonly former: readonly FormerKey[]
}

export interface Checked extends Required<FirstLook> {
  readonly mapping: Mapping
  /** What is noticed in the file as a whole. */
  readonly remarks: readonly KeptNote[]
}

/** How a file's rows are read, and from which on. */
export interface ReadingPlan {
  readonly kind: ImportKind
  readonly source: string
  readonly mapping: Mapping
  readonly attributes: ReadonlyMap<string, Attribute>
  /** The keys of attributes that may not be known of the customers. */
  readonly withheld: readonly string[]
  /** When the rows are said, in milliseconds. */
  readonly at: number
  /** A chunk is so many rows, or fewer. */
  readonly chunkRows: number
  /** So many rows below the header are dealt with already. */
  readonly skip: number
  /** What was noted of those. */
  readonly remarks: readonly KeptNote[]
  /** Whether all rows are new and of no company: then chunks come encoded, with nothing else kept of them. */
  readonly isEager: boolean
}

/** The rows of one step, without what is written of them: that stays with the reader until it is asked for. */
export interface Chunk {
  readonly number: number
  /** Rows of the file it is made of, those that cannot be taken among them. */
  readonly read: number
  /** Rows of it that can be taken. */
  readonly taken: number
  readonly isLast: boolean
  /** Of each row that can be taken: what it is known by, where it stands, what it says. Empty where `encoded` is. */
  readonly keys: readonly string[]
  readonly lines: readonly number[]
  readonly digests: readonly string[]
  /** Of contacts: the company that each row names. */
  readonly companies: readonly NamedCompanyOf[] | undefined
  /** All rows as `copyRows` takes them, where reading is eager. */
  readonly encoded: Uint8Array<ArrayBuffer> | undefined
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

/** Reads a file: here, or in a thread of its own. Its promises fail with `ImportRefused` where the file is at fault. */
export interface FileReader {
  readonly check: (question: CheckQuestion) => Promise<Checked>
  /** Begins to read rows, or begins anew. @returns what their cells are called */
  readonly begin: (plan: ReadingPlan) => Promise<readonly string[]>
  /** The next rows; undefined when there are no more. */
  readonly next: () => Promise<Chunk | undefined>
  /** Rows of a chunk as `copyRows` takes them; all where no places are given. */
  readonly encode: (
    chunk: number,
    places: readonly number[] | undefined,
    companies: readonly (CompanyOf | undefined)[] | undefined,
  ) => Promise<Uint8Array<ArrayBuffer>>
  /** Rows of a chunk as they were read. */
  readonly rows: (chunk: number, places: readonly number[]) => Promise<readonly ImportedRow[]>
  /** Forgets a chunk. */
  readonly release: (chunk: number) => void
  readonly close: () => Promise<void>
}
