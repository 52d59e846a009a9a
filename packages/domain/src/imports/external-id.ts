import { foldName } from '../customers/name-key.ts'
import type { Mapping } from './mapping.ts'

/**
 * Reads from a row's cells what its source knows it by: its key columns, together. Names are folded, so that
 * `ØSTFOLD  LAG` of one export is `Østfold lag` of another; ids are kept letter by letter. Undefined where all are blank.
 */
export function keyReader(
  { key, columns }: Pick<Mapping, 'key' | 'columns'>,
  headers: readonly string[],
): (cells: readonly string[]) => string | undefined {
  const parts = key.map((header) => {
    const target = columns.find(({ column }) => column === header)?.target
    return { index: headers.indexOf(header), isName: target?.kind === 'part' && target.part === 'name' }
  })
  return (row) => {
    const cells = parts.map(({ index, isName }) => {
      const cell = row[index] ?? ''
      return isName ? foldName(cell) : cell.trim()
    })
    return cells.every((cell) => cell === '') ? undefined : cells.join(' | ')
  }
}
