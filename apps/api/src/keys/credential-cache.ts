import { type Database, inWorkspace } from '@profilkort/database/connect'
import { findKey, type KeyRow, touchKey } from '@profilkort/database/keys/keys.queries'
import { findSession, type SessionRow } from '@profilkort/database/keys/sign-ins.queries'
import { LRUCache } from 'lru-cache'
import type { Changes } from '../delivery/changes.ts'
import { type Recall, recallWhileUnchanged } from '../delivery/recall.ts'

/** Where requests are recognised: the keys and sessions, and when a key was last used. */
export interface Credentials {
  readonly key: (workspaceId: string, id: string) => Promise<KeyRow | undefined>
  readonly session: (workspaceId: string, id: string) => Promise<SessionRow | undefined>
  /** Remembers that a key was used, after the fact and at most once a minute. */
  readonly noteUse: (workspaceId: string, keyId: string, now: Date) => void
}

const minute = 60_000
const mostKeys = 10_000

/**
 * Keys and sessions, read from the database once and kept until anything of their workspace changes. What is revoked,
 * removed or narrowed is refused as soon as word of it comes, and while no word could come everything is read anew.
 */
export function openCredentials(db: Database, changes: Changes | undefined): Credentials {
  const keys: Recall<KeyRow> = recallWhileUnchanged(changes, mostKeys)
  const sessions: Recall<SessionRow> = recallWhileUnchanged(changes, mostKeys)
  const uses = new LRUCache<string, number>({ max: mostKeys })
  return {
    key: (workspaceId, id) =>
      keys(workspaceId, id, () => inWorkspace(db, workspaceId, (tx) => findKey(tx, workspaceId, id))),
    session: (workspaceId, id) =>
      sessions(workspaceId, id, () => inWorkspace(db, workspaceId, (tx) => findSession(tx, workspaceId, id))),
    noteUse: (workspaceId, keyId, now) => {
      if (now.getTime() - (uses.get(keyId) ?? Number.NEGATIVE_INFINITY) < minute) return
      uses.set(keyId, now.getTime())
      // Nobody waits for it, and a use that could not be noted is no reason to refuse one.
      inWorkspace(db, workspaceId, (tx) => touchKey(tx, workspaceId, keyId, now)).catch(() => undefined)
    },
  }
}
