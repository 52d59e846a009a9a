/**
 * Keeps the first so many of the rows it is shown: by a key, the least first, and where keys are the same by a closer
 * look. A heap with the last of the kept at its root, which most rows are turned away by.
 */
export class FirstRows {
  /** Of two rows with the same key: negative where the first comes first. */
  readonly #closer: (a: number, b: number) => number
  readonly #rows: Uint32Array
  readonly #keys: Float64Array
  #kept = 0

  constructor(most: number, closer: (a: number, b: number) => number) {
    this.#closer = closer
    this.#rows = new Uint32Array(most)
    this.#keys = new Float64Array(most)
  }

  /** Rows with a greater key are turned away. */
  get bound(): number {
    return this.#kept < this.#keys.length ? Number.POSITIVE_INFINITY : (this.#keys[0] as number)
  }

  show(row: number, key: number): void {
    if (this.#kept < this.#keys.length) {
      this.#rise(row, key)
      return
    }
    if (this.#isAfter(row, key, 0)) return
    this.#sink(row, key)
  }

  inOrder(): readonly number[] {
    const order = Array.from({ length: this.#kept }, (_, at) => at)
    order.sort((a, b) => {
      const difference = (this.#keys[a] as number) - (this.#keys[b] as number)
      if (difference < 0 || difference > 0) return difference
      return this.#closer(this.#rows[a] as number, this.#rows[b] as number)
    })
    return order.map((at) => this.#rows[at] as number)
  }

  /** One more, where those above come after it. */
  #rise(row: number, key: number): void {
    let at = this.#kept++
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.#isAfter(row, key, above)) break
      this.#move(above, at)
      at = above
    }
    this.#put(row, key, at)
  }

  /** In place of the last, where those below come before it. */
  #sink(row: number, key: number): void {
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const right = left + 1
      if (left >= this.#kept) break
      const isRightLater =
        right < this.#kept && this.#isAfter(this.#rows[right] as number, this.#keys[right] as number, left)
      const later = isRightLater ? right : left
      if (this.#isAfter(row, key, later)) break
      this.#move(later, at)
      at = later
    }
    this.#put(row, key, at)
  }

  #put(row: number, key: number, at: number): void {
    this.#rows[at] = row
    this.#keys[at] = key
  }

  #move(from: number, to: number): void {
    this.#rows[to] = this.#rows[from] as number
    this.#keys[to] = this.#keys[from] as number
  }

  /** Whether a row comes after the one that is kept at some place. */
  #isAfter(row: number, key: number, at: number): boolean {
    const other = this.#keys[at] as number
    if (key > other) return true
    // Both may be infinite, which have no difference.
    return key === other && this.#closer(row, this.#rows[at] as number) > 0
  }
}
