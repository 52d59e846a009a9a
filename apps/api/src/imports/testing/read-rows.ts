import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import type { ImportKind } from '@profilkort/domain/imports/kinds'
import { noteBook } from '@profilkort/domain/imports/notes'
import { type ImportedRow, rowReader } from '@profilkort/domain/imports/read-row'
import { settleMapping } from '../settle-mapping.ts'
import { readContent } from './read-content.ts'

/** Reads a file as an import without wishes of its own does, without writing it anywhere. */
export async function readRows(kind: ImportKind, content: string | Uint8Array) {
  const { recognised, looked, rows, lines } = await readContent(content)
  const wishes = { kind, currency: 'NOK', changes: {} }
  const { mapping, added } = settleMapping(wishes, looked, predefinedAttributes, { saved: [], former: [] })
  const attributes = new Map([...predefinedAttributes, ...added].map((each) => [each.key, each]))
  const { headers, profiles } = looked
  const { hasBrokenBytes } = recognised
  const notes = noteBook()
  const read = rowReader({ headers, mapping, attributes, profiles, notes, hasBrokenBytes })
  const results = rows.map((cells, index) => read({ cells, line: lines[index] ?? 0 }))
  const taken: ImportedRow[] = results.flatMap((result) => (result.ok ? [result.value] : []))
  const refused = results.flatMap((result, index) =>
    result.ok ? [] : [`${lines[index]} ${result.problems.map(({ message }) => message).join('; ')}`],
  )
  const columnOf = (header: string) => mapping.columns.find(({ column }) => column === header)
  return { recognised, headers, cells: rows, mapping, taken, refused, columnOf }
}
