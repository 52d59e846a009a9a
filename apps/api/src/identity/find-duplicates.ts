import {
  acrossWorkspaces,
  type Database,
  inSnapshot,
  inWorkspace,
  type Tx,
} from '@profilkort/database/connect'
import {
  type Candidate,
  findPairs,
  loadLikeables,
  markDuplicatesDue,
  replaceCandidates,
  takeDuplicatesDue,
} from '@profilkort/database/identity/duplicates.queries'
import { listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'
import { likeness, likenessFloor } from '@profilkort/domain/identity/likeness'

/** More than a person will ever judge: of more, the likeliest. */
const most = 5000

/** Looks for customers that look like one wherever something was heard of since it was last done. */
export async function findAllDuplicates(db: Database, stopping: AbortSignal): Promise<void> {
  for (const workspaceId of await acrossWorkspaces(db, listWorkspaceIds)) {
    if (stopping.aborted) return
    await findDuplicates(db, workspaceId, stopping)
  }
}

/**
 * Compares customers with those they may be the same as, and keeps those that look like one for a person to judge. Left
 * for another time where `stopping` says so, or it fails.
 */
export async function findDuplicates(
  db: Database,
  workspaceId: string,
  stopping?: AbortSignal,
): Promise<void> {
  if (!(await inWorkspace(db, workspaceId, (tx) => takeDuplicatesDue(tx, workspaceId)))) return
  let isDone = false
  try {
    const found = await inSnapshot(db, workspaceId, (tx) => findLikely(tx, workspaceId, stopping))
    if (found === undefined) return
    await inWorkspace(db, workspaceId, (tx) => replaceCandidates(tx, workspaceId, found))
    isDone = true
  } finally {
    if (!isDone) await inWorkspace(db, workspaceId, (tx) => markDuplicatesDue(tx, workspaceId))
  }
}

async function findLikely(
  tx: Tx,
  workspaceId: string,
  stopping: AbortSignal | undefined,
): Promise<readonly Candidate[] | undefined> {
  let found: Candidate[] = []
  for await (const pairs of findPairs(tx, workspaceId)) {
    if (stopping?.aborted === true) return undefined
    const customers = await loadLikeables(tx, workspaceId, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))])
    for (const { a, b } of pairs) {
      const [one, other] = [customers.get(a), customers.get(b)]
      if (one === undefined || other === undefined) continue
      const alike = likeness(one, other)
      if (alike.score >= likenessFloor) found.push({ a, b, ...alike })
    }
    if (found.length > 2 * most) found = likeliest(found)
  }
  return likeliest(found)
}

function likeliest(found: readonly Candidate[]): Candidate[] {
  return found.toSorted((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1)).slice(0, most)
}
