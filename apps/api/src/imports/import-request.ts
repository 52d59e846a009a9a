import type { MappingWishes } from './settle-mapping.ts'

/** A file to import and how. */
export interface ImportRequest extends MappingWishes {
  /** What the rows come from: `crm`. */
  readonly source: string
  readonly fileName: string
  /** Of a workbook: the sheet to read, by name or place from 1; the first with something in it when not given. */
  readonly sheet?: string | undefined
  /** The name to keep the mapping under. */
  readonly saveAs?: string | undefined
  /** Do everything and then take it back. */
  readonly dryRun: boolean
}

/** What of it is kept with the import beside its own columns. */
export type ImportWishes = Pick<ImportRequest, 'currency' | 'mapping' | 'changes' | 'sheet' | 'saveAs'>
