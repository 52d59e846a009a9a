/** The code of a row without a value, and of one whose value is the number beside it. */
export const missing = 0
export const numeric = 1
const first = 2

/** What a code stands for; the amount of `money` is the number beside it. */
export type Entry =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'money'; readonly currency: string }
  /** Booleans, lists, and whatever else a source left. */
  | { readonly kind: 'other'; readonly value: unknown }

/** What an entry takes besides its text: the entry, its place in a map. An estimate. */
const bytesEach = 112

/** The distinct values of a column by their codes. Entries are added, never taken away. */
export class Dictionary {
  readonly #entries: Entry[] = []
  readonly #texts = new Map<string, number>()
  readonly #currencies = new Map<string, number>()
  readonly #others = new Map<string, number>()
  #bytes = 0

  /** One more than the greatest code. */
  get end(): number {
    return first + this.#entries.length
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Whether a row's number may be an amount rather than the value itself. */
  get hasMoney(): boolean {
    return this.#currencies.size > 0
  }

  /** The entry of a code that is neither `missing` nor `numeric`. */
  entry(code: number): Entry {
    const entry = this.#entries[code - first]
    if (entry === undefined) throw new Error(`Code ${code} stands for nothing`)
    return entry
  }

  /** Every entry that is neither a text nor money, with its code. */
  *others(): Iterable<readonly [code: number, value: unknown]> {
    for (const code of this.#others.values()) {
      const entry = this.entry(code)
      if (entry.kind === 'other') yield [code, entry.value]
    }
  }

  /** Every text with its code. */
  texts(): Iterable<readonly [text: string, code: number]> {
    return this.#texts
  }

  currencies(): Iterable<string> {
    return this.#currencies.keys()
  }

  /** The code of what is there already. */
  codeOfText(text: string): number | undefined {
    return this.#texts.get(text)
  }

  codeOfCurrency(currency: string): number | undefined {
    return this.#currencies.get(currency)
  }

  addText(text: string): number {
    return this.#texts.get(text) ?? this.#add(this.#texts, text, { kind: 'text', text })
  }

  addMoney(currency: string): number {
    return (
      this.#currencies.get(currency) ?? this.#add(this.#currencies, currency, { kind: 'money', currency })
    )
  }

  addOther(value: unknown): number {
    // JSON has no word for the infinities, which numbers too great for a double are read as.
    const key = typeof value === 'number' ? String(value) : JSON.stringify(value)
    return this.#others.get(key) ?? this.#add(this.#others, key, { kind: 'other', value })
  }

  #add(codes: Map<string, number>, key: string, entry: Entry): number {
    const code = this.end
    this.#entries.push(entry)
    codes.set(key, code)
    this.#bytes += bytesEach + key.length
    return code
  }
}
