import type { Comparison } from '@profilkort/domain/rules/core'
import type { Codes } from '../columns/chunk.ts'

// Each loop is written out for one type of array and one comparison: that is what V8 compiles well. They go through a
// whole chunk, for a row that is passed over costs more than one that is looked at. 0 fails, 1 is open, 2 holds.

/** @param table what each code decides */
export function decideCoded(codes: Codes, table: Uint8Array, to: Uint8Array): void {
  if (codes instanceof Uint8Array) decideCoded8(codes, table, to)
  else if (codes instanceof Uint16Array) decideCoded16(codes, table, to)
  else decideCoded32(codes, table, to)
}

function decideCoded8(codes: Uint8Array, table: Uint8Array, to: Uint8Array): void {
  for (let row = 0; row < to.length; row++) to[row] = table[codes[row] as number] as number
}

function decideCoded16(codes: Uint16Array, table: Uint8Array, to: Uint8Array): void {
  for (let row = 0; row < to.length; row++) to[row] = table[codes[row] as number] as number
}

function decideCoded32(codes: Uint32Array, table: Uint8Array, to: Uint8Array): void {
  for (let row = 0; row < to.length; row++) to[row] = table[codes[row] as number] as number
}

/** A number is related to the value or is not, or with `negated` the other way round; NaN leaves it open. */
export function decideCompared(
  numbers: Float64Array,
  op: Comparison,
  value: number,
  negated: boolean,
  to: Uint8Array,
): void {
  const [yes, no] = negated ? [0, 2] : [2, 0]
  switch (op) {
    case '<':
      for (let row = 0; row < to.length; row++) {
        const number = numbers[row] as number
        to[row] = number < value ? yes : number >= value ? no : 1
      }
      return
    case '<=':
      for (let row = 0; row < to.length; row++) {
        const number = numbers[row] as number
        to[row] = number <= value ? yes : number > value ? no : 1
      }
      return
    case '=':
      for (let row = 0; row < to.length; row++) {
        const number = numbers[row] as number
        // NaN alone is not itself.
        to[row] = number === value ? yes : number - number === 0 ? no : 1
      }
      return
    case '>=':
      for (let row = 0; row < to.length; row++) {
        const number = numbers[row] as number
        to[row] = number >= value ? yes : number < value ? no : 1
      }
      return
    case '>':
      for (let row = 0; row < to.length; row++) {
        const number = numbers[row] as number
        to[row] = number > value ? yes : number <= value ? no : 1
      }
      return
  }
}

/** Rows of another code are open. */
export function keepOfCode(codes: Codes, code: number, to: Uint8Array): void {
  for (let row = 0; row < to.length; row++) if (codes[row] !== code) to[row] = 1
}

/** @param from where the chunk's rows begin in the marks; past their end there is nobody to be marked */
export function decideMarked(marks: Uint8Array, from: number, negated: boolean, to: Uint8Array): void {
  const end = Math.min(to.length, marks.length - from)
  const [marked, unmarked] = negated ? [0, 2] : [2, 0]
  for (let row = 0; row < end; row++) to[row] = marks[from + row] === 1 ? marked : unmarked
  to.fill(unmarked, Math.max(0, end))
}

export function lesser(to: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < to.length; row++) {
    const value = other[row] as number
    if (value < (to[row] as number)) to[row] = value
  }
}

export function greater(to: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < to.length; row++) {
    const value = other[row] as number
    if (value > (to[row] as number)) to[row] = value
  }
}
