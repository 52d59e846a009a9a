import { Failure } from '../mistake.ts'

/** An event of an import as the server tells it; the fields depend on the type. */
export interface Told {
  readonly type: 'received' | 'recognised' | 'proposal' | 'progress' | 'rejected' | 'report' | 'failed'
  // The server's own types stay with the server; each event's fields are read where it is shown.
  readonly [field: string]: unknown
}

/** Reads one event. Throws `Failure` for the one that says that the import failed. */
export function parseEvent(text: string): Told {
  const event = JSON.parse(text) as Told
  if (event.type !== 'failed') return event
  const rows = Number(event.rows ?? 0)
  throw new Failure(
    rows === 0 ? String(event.message) : `${String(event.message)} (${rows} rows were dealt with by then.)`,
  )
}
