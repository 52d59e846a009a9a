import { setTimeout as sleep } from 'node:timers/promises'
import {
  acrossWorkspaces,
  type Database,
  inSnapshot,
  inWorkspace,
  type Tx,
} from '@profilkort/database/connect'
import { nowSeen } from '@profilkort/database/customers/unseen'
import {
  type Candidate,
  type Found,
  findPairs,
  loadLikeables,
  markDuplicatesDue,
  replaceCandidates,
  seenBefore,
  takeDuplicatesDue,
} from '@profilkort/database/identity/duplicates.queries'
import { listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'
import { likeness } from '@profilkort/domain/identity/likeness'

/** More than a person will ever judge: of more, the likeliest. */
const most = 5000

/** Looks for customers that look like one wherever something was heard of since it was last done. */
export async function findAllDuplicates(db: Database, stopping: AbortSignal): Promise<void> {
  for (const workspaceId of await acrossWorkspaces(db, listWorkspaceIds)) {
    if (stopping.aborted) return
    await findDuplicates(db, workspaceId, stopping)
  }
}

/** After some were compared, others have so many times as long. */
const pauseFactor = 3
/** After a look that took long, so many times as long nobody looks again. */
const restFactor = 20
const longMs = 1000

/**
 * Compares customers that changed since the last look with those they may be the same as, and keeps those that look like
 * one for a person to judge; twice a day all customers. Left for another time where `stopping` says so, or it fails.
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
    await inWorkspace(db, workspaceId, (tx) => replaceCandidates(tx, workspaceId, found, most))
    isDone = true
  } finally {
    if (!isDone) await inWorkspace(db, workspaceId, (tx) => markDuplicatesDue(tx, workspaceId))
  }
}

async function findLikely(
  tx: Tx,
  workspaceId: string,
  stopping: AbortSignal | undefined,
): Promise<Found | undefined> {
  const [since, seen] = [await seenBefore(tx, workspaceId), await nowSeen(tx)]
  let found: Candidate[] = []
  let [began, workedMs] = [performance.now(), 0]
  for await (const pairs of findPairs(tx, workspaceId, since)) {
    if (stopping?.aborted === true) return undefined
    const customers = await loadLikeables(tx, workspaceId, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))])
    for (const { a, b } of pairs) {
      const [one, other] = [customers.get(a), customers.get(b)]
      if (one === undefined || other === undefined) continue
      const alike = likeness(one, other)
      if (alike !== undefined) found.push({ a, b, ...alike })
    }
    if (found.length > 2 * most) found = likeliest(found)
    const tookMs = performance.now() - began
    workedMs += tookMs
    await sleep(tookMs * pauseFactor)
    began = performance.now()
  }
  const restMs = workedMs < longMs ? 0 : workedMs * restFactor
  return { seen, since, candidates: likeliest(found), restMs }
}

function likeliest(found: readonly Candidate[]): Candidate[] {
  return found.toSorted((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1)).slice(0, most)
}
