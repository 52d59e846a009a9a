/** Rows are kept in chunks of so many: a chunk is allocated when a value in it is, and evaluated in one go. */
export const chunkRows = 4096
const shift = Math.log2(chunkRows)

export function chunkOf(row: number): number {
  return row >>> shift
}

export function withinChunk(row: number): number {
  return row & (chunkRows - 1)
}

/** Small whole numbers, as wide as the greatest of them needs. */
export type Codes = Uint8Array | Uint16Array | Uint32Array

/** Zeroed memory that worker threads can share. */
function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes)
}

export function newBytes(): Uint8Array {
  return new Uint8Array(shared(chunkRows))
}

export function newWords(length: number): Uint32Array {
  return new Uint32Array(shared(length * 4))
}

/** A chunk of numbers, each of them NaN. */
export function newNumbers(): Float64Array {
  return new Float64Array(shared(chunkRows * 8)).fill(Number.NaN)
}

/** The codes in a chunk that has room for `code` as well: the same one when it has. */
export function widened(codes: Codes | undefined, code: number): Codes {
  if (codes !== undefined && code < 2 ** (codes.BYTES_PER_ELEMENT * 8)) return codes
  const wider = code < 2 ** 8 ? newBytes() : newWider(code)
  if (codes !== undefined) wider.set(codes)
  return wider
}

function newWider(code: number): Uint16Array | Uint32Array {
  return code < 2 ** 16 ? new Uint16Array(shared(chunkRows * 2)) : newWords(chunkRows)
}
