import type { Tx } from '@profilkort/database/connect'
import { findRecordIds } from '@profilkort/database/interactions/intake.queries'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import { LRUCache } from 'lru-cache'
import type { Changes } from '../delivery/changes.ts'

const mostKept = 50_000

/** Whom a source means by an id. */
export interface Known {
  readonly source: string
  readonly kind: CustomerKind
  readonly externalId: string
}

/** The records that sources' ids name, kept in memory for as long as no record of the workspace is taken away. */
export interface KnownIds {
  /** Finds all at once; those without a record are not in it. */
  readonly find: (
    tx: Tx,
    workspaceId: string,
    wanted: readonly Known[],
  ) => Promise<(known: Known) => string | undefined>
}

export function openKnownIds(changes: Changes): KnownIds {
  const kept = new LRUCache<string, { readonly id: string; readonly readAt: number }>({ max: mostKept })
  return {
    find: async (tx, workspaceId, wanted) => {
      const readAt = changes.now()
      const found = new Map<string, string>()
      const missing: Known[] = []
      const looked = new Set<string>()
      for (const known of wanted) {
        const name = nameOf(known)
        if (looked.has(name)) continue
        looked.add(name)
        const old = kept.get(`${workspaceId} ${name}`)
        const isGood =
          old !== undefined && changes.isListening && changes.generation(workspaceId) <= old.readAt
        if (isGood) found.set(name, old.id)
        else missing.push(known)
      }
      for (const [, of] of Map.groupBy(missing, ({ source, kind }) => `${kind} ${source}`)) {
        const [first] = of
        if (first === undefined) continue
        const ids = await findRecordIds(
          tx,
          workspaceId,
          first,
          of.map(({ externalId }) => externalId),
        )
        for (const [externalId, id] of ids) {
          const name = nameOf({ ...first, externalId })
          found.set(name, id)
          kept.set(`${workspaceId} ${name}`, { id, readAt })
        }
      }
      return (known) => found.get(nameOf(known))
    },
  }
}

function nameOf({ source, kind, externalId }: Known): string {
  return `${kind} ${source}\n${externalId}`
}
