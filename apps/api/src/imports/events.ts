import type { Counts } from '@profilkort/database/imports/counts'
import type { Mapping } from '@profilkort/domain/imports/mapping'
import type { Note } from '@profilkort/domain/imports/notes'
import type { ColumnPreview } from '@profilkort/domain/imports/preview'
import type { WrittenAs } from './recognise.ts'

/** What an import did, or would do. */
export interface ImportReport extends Counts {
  readonly rows: number
  readonly rejected: number
  readonly notes: readonly Note[]
}

/** What an import tells while it runs, one JSON object a line. */
export type ImportEvent =
  | ({ readonly type: 'recognised'; readonly headers: readonly string[] } & WrittenAs)
  | {
      readonly type: 'proposal'
      readonly mapping: Mapping
      /** The saved mapping that was chosen, by name. */
      readonly savedAs?: string
      /** The ready mapping of the system whose export this is, by name. */
      readonly ready?: string
      readonly columns: readonly ColumnPreview[]
      readonly warnings: readonly string[]
    }
  | { readonly type: 'progress'; readonly rows: number }
  | {
      readonly type: 'rejected'
      readonly line: number
      readonly cells: readonly string[]
      readonly reason: string
    }
  | ({ readonly type: 'report'; readonly dryRun: boolean } & ImportReport)
  | { readonly type: 'failed'; readonly code: string; readonly message: string }
