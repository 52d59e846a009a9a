import { newWords } from './chunk.ts'

const wordsEach = 4
const smallest = 1024

/**
 * Rows by the UUIDs they are known by: an open hash table in typed arrays, 16 bytes a row and some more. Rows that
 * were given back are the first to be used again.
 */
export class RowIds {
  /** Four big-endian words a row: their order is that of PostgreSQL's `uuid`. */
  #words = newWords(smallest * wordsEach)
  /** Row + 1 by hash; 0 is empty. Twice as many slots as rows at least. */
  #slots = newWords(smallest * 2)
  readonly #free: number[] = []
  #end = 0
  readonly #given = new Uint32Array(wordsEach)
  readonly #bytesOfId = Buffer.alloc(wordsEach * 4)

  get count(): number {
    return this.#end - this.#free.length
  }

  /** One more than the greatest row. */
  get end(): number {
    return this.#end
  }

  get bytes(): number {
    return this.#words.byteLength + this.#slots.byteLength
  }

  find(id: string): number | undefined {
    parseUuid(id, this.#given)
    const row = (this.#slots[this.#slotOf(this.#given, 0)] ?? 0) - 1
    return row < 0 ? undefined : row
  }

  /** The row of an id: the one it has, or a new one. */
  add(id: string): { readonly row: number; readonly isNew: boolean } {
    parseUuid(id, this.#given)
    const slot = this.#slotOf(this.#given, 0)
    const found = this.#slots[slot] ?? 0
    if (found > 0) return { row: found - 1, isNew: false }
    const row = this.#free.pop() ?? this.#end++
    this.#makeRoom()
    this.#words.set(this.#given, row * wordsEach)
    this.#slots[this.#slotOf(this.#given, 0)] = row + 1
    return { row, isNew: true }
  }

  /** Gives a row back. */
  remove(row: number): void {
    const slots = this.#slots
    const mask = slots.length - 1
    let hole = this.#slotOf(this.#words, row * wordsEach)
    // Whoever was pushed past the hole moves back into it, so that no search ends too soon.
    for (let slot = (hole + 1) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const other = (slots[slot] ?? 0) - 1
      const home = hashOf(this.#words, other * wordsEach) & mask
      if (((slot - home) & mask) >= ((slot - hole) & mask)) {
        slots[hole] = other + 1
        hole = slot
      }
    }
    slots[hole] = 0
    this.#free.push(row)
  }

  idOf(row: number): string {
    for (let word = 0; word < wordsEach; word++)
      this.#bytesOfId.writeUInt32BE(this.#words[row * wordsEach + word] ?? 0, word * 4)
    const hex = this.#bytesOfId.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  /** The last eight digits of a row's id, as a number. */
  tailOf(row: number): number {
    return this.#words[row * wordsEach + wordsEach - 1] ?? 0
  }

  /** Negative where the first row's id comes first. */
  compare(a: number, b: number): number {
    return compareWords(this.#words, a * wordsEach, this.#words, b * wordsEach)
  }

  /** Negative where the row's id comes before the four words. */
  compareTo(row: number, id: Uint32Array): number {
    return compareWords(this.#words, row * wordsEach, id, 0)
  }

  /** The slot that names the row of these words, or the empty one where it would be. */
  #slotOf(words: Uint32Array, at: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = hashOf(words, at) & mask; ; slot = (slot + 1) & mask) {
      const found = slots[slot] ?? 0
      if (found === 0 || compareWords(this.#words, (found - 1) * wordsEach, words, at) === 0) return slot
    }
  }

  #makeRoom(): void {
    if (this.#end * wordsEach > this.#words.length) {
      const wider = newWords(this.#words.length * 2)
      wider.set(this.#words)
      this.#words = wider
    }
    if (this.#end * 2 <= this.#slots.length) return
    const before = this.#slots
    this.#slots = newWords(before.length * 2)
    for (const found of before) {
      if (found > 0) this.#slots[this.#slotOf(this.#words, (found - 1) * wordsEach)] = found
    }
  }
}

/** The words of a UUID as PostgreSQL prints it: 36 characters, hexadecimal and four hyphens. */
export function parseUuid(id: string, words: Uint32Array): void {
  let digits = 0
  let word = 0
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at)
    if (code === 45) continue
    word = (word << 4) | (code <= 57 ? code - 48 : (code | 32) - 87)
    digits++
    if ((digits & 7) === 0) words[(digits >>> 3) - 1] = word
  }
}

/** Version 7 begins with the time, so the random words at the end are what is hashed. */
function hashOf(words: Uint32Array, at: number): number {
  let hash =
    (words[at + 3] ?? 0) ^ Math.imul(words[at + 2] ?? 0, 0x9e3779b1) ^ Math.imul(words[at] ?? 0, 0x85ebca6b)
  hash ^= Math.imul(words[at + 1] ?? 0, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

function compareWords(a: Uint32Array, aAt: number, b: Uint32Array, bAt: number): number {
  for (let word = 0; word < wordsEach; word++) {
    const difference = (a[aAt + word] ?? 0) - (b[bAt + word] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
