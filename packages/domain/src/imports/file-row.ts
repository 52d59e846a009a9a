/** A row of a file as it stands, whatever the file is written in. */
export interface FileRow {
  /** A cell for each header. May be slices of a chunk of the file: copy those kept for long. */
  readonly cells: readonly string[]
  /** Where it begins; a spreadsheet's row. */
  readonly line: number
  /** Why it cannot be taken, where that is seen before its cells are read. */
  readonly problem?: string
}
