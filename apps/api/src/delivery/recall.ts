import { LRUCache } from 'lru-cache'
import type { Changes } from '../delivery/changes.ts'

/** Answers what is kept under a name in a workspace, or reads it. */
export type Recall<Row> = (
  workspaceId: string,
  name: string,
  read: () => Promise<Row | undefined>,
) => Promise<Row | undefined>

/** Keeps what was read for as long as we hear of changes and nothing in its workspace has changed since. */
export function recallWhileUnchanged<Row extends object>(
  changes: Changes | undefined,
  most: number,
): Recall<Row> {
  if (changes === undefined) return (_workspaceId, _name, read) => read()
  const kept = new LRUCache<string, { readonly row: Row; readonly readAt: number }>({ max: most })
  return async (workspaceId, name, read) => {
    const at = `${workspaceId} ${name}`
    const found = kept.get(at)
    if (found && changes.isListening && changes.generation(workspaceId) <= found.readAt) return found.row
    const readAt = changes.now()
    const row = await read()
    if (row === undefined) kept.delete(at)
    else kept.set(at, { row, readAt })
    return row
  }
}
