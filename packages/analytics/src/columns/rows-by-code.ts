import { type Codes, chunkRows } from './chunk.ts'

/** The rows of one chunk in the order of their codes: those of one code stand together and are found by halving. */
export class RowsByCode {
  readonly #codes: Codes
  readonly #rows: Uint16Array

  /** @param codes of a chunk; not to be changed while this is used */
  constructor(codes: Codes) {
    this.#codes = codes
    this.#rows = sortedByCode(codes)
  }

  get bytes(): number {
    return this.#rows.byteLength
  }

  /** The rows whose code is one of a few, each of them once. @returns how many of `to` there are */
  keep(few: readonly number[], to: Uint16Array): number {
    let kept = 0
    for (const code of few) {
      const rows = this.#rows.subarray(this.#startOf(code), this.#startOf(code + 1))
      to.set(rows, kept)
      kept += rows.length
    }
    return kept
  }

  /** How many rows have a lesser code. */
  #startOf(code: number): number {
    let [low, high] = [0, chunkRows]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#codes[this.#rows[middle] as number] as number) < code) low = middle + 1
      else high = middle
    }
    return low
  }
}

const counts = new Uint32Array(257)
const spare = new Uint16Array(chunkRows)

/** By one byte of the codes after the other, the least one first: what was in order before stays so. */
function sortedByCode(codes: Codes): Uint16Array {
  let [rows, other] = [Uint16Array.from({ length: chunkRows }, (_, row) => row), spare]
  for (let shift = 0; shift < codes.BYTES_PER_ELEMENT * 8; shift += 8) {
    counts.fill(0)
    for (let row = 0; row < chunkRows; row++) {
      const after = (((codes[row] as number) >>> shift) & 255) + 1
      counts[after] = (counts[after] as number) + 1
    }
    for (let byte = 1; byte < counts.length; byte++)
      counts[byte] = (counts[byte] as number) + (counts[byte - 1] as number)
    for (const row of rows) {
      const byte = ((codes[row] as number) >>> shift) & 255
      const place = counts[byte] as number
      other[place] = row
      counts[byte] = place + 1
    }
    ;[rows, other] = [other, rows]
  }
  return rows === spare ? spare.slice() : rows
}
