import { acrossWorkspaces, type Database, inWorkspace } from '@profilkort/database/connect'
import {
  type Candidate,
  findPairs,
  loadLikeables,
  replaceCandidates,
  takeDuplicatesDue,
} from '@profilkort/database/identity/duplicates.queries'
import { listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'
import { likeness, likenessFloor } from '@profilkort/domain/identity/likeness'

const batchSize = 2000

/** Looks for customers that look like one wherever something was heard of since it was last done. */
export async function findAllDuplicates(db: Database): Promise<void> {
  for (const workspaceId of await acrossWorkspaces(db, listWorkspaceIds))
    await findDuplicates(db, workspaceId)
}

/** Compares customers with those they may be the same as, and keeps those that look like one for a person to judge. */
export async function findDuplicates(db: Database, workspaceId: string): Promise<void> {
  if (!(await inWorkspace(db, workspaceId, (tx) => takeDuplicatesDue(tx, workspaceId)))) return
  const pairs = await inWorkspace(db, workspaceId, (tx) => findPairs(tx, workspaceId))
  const found: Candidate[] = []
  for (let at = 0; at < pairs.length; at += batchSize) {
    const batch = pairs.slice(at, at + batchSize)
    const ids = [...new Set(batch.flatMap(({ a, b }) => [a, b]))]
    const customers = await inWorkspace(db, workspaceId, (tx) => loadLikeables(tx, workspaceId, ids))
    for (const { a, b } of batch) {
      const [one, other] = [customers.get(a), customers.get(b)]
      if (one === undefined || other === undefined) continue
      const alike = likeness(one, other)
      if (alike.score >= likenessFloor) found.push({ a, b, ...alike })
    }
  }
  await inWorkspace(db, workspaceId, (tx) => replaceCandidates(tx, workspaceId, found))
}
