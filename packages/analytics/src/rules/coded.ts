import type { Column } from '../columns/column.ts'
import { type Dictionary, missing } from '../columns/dictionary.ts'
import type { Plan } from './plan.ts'

/** Holds for the rows with a value, whatever it is. */
export function hasValue(column: Column): Plan {
  return coded(column, false, (table) => table.fill(1, missing + 1))
}

/** Holds for the rows whose value is one of these texts; with `negated` for all others. */
export function textAmong(column: Column, texts: readonly string[], negated = false): Plan {
  return coded(column, negated, (table) => markAmong(table, column.dictionary, texts))
}

/** @param mark writes 1 for the codes that the bare leaf holds for */
export function coded(column: Column, negated: boolean, mark: (table: Uint8Array) => void): Plan {
  const table = new Uint8Array(column.dictionary.end)
  mark(table)
  if (negated) for (let code = 0; code < table.length; code++) table[code] = 1 - (table[code] ?? 0)
  return { kind: 'coded', column, table, few: fewOf(table) }
}

/** Rows of more codes than this are found by passing all of them. */
const mostLookedUp = 16

/** The codes a table says 1 of, where they are few. */
function fewOf(table: Uint8Array): readonly number[] | undefined {
  const few: number[] = []
  for (let code = table.indexOf(1); code !== -1; code = table.indexOf(1, code + 1)) {
    if (few.length === mostLookedUp) return undefined
    few.push(code)
  }
  return few
}

/** Marks the codes of these values, and of lists with one of them. */
export function markAmong(table: Uint8Array, dictionary: Dictionary, values: readonly string[]): void {
  for (const value of values) {
    const code = dictionary.codeOfText(value)
    if (code !== undefined) table[code] = 1
  }
  const wanted = new Set<unknown>(values)
  for (const [code, value] of dictionary.others()) {
    if (Array.isArray(value) && value.some((each) => wanted.has(each))) table[code] = 1
  }
}
