import type { Database } from '@profilkort/database/connect'
import { parseCronItems, Logger as QueueLogger, run } from 'graphile-worker'
import type { Logger } from '../http/logger.ts'
import { findAllDuplicates } from '../identity/find-duplicates.ts'
import type { Imports } from '../imports/jobs/open-imports.ts'
import { publishAllDue, publishDue } from '../releases/publish-release.ts'

export interface WorkerOptions {
  readonly connectionString: string
  readonly db: Database
  readonly clock: () => Date
  readonly imports: Imports
  readonly logger: Logger
}

/** The job that a planned release leaves in the queue. */
interface ReleaseJob {
  readonly workspaceId: string
  readonly id: string
}

/**
 * Does what is planned, in this process: each release at its time, imports that wait or were broken off, and whatever was left undone by a server that died,
 * at once when this one starts and every minute after. A killed job stays locked for hours; nobody waits for it, since
 * what is due is found in the releases and imports themselves.
 */
export async function startWorker({ connectionString, db, clock, imports, logger }: WorkerOptions) {
  const sweep = async () => {
    await publishAllDue(db, clock()).catch((error: unknown) =>
      logger.error({ err: error }, 'a release failed'),
    )
    await imports.runner.sweep()
  }
  const runner = await run({
    connectionString,
    maxPoolSize: 3,
    concurrency: 2,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: new QueueLogger(() => (level, message) => {
      if (level === 'error') logger.error({}, message)
    }),
    parsedCronItems: parseCronItems([
      { task: 'publishDueReleases', match: '* * * * *' },
      { task: 'goOnWithImports', match: '* * * * *' },
      { task: 'findDuplicates', match: '* * * * *' },
    ]),
    taskList: {
      publishRelease: (job) => publishDue(db, job as ReleaseJob, clock()),
      goOnWithImports: () => imports.runner.sweep(),
      publishDueReleases: () => publishAllDue(db, clock()),
      findDuplicates: () => findAllDuplicates(db),
    },
  })
  await sweep()
  return { stop: () => runner.stop() }
}
