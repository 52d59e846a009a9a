import type { Attribute } from '../attributes/attribute.ts'
import { isClosed, optionTexts, readOption } from '../attributes/options.ts'
import { closest } from './closeness.ts'
import type { ColumnMapping } from './mapping.ts'
import { count, type NoteBook } from './notes.ts'

export interface ChoiceContext {
  readonly attributes: ReadonlyMap<string, Attribute>
  /** How often each cell stands in the column, where there are few different ones. */
  readonly counts: ReadonlyMap<string, number>
  readonly notes: NoteBook
}

interface Known {
  readonly key: string
  /** The note of a text that is not among the options. */
  readonly message?: (rows: number) => string
}

/** So many different cells are remembered. */
const mostRemembered = 5000
/** For so many different texts that are no option it is told which was meant: looking costs time. */
const mostSuggested = 200

/** Reads an option by its key, any of its labels or an alias; another text is kept as it was written, with a note. */
export function choiceReader(
  column: ColumnMapping,
  { attributes, counts, notes }: ChoiceContext,
): (cell: string, line: number) => string {
  const attribute = column.target.kind === 'attribute' ? attributes.get(column.target.key) : undefined
  const texts = attribute === undefined ? [] : optionTexts(attribute)
  const remembered = new Map<string, Known>()
  let suggested = 0
  const look = (cell: string): Known => {
    const found = attribute && readOption(attribute, cell)?.key
    if (found !== undefined) return { key: found }
    if (attribute !== undefined && !isClosed(attribute)) return { key: cell }
    const meant =
      suggested++ < mostSuggested
        ? (closest(cell, texts) ?? closest(cell, muchMoreOften(cell, counts)))
        : undefined
    return { key: cell, message: (rows) => tell(column.column, cell, meant, rows) }
  }
  return (cell, line) => {
    let known = remembered.get(cell)
    if (known === undefined) {
      known = look(cell)
      if (remembered.size < mostRemembered) remembered.set(cell, known)
    }
    if (known.message !== undefined)
      notes.add('unknownOption', `${column.column} ${cell}`, line, known.message)
    return known.key
  }
}

function tell(column: string, cell: string, meant: string | undefined, rows: number): string {
  return meant === undefined
    ? `"${cell}" is not among the options of "${column}" (${count(rows)}); kept as written.`
    : `"${cell}" in "${column}" (${count(rows)}) is probably "${meant}"; kept as written. Otherwise: --correct '${column}:${cell}=${meant}'`
}

/** What else stands in the column, at least three times as often: a slip of the pen is rarer than what was meant. */
function muchMoreOften(cell: string, counts: ReadonlyMap<string, number>): readonly string[] {
  const own = counts.get(cell) ?? 1
  return [...counts].filter(([, often]) => often >= own * 3).map(([other]) => other)
}
