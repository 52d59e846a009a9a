import type { Codes } from '../columns/chunk.ts'

/** What each row of a chunk came to so far: as wide as the numbers need. */
export type Numbers = Uint32Array | Float64Array

/** Whether numbers need more than 32 bits. */
export type Width = 'narrow' | 'wide'

/** Numbers times `stride`, as they are added to others of a width. */
export function strides(numbers: ArrayLike<number>, stride: number, width: Width): Numbers {
  const each = Float64Array.from(numbers, (number) => number * stride)
  return width === 'wide' ? each : Uint32Array.from(each)
}

// Written out for one type of array each, and without branches, as those of the rules' kernels are.

export function addToAll(number: number, to: Numbers): void {
  for (let row = 0; row < to.length; row++) to[row] = (to[row] as number) + number
}

/** Adds what the table says of each row's code: it is of the same type as `to`. */
export function addCoded(codes: Codes, table: Numbers, to: Numbers): void {
  if (to instanceof Float64Array || table instanceof Float64Array) addCodedWide(codes, table, to)
  else if (codes instanceof Uint8Array) addCoded8(codes, table, to)
  else if (codes instanceof Uint16Array) addCoded16(codes, table, to)
  else addCoded32(codes, table, to)
}

function addCoded8(codes: Uint8Array, table: Uint32Array, to: Uint32Array): void {
  for (let row = 0; row < to.length; row++)
    to[row] = (to[row] as number) + (table[codes[row] as number] as number)
}

function addCoded16(codes: Uint16Array, table: Uint32Array, to: Uint32Array): void {
  for (let row = 0; row < to.length; row++)
    to[row] = (to[row] as number) + (table[codes[row] as number] as number)
}

function addCoded32(codes: Uint32Array, table: Uint32Array, to: Uint32Array): void {
  for (let row = 0; row < to.length; row++)
    to[row] = (to[row] as number) + (table[codes[row] as number] as number)
}

function addCodedWide(codes: Codes, table: Numbers, to: Numbers): void {
  for (let row = 0; row < to.length; row++)
    to[row] = (to[row] as number) + (table[codes[row] as number] as number)
}

/** Adds `stride` once for each of these: there is a number, it is at least `lower`, it is at least `upper`. */
export function addSteps(
  found: Float64Array,
  lower: number,
  upper: number,
  stride: number,
  to: Numbers,
): void {
  if (to instanceof Uint32Array) {
    for (let row = 0; row < to.length; row++) {
      const number = found[row] as number
      const steps =
        Number(number >= Number.NEGATIVE_INFINITY) + Number(number >= lower) + Number(number >= upper)
      to[row] = ((to[row] as number) + stride * steps) | 0
    }
    return
  }
  for (let row = 0; row < to.length; row++) {
    const number = found[row] as number
    const steps =
      Number(number >= Number.NEGATIVE_INFINITY) + Number(number >= lower) + Number(number >= upper)
    to[row] = (to[row] as number) + stride * steps
  }
}

/** Adds what the table says at `3 · two + one` for what two rules decided of each row; it is of the same type as `to`. */
export function addDecided(two: Uint8Array, one: Uint8Array, table: Numbers, to: Numbers): void {
  if (to instanceof Uint32Array && table instanceof Uint32Array) addDecidedNarrow(two, one, table, to)
  else addDecidedWide(two, one, table, to)
}

function addDecidedNarrow(two: Uint8Array, one: Uint8Array, table: Uint32Array, to: Uint32Array): void {
  for (let row = 0; row < to.length; row++) {
    const both = 3 * (two[row] as number) + (one[row] as number)
    to[row] = (to[row] as number) + (table[both] as number)
  }
}

function addDecidedWide(two: Uint8Array, one: Uint8Array, table: Numbers, to: Numbers): void {
  for (let row = 0; row < to.length; row++) {
    const both = 3 * (two[row] as number) + (one[row] as number)
    to[row] = (to[row] as number) + (table[both] as number)
  }
}
