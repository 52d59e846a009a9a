import type { Money } from '@profilkort/domain/attributes/attribute'
import { type Codes, chunkOf, chunkRows, newNumbers, widened, withinChunk } from './chunk.ts'
import { Dictionary, missing, numeric } from './dictionary.ts'
import { RowsByCode } from './rows-by-code.ts'

/**
 * One value of every row, of whatever type: a code that says what it is (missing, a number, or an entry of the
 * dictionary) and, where the value is a finite number or an amount of money, that number.
 */
export class Column {
  readonly dictionary = new Dictionary()
  readonly #codes: (Codes | undefined)[] = []
  readonly #numbers: (Float64Array | undefined)[] = []
  /** Of chunks that were asked for them once since they were changed: not made yet, or made. */
  readonly #byCode: (RowsByCode | 'asked' | undefined)[] = []
  #bytes = 0

  get bytes(): number {
    return this.#bytes + this.dictionary.bytes
  }

  /** The codes of a chunk; undefined where every row of it is missing. */
  codes(chunk: number): Codes | undefined {
    return this.#codes[chunk]
  }

  /** The numbers of a chunk, NaN for rows that have none; undefined where no row of it has. */
  numbers(chunk: number): Float64Array | undefined {
    return this.#numbers[chunk]
  }

  /**
   * The rows of a chunk by their codes; undefined where they are not worth having: they take as long to make as they
   * save, so they are made for who asks a second time since the chunk was changed, and where every row is missing never.
   */
  byCode(chunk: number): RowsByCode | undefined {
    const known = this.#byCode[chunk]
    if (known instanceof RowsByCode) return known
    const codes = this.#codes[chunk]
    if (codes === undefined) return undefined
    if (known === undefined) {
      this.#byCode[chunk] = 'asked'
      return undefined
    }
    const made = new RowsByCode(codes)
    this.#byCode[chunk] = made
    this.#bytes += made.bytes
    return made
  }

  codeAt(row: number): number {
    return this.#codes[chunkOf(row)]?.[withinChunk(row)] ?? missing
  }

  /** NaN where the row has none. */
  numberAt(row: number): number {
    return this.#numbers[chunkOf(row)]?.[withinChunk(row)] ?? Number.NaN
  }

  /** The value as it was put there; undefined for none. */
  valueAt(row: number): unknown {
    const code = this.codeAt(row)
    if (code === missing) return undefined
    if (code === numeric) return this.numberAt(row)
    const entry = this.dictionary.entry(code)
    switch (entry.kind) {
      case 'text':
        return entry.text
      case 'money':
        return { amount: this.numberAt(row), currency: entry.currency } satisfies Money
      case 'other':
        return entry.value
    }
  }

  /** Puts a value as it is stored in place of the one before; null and undefined are no value. */
  set(row: number, value: unknown): void {
    if (typeof value === 'string') this.#put(row, this.dictionary.addText(value), Number.NaN)
    else if (isNumber(value)) this.#put(row, numeric, value)
    else if (isMoney(value)) this.#put(row, this.dictionary.addMoney(value.currency), value.amount)
    else if (value === null || value === undefined) this.clear(row)
    else this.#put(row, this.dictionary.addOther(value), Number.NaN)
  }

  clear(row: number): void {
    const chunk = chunkOf(row)
    const codes = this.#codes[chunk]
    if (codes === undefined) return
    this.#write(codes, chunk, withinChunk(row), missing)
    const numbers = this.#numbers[chunk]
    if (numbers !== undefined) numbers[withinChunk(row)] = Number.NaN
  }

  #put(row: number, code: number, number: number): void {
    const chunk = chunkOf(row)
    const at = withinChunk(row)
    const before = this.#codes[chunk]
    const codes = widened(before, code)
    if (codes !== before) {
      this.#codes[chunk] = codes
      this.#bytes += codes.byteLength - (before?.byteLength ?? 0)
    }
    this.#write(codes, chunk, at, code)
    let numbers = this.#numbers[chunk]
    if (numbers === undefined) {
      if (Number.isNaN(number)) return
      numbers = newNumbers()
      this.#numbers[chunk] = numbers
      this.#bytes += chunkRows * 8
    }
    numbers[at] = number
  }

  #write(codes: Codes, chunk: number, at: number, code: number): void {
    if (codes[at] === code) return
    codes[at] = code
    const byCode = this.#byCode[chunk]
    if (byCode === undefined) return
    if (byCode instanceof RowsByCode) this.#bytes -= byCode.bytes
    this.#byCode[chunk] = undefined
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null) return false
  const { amount, currency }: Partial<Money> = value
  return isNumber(amount) && typeof currency === 'string'
}
