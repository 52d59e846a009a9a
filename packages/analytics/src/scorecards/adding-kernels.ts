import type { Codes } from '../columns/chunk.ts'

/** What each row of a chunk came to so far: as wide as the numbers need. */
export type Numbers = Uint32Array | Float64Array

// Written out for one type of array each, and without branches, as those of the rules' kernels are.

export function addToAll(number: number, to: Numbers): void {
  for (let row = 0; row < to.length; row++) to[row] = (to[row] as number) + number
}

/** Adds `stride` times what the table says of each row's code. */
export function addCoded(codes: Codes, table: Uint32Array, stride: number, to: Numbers): void {
  const strides = Float64Array.from(table, (number) => number * stride)
  if (to instanceof Float64Array) addCodedWide(codes, strides, to)
  else if (codes instanceof Uint8Array) addCoded8(codes, Uint32Array.from(strides), to)
  else if (codes instanceof Uint16Array) addCoded16(codes, Uint32Array.from(strides), to)
  else addCoded32(codes, Uint32Array.from(strides), to)
}

function addCoded8(codes: Uint8Array, strides: Uint32Array, to: Uint32Array): void {
  for (let row = 0; row < to.length; row++)
    to[row] = (to[row] as number) + (strides[codes[row] as number] as number)
}

function addCoded16(codes: Uint16Array, strides: Uint32Array, to: Uint32Array): void {
  for (let row = 0; row < to.length; row++)
    to[row] = (to[row] as number) + (strides[codes[row] as number] as number)
}

function addCoded32(codes: Uint32Array, strides: Uint32Array, to: Uint32Array): void {
  for (let row = 0; row < to.length; row++)
    to[row] = (to[row] as number) + (strides[codes[row] as number] as number)
}

function addCodedWide(codes: Codes, strides: Float64Array, to: Float64Array): void {
  for (let row = 0; row < to.length; row++)
    to[row] = (to[row] as number) + (strides[codes[row] as number] as number)
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

/** Adds `stride` times the number for what two rules decided of each row, which is at `3 · two + one`. */
export function addDecided(
  two: Uint8Array,
  one: Uint8Array,
  numbers: readonly number[],
  stride: number,
  to: Numbers,
): void {
  const strides = Float64Array.from(numbers, (number) => number * stride)
  if (to instanceof Uint32Array) addDecidedNarrow(two, one, Uint32Array.from(strides), to)
  else addDecidedWide(two, one, strides, to)
}

function addDecidedNarrow(two: Uint8Array, one: Uint8Array, strides: Uint32Array, to: Uint32Array): void {
  for (let row = 0; row < to.length; row++) {
    const both = 3 * (two[row] as number) + (one[row] as number)
    to[row] = (to[row] as number) + (strides[both] as number)
  }
}

function addDecidedWide(two: Uint8Array, one: Uint8Array, strides: Float64Array, to: Float64Array): void {
  for (let row = 0; row < to.length; row++) {
    const both = 3 * (two[row] as number) + (one[row] as number)
    to[row] = (to[row] as number) + (strides[both] as number)
  }
}
