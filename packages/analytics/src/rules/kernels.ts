import type { Comparison } from '@profilkort/domain/rules/core'
import type { Codes } from '../columns/chunk.ts'

// Each loop is written out for one type of array: that is what V8 compiles well. They write every row and step on only
// past those that are kept, for a branch that is guessed wrong costs more than a write. `to` may be `rows` itself.

/** Keeps the rows whose code the table says 1 of. @returns how many */
export function keepCoded(
  codes: Codes,
  table: Uint8Array,
  rows: Uint16Array,
  count: number,
  to: Uint16Array,
): number {
  if (codes instanceof Uint8Array) return keepCoded8(codes, table, rows, count, to)
  if (codes instanceof Uint16Array) return keepCoded16(codes, table, rows, count, to)
  return keepCoded32(codes, table, rows, count, to)
}

function keepCoded8(codes: Uint8Array, table: Uint8Array, rows: Uint16Array, count: number, to: Uint16Array) {
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    to[kept] = row
    kept += table[codes[row] as number] as number
  }
  return kept
}

function keepCoded16(
  codes: Uint16Array,
  table: Uint8Array,
  rows: Uint16Array,
  count: number,
  to: Uint16Array,
) {
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    to[kept] = row
    kept += table[codes[row] as number] as number
  }
  return kept
}

function keepCoded32(
  codes: Uint32Array,
  table: Uint8Array,
  rows: Uint16Array,
  count: number,
  to: Uint16Array,
) {
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    to[kept] = row
    kept += table[codes[row] as number] as number
  }
  return kept
}

/**
 * Keeps the rows whose number is so related to the value, or with `negated` those whose is not: NaN is related to none.
 * @returns how many
 */
export function keepCompared(
  numbers: Float64Array,
  op: Comparison,
  value: number,
  negated: boolean,
  rows: Uint16Array,
  count: number,
  to: Uint16Array,
): number {
  const wanted = negated ? 0 : 1
  let kept = 0
  switch (op) {
    case '<':
      for (let at = 0; at < count; at++) {
        const row = rows[at] as number
        to[kept] = row
        kept += ((numbers[row] as number) < value ? 1 : 0) === wanted ? 1 : 0
      }
      return kept
    case '<=':
      for (let at = 0; at < count; at++) {
        const row = rows[at] as number
        to[kept] = row
        kept += ((numbers[row] as number) <= value ? 1 : 0) === wanted ? 1 : 0
      }
      return kept
    case '=':
      for (let at = 0; at < count; at++) {
        const row = rows[at] as number
        to[kept] = row
        kept += ((numbers[row] as number) === value ? 1 : 0) === wanted ? 1 : 0
      }
      return kept
    case '>=':
      for (let at = 0; at < count; at++) {
        const row = rows[at] as number
        to[kept] = row
        kept += ((numbers[row] as number) >= value ? 1 : 0) === wanted ? 1 : 0
      }
      return kept
    case '>':
      for (let at = 0; at < count; at++) {
        const row = rows[at] as number
        to[kept] = row
        kept += ((numbers[row] as number) > value ? 1 : 0) === wanted ? 1 : 0
      }
      return kept
  }
}

/** Keeps the rows that have a mark, or with `negated` those that have none; rows are counted from `from`. @returns how many */
export function keepMarked(
  marks: Uint8Array,
  from: number,
  negated: boolean,
  rows: Uint16Array,
  count: number,
  to: Uint16Array,
): number {
  const wanted = negated ? 0 : 1
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    to[kept] = row
    // Past the last row there is nobody to be marked.
    kept += (marks[from + row] ?? 0) === wanted ? 1 : 0
  }
  return kept
}
