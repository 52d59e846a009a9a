/**
 * Keeps the first so many of the rows it is shown: by a key, the least first, and where keys are the same by a closer
 * look. A heap with the last of the kept at its root, which most rows are turned away by.
 */
export class FirstRows {
  readonly #most: number
  /** Of two rows with the same key: negative where the first comes first. */
  readonly #closer: (a: number, b: number) => number
  readonly #rows: number[] = []
  readonly #keys: number[] = []

  constructor(most: number, closer: (a: number, b: number) => number) {
    this.#most = most
    this.#closer = closer
  }

  /** Rows with a greater key are turned away. */
  get bound(): number {
    return this.#rows.length < this.#most ? Number.POSITIVE_INFINITY : (this.#keys[0] as number)
  }

  show(row: number, key: number): void {
    if (this.#rows.length < this.#most) {
      this.#rows.push(row)
      this.#keys.push(key)
      this.#rise(this.#rows.length - 1)
      return
    }
    const last = this.#keys[0] as number
    if (key > last || (key === last && this.#closer(row, this.#rows[0] as number) > 0)) return
    this.#rows[0] = row
    this.#keys[0] = key
    this.#sink()
  }

  inOrder(): readonly number[] {
    const order = Array.from(this.#rows.keys()).toSorted((a, b) => this.#compare(a, b))
    return order.map((at) => this.#rows[at] as number)
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1
      if (this.#compare(at, above) < 0) return
      this.#swap(at, above)
      at = above
    }
  }

  #sink(): void {
    const { length } = this.#rows
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      if (left >= length) return
      const later = right < length && this.#compare(right, left) > 0 ? right : left
      if (this.#compare(later, at) < 0) return
      this.#swap(later, at)
      at = later
    }
  }

  #compare(at: number, other: number): number {
    const difference = (this.#keys[at] as number) - (this.#keys[other] as number)
    if (difference < 0 || difference > 0) return difference
    return this.#closer(this.#rows[at] as number, this.#rows[other] as number)
  }

  #swap(at: number, other: number): void {
    const [rows, keys] = [this.#rows, this.#keys]
    const row = rows[at] as number
    const key = keys[at] as number
    rows[at] = rows[other] as number
    keys[at] = keys[other] as number
    rows[other] = row
    keys[other] = key
  }
}
