import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, inWorkspace } from '@profilkort/database/connect'
import { findImport, type ImportKey, type ImportRow } from '@profilkort/database/imports/imports.queries'
import { listRejects, type RejectedRow } from '@profilkort/database/imports/rejects.queries'
import { encodeGlobalId } from '../../graphql/global-id.ts'
import type { FirstLook, ImportEvent } from '../events.ts'

/** How far somebody has heard of an import: it is told on from there. */
export interface Heard {
  /** How many of the events that come once: received, recognised, proposal. */
  readonly once: number
  /** The line of the last rejected row. */
  readonly line: number
  /** The rows of the last progress. */
  readonly rows: number
}

export const heardNothing: Heard = { once: 0, line: 0, rows: -1 }

/** An event with how far whoever heard it has heard. */
export interface Told {
  readonly event: ImportEvent
  readonly heard: Heard
}

/** So often it is looked whether there is something new, in milliseconds. */
const [soon, later, seldom] = [20, 100, 1000]
const rejectsAtOnce = 500

/**
 * Tells how an import goes, wherever it runs, until it is over or `signal` says that nobody listens. Ends at once for an
 * import that is not there.
 */
export async function* followImport(
  db: Database,
  key: ImportKey,
  heardBefore: Heard,
  signal: AbortSignal,
): AsyncGenerator<Told> {
  let heard = heardBefore
  for (let waited = 0; !signal.aborted; ) {
    const { row, rejects } = await read(db, key, heard)
    if (row === undefined) return
    const news = newsOf(row, rejects, heard)
    for (const told of news) {
      heard = told.heard
      yield told
    }
    const isOver = row.endedAt !== null && rejects.length < rejectsAtOnce
    if (isOver) {
      const ending = endOf(row)
      if (ending !== undefined) yield { event: ending, heard }
      return
    }
    if (rejects.length === rejectsAtOnce) continue
    waited = news.length > 0 ? 0 : waited + 1
    await sleep(waited < 20 ? soon : waited < 100 ? later : seldom, undefined, { signal }).catch(
      () => undefined,
    )
  }
}

/** In one snapshot, so that no row is told after the end. */
function read(db: Database, { workspaceId, id }: ImportKey, { line }: Heard) {
  return inWorkspace(db, workspaceId, async (tx) => {
    const row = await findImport(tx, workspaceId, id)
    const rejects = await listRejects(tx, workspaceId, id, { after: line, limit: rejectsAtOnce })
    return { row, rejects }
  })
}

function newsOf(row: ImportRow, rejects: readonly RejectedRow[], before: Heard): readonly Told[] {
  const told: Told[] = []
  let heard = before
  const tell = (event: ImportEvent, change: Partial<Heard>) => {
    heard = { ...heard, ...change }
    told.push({ event, heard })
  }
  for (const [place, event] of onceOf(row).entries()) {
    if (place >= heard.once && event !== undefined) tell(event, { once: place + 1 })
  }
  for (const reject of rejects) tell({ type: 'rejected', ...reject }, { line: reject.line })
  if (row.position > heard.rows && row.mapping !== null) {
    tell({ type: 'progress', rows: row.position, state: row.state }, { rows: row.position })
  }
  return told
}

function onceOf(row: ImportRow): readonly (ImportEvent | undefined)[] {
  const { recognised, proposal } = (row.proposal ?? {}) as Partial<FirstLook>
  return [
    { type: 'received', id: encodeGlobalId('Import', row.id) },
    recognised && { type: 'recognised', ...recognised },
    proposal,
  ]
}

function endOf({ problem, report, dryRun, state, position }: ImportRow): ImportEvent | undefined {
  if (problem !== null) return { type: 'failed', ...problem, rows: position }
  return report === null ? undefined : { type: 'report', dryRun, state, ...report }
}
