import { foldName } from '../customers/name-key.ts'
import type { Mapping } from './mapping.ts'

/**
 * Reads from a row's cells what its source knows it by: its key columns, together. Names are folded, so that
 * `ØSTFOLD  LAG` of one export is `Østfold lag` of another; ids are kept letter by letter. Undefined where all are blank.
 */
export function keyReader({ key, columns }: Pick<Mapping, 'key' | 'columns'>) {
  const parts = key.map((header) => {
    const target = columns.find(({ column }) => column === header)?.target
    return { header, isName: target?.kind === 'part' && target.part === 'name' }
  })
  return (cellOf: (header: string) => string): string | undefined => {
    const cells = parts.map(({ header, isName }) =>
      isName ? foldName(cellOf(header)) : cellOf(header).trim(),
    )
    return cells.every((cell) => cell === '') ? undefined : cells.join(' | ')
  }
}
