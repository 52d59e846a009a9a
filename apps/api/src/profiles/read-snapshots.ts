import type { Database } from '@profilkort/database/connect'
import { findSnapshots, type SnapshotRow } from '@profilkort/database/profiles/snapshots.queries'
import { inTurns, type Turns } from '../turns/turns.ts'
import type { Reader } from './reader.ts'

const turnsOf = new WeakMap<Database, Turns<string, SnapshotRow>>()

/** Published profiles by their slugs as a reader sees them; those that others ask for meanwhile are read together. */
export async function readSnapshots(
  db: Database,
  { workspaceId, audience, chain }: Reader,
  slugs: readonly string[],
): Promise<readonly SnapshotRow[]> {
  const turns = turnsOf.get(db) ?? openTurns(db)
  const group = JSON.stringify([workspaceId, audience, chain])
  const found = await turns(group, slugs)
  return slugs.flatMap((slug) => found.get(slug) ?? [])
}

function openTurns(db: Database): Turns<string, SnapshotRow> {
  const turns = inTurns<string, SnapshotRow>(async (group, slugs) => {
    const [workspaceId, audience, chain] = JSON.parse(group) as readonly [
      string,
      Reader['audience'],
      Reader['chain'],
    ]
    const rows = await findSnapshots(db, workspaceId, audience, slugs, chain)
    return new Map(rows.map((row) => [row.slug, row]))
  })
  turnsOf.set(db, turns)
  return turns
}
