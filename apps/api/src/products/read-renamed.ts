import type { Tx } from '@profilkort/database/connect'
import { findLinking } from '@profilkort/database/profiles/linking.queries'
import { readAnew } from '../profiles/snapshots.ts'

/** Has readers of the profiles that are for these products see what they are called now. */
export async function readRenamed(tx: Tx, workspaceId: string, keys: readonly string[]): Promise<void> {
  const ids = new Set<string>()
  for (const key of keys) {
    for (const { id } of await findLinking(tx, workspaceId, 'products', key)) ids.add(id)
  }
  await readAnew(tx, workspaceId, [...ids])
}
