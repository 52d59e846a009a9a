import { setImmediate as breathe } from 'node:timers/promises'
import { CustomerColumns, type CustomerEntry } from './customer-columns.ts'
import { Turns } from './turns.ts'

/** Takes some customers in, in place of what was known of them. */
type Tell = (customers: readonly CustomerEntry[]) => void

/** Where customers come from, and word of what became of them. */
export interface CustomerFeed<Scope, Position> {
  /** Tells of every customer as of one instant. @returns a position to follow from */
  readonly all: (scope: Scope, tell: Tell) => Promise<Position>
  /**
   * Tells of customers that are new or may be otherwise than before, by all that was committed since a position.
   * Undefined, with nothing told, where that is not known and all has to be read anew.
   */
  readonly changes: (
    scope: Scope,
    since: Position,
    tell: Tell,
  ) => Promise<{ readonly position: Position; readonly gone: readonly string[] } | undefined>
}

/** The customers of one workspace in columns that follow the database. */
export class FollowedColumns<Scope, Position> {
  readonly #feed: CustomerFeed<Scope, Position>
  readonly #scope: Scope
  /** Throws where the columns have become too large to keep. */
  readonly #checkSize: () => void
  readonly #turns = new Turns(() => this.#catchUp())
  #columns = new CustomerColumns()
  #position: Position | undefined

  constructor(feed: CustomerFeed<Scope, Position>, scope: Scope, checkSize: () => void) {
    this.#feed = feed
    this.#scope = scope
    this.#checkSize = checkSize
  }

  get bytes(): number {
    return this.#columns.bytes
  }

  get isFilled(): boolean {
    return this.#position !== undefined
  }

  /** For how many milliseconds it has been following what it is following now; 0 when it is not. */
  get busyFor(): number {
    return this.#turns.runningFor
  }

  /** Ends once everything that was committed before the call is in the columns. */
  follow(): Promise<void> {
    return this.#turns.take()
  }

  /** The columns and as of when they are; to be used at once after `follow`, before anything else is waited for. */
  get current(): { readonly columns: CustomerColumns; readonly position: Position } {
    if (this.#position === undefined) throw new Error('The columns have not been filled yet')
    return { columns: this.#columns, position: this.#position }
  }

  async #catchUp(): Promise<void> {
    // Those whose turn has just ended read what is there before any of it is changed.
    await breathe()
    const since = this.#columns.isWorn ? undefined : this.#position
    let isTouched = false
    const tell: Tell = (customers) => {
      isTouched = true
      for (const each of customers) this.#columns.put(each)
      this.#checkSize()
    }
    try {
      const changes = since === undefined ? undefined : await this.#feed.changes(this.#scope, since, tell)
      if (changes === undefined) {
        isTouched = true
        this.#columns = new CustomerColumns()
        this.#position = await this.#feed.all(this.#scope, tell)
      } else {
        for (const id of changes.gone) this.#columns.remove(id)
        this.#position = changes.position
      }
    } catch (error) {
      // Nobody knows what is in columns that were told of half a change.
      if (isTouched) this.#forget()
      throw error
    }
  }

  #forget(): void {
    this.#columns = new CustomerColumns()
    this.#position = undefined
  }
}
