import type { Tx } from '@profilkort/database/connect'
import type { SourceScope } from '@profilkort/database/identity/records.queries'
import { findRecordIds } from '@profilkort/database/interactions/intake.queries'
import { LRUCache } from 'lru-cache'
import type { Changes } from '../delivery/changes.ts'

const mostKept = 50_000

/** The records that sources' ids name, kept in memory for as long as no record of the workspace is taken away. */
export interface KnownIds {
  /** @returns external id to record id; those without a record are not in it */
  readonly find: (
    tx: Tx,
    workspaceId: string,
    scope: SourceScope,
    externalIds: ReadonlySet<string>,
  ) => Promise<ReadonlyMap<string, string>>
}

export function openKnownIds(changes: Changes): KnownIds {
  const kept = new LRUCache<string, { readonly id: string; readonly readAt: number }>({ max: mostKept })
  return {
    find: async (tx, workspaceId, scope, externalIds) => {
      const readAt = changes.now()
      const prefix = `${workspaceId} ${scope.kind} ${scope.source}\n`
      const found = new Map<string, string>()
      const missing: string[] = []
      for (const externalId of externalIds) {
        const old = kept.get(prefix + externalId)
        const isGood = old && changes.isListening && changes.generation(workspaceId) <= old.readAt
        if (isGood) found.set(externalId, old.id)
        else missing.push(externalId)
      }
      if (missing.length === 0) return found
      for (const [externalId, id] of await findRecordIds(tx, workspaceId, scope, missing)) {
        found.set(externalId, id)
        kept.set(prefix + externalId, { id, readAt })
      }
      return found
    },
  }
}
