import { acrossWorkspaces, type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import {
  type DueRelease,
  findDue,
  lockRelease,
  type ReleaseRow,
  settleRelease,
} from '@profilkort/database/releases/releases.queries'
import type { Problem } from '@profilkort/domain/result'
import { InvalidInput, ProblemError } from '../graphql/problems.ts'
import { publishIn, unpublishIn } from '../profiles/publish-profile.ts'

/** Who is named where nobody pressed the button. */
const worker = 'Schedule'

/**
 * Publishes a release whose time has come, all of it or nothing. It is decided on the locked row, so that doing it
 * twice, or on two servers at once, has one effect; one that cannot be published is marked failed with why.
 */
export async function publishDue(db: Database, { workspaceId, id }: DueRelease, now: Date): Promise<void> {
  try {
    await inWorkspace(db, workspaceId, async (tx) => {
      const release = await lockRelease(tx, workspaceId, id)
      if (release?.state !== 'planned' || release.at === null || release.at > now) return
      await publishRelease(tx, workspaceId, release, worker, now)
    })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const failure = problemsOf(error)
    await inWorkspace(db, workspaceId, (tx) =>
      settleRelease(tx, workspaceId, id, { state: 'failed', by: worker, at: now, failure }),
    )
  }
}

/**
 * Publishes whatever is due in any workspace: what a server that was killed has left undone, too. One that breaks keeps
 * no other waiting; it is tried again, and is an alarm meanwhile.
 * @throws what broke, once all the others are done
 */
export async function publishAllDue(db: Database, now: Date): Promise<void> {
  const due = await acrossWorkspaces(db, (tx) => findDue(tx, now))
  const broken: unknown[] = []
  for (const release of due) {
    await publishDue(db, release, now).catch((error: unknown) => broken.push(error))
  }
  if (broken.length > 0)
    throw new AggregateError(broken, `${broken.length} of ${due.length} releases that are due broke`)
}

/** Publishes a locked release in a transaction of the caller's. */
export async function publishRelease(
  tx: Tx,
  workspaceId: string,
  release: ReleaseRow,
  by: string,
  now: Date,
): Promise<void> {
  for (const [index, item] of release.items.entries()) {
    await atItem(index, () => {
      const locales = item.locales ?? undefined
      return item.revision === null
        ? unpublishIn(tx, workspaceId, { id: item.profileId, locales })
        : publishIn(tx, workspaceId, { id: item.profileId, revision: item.revision, locales }, by, now)
    })
  }
  await settleRelease(tx, workspaceId, release.id, { state: 'published', by, at: now })
}

/** Tells of problems at their item. */
async function atItem(index: number, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const [first, ...rest] = problemsOf(error).map((problem) => ({
      ...problem,
      path: ['items', index, ...problem.path],
    }))
    throw first === undefined ? error : new InvalidInput([first, ...rest])
  }
}

function problemsOf(error: ProblemError): readonly Problem[] {
  return error instanceof InvalidInput ? error.problems : [{ path: error.inputPath, message: error.message }]
}
