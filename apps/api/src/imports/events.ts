import type { ImportReport, ImportState } from '@profilkort/database/imports/imports.queries'
import type { RejectedRow } from '@profilkort/database/imports/rejects.queries'
import type { Mapping } from '@profilkort/domain/imports/mapping'
import type { ColumnPreview } from '@profilkort/domain/imports/preview'
import type { WrittenAs } from './recognise.ts'

/** How a file is read, and what of that a user should look at. */
export interface ToldProposal {
  readonly type: 'proposal'
  readonly mapping: Mapping
  /** The saved mapping that was chosen, by name. */
  readonly savedAs?: string
  /** The ready mapping of the system whose export this is, by name. */
  readonly ready?: string
  readonly columns: readonly ColumnPreview[]
  readonly warnings: readonly string[]
}

/** What is told of a file before its rows are taken; as it is kept with an import. */
export interface FirstLook {
  readonly recognised: { readonly headers: readonly string[] } & WrittenAs
  readonly proposal?: ToldProposal
}

/** What an import tells while it runs, one JSON object a line. */
export type ImportEvent =
  /** `id` is its global id: it can be asked for, and gone on with, by that. */
  | { readonly type: 'received'; readonly id: string }
  | ({ readonly type: 'recognised' } & FirstLook['recognised'])
  | ToldProposal
  | { readonly type: 'progress'; readonly rows: number; readonly state: ImportState }
  | ({ readonly type: 'rejected' } & RejectedRow)
  | ({ readonly type: 'report'; readonly dryRun: boolean; readonly state: ImportState } & ImportReport)
  | { readonly type: 'failed'; readonly code: string; readonly message: string; readonly rows: number }
