import type { OwnConnection } from '@profilkort/database/connect'
import type { NoteBook } from '@profilkort/domain/imports/notes'

/** Where rows are written and as whose word. */
export interface WriteScope {
  readonly workspaceId: string
  readonly importId: string
  /** The connection that the transaction is on, to stream into. */
  readonly client: OwnConnection['client']
  readonly source: string
  /** ISO 4217, of amounts whose column names none. */
  readonly currency: string
  readonly now: Date
  /** What the cells of the rows are called. */
  readonly headers: readonly string[]
  readonly notes: NoteBook
  /** Whether the rows are of an export of this product: their ids may be those of customers and deals here. */
  readonly isOwn: boolean
}
