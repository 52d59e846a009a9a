/**
 * Work that many ask for at once: while it is under way, those who come wait and share the next turn. Whoever asks gets
 * a turn that began after it asked.
 */
export class Turns {
  readonly #work: () => Promise<void>
  #running: Promise<void> | undefined
  #next: Promise<void> | undefined
  #startedAt = 0

  constructor(work: () => Promise<void>) {
    this.#work = work
  }

  /** For how many milliseconds the work has been under way; 0 when it is not. */
  get runningFor(): number {
    return this.#running === undefined ? 0 : performance.now() - this.#startedAt
  }

  take(): Promise<void> {
    if (this.#running === undefined) return this.#start()
    this.#next ??= this.#afterThis(this.#running)
    return this.#next
  }

  async #afterThis(running: Promise<void>): Promise<void> {
    await running.catch(() => undefined)
    this.#next = undefined
    return this.#start()
  }

  #start(): Promise<void> {
    this.#startedAt = performance.now()
    const run = this.#work().finally(() => {
      if (this.#running === run) this.#running = undefined
    })
    this.#running = run
    return run
  }
}
