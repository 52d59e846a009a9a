import type { Database } from '@profilkort/database/connect'
import { parseCronItems, Logger as QueueLogger, run } from 'graphile-worker'
import { sweepAllChanges } from '../customers/sweep-changes.ts'
import type { Logger } from '../http/logger.ts'
import { publishAllDue, publishDue } from '../releases/publish-release.ts'

export interface WorkerOptions {
  readonly connectionString: string
  readonly db: Database
  readonly clock: () => Date
  readonly logger: Logger
}

/** The job that a planned release leaves in the queue. */
interface ReleaseJob {
  readonly workspaceId: string
  readonly id: string
}

/**
 * Does what is planned, in this process: each release at its time, and whatever was left undone by a server that died,
 * at once when this one starts and every minute after. A killed job stays locked for hours; nobody waits for it, since
 * what is due is found in the releases themselves.
 */
export async function startWorker({ connectionString, db, clock, logger }: WorkerOptions) {
  const sweep = () =>
    publishAllDue(db, clock()).catch((error: unknown) => logger.error({ err: error }, 'a release failed'))
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
      { task: 'sweepCustomerChanges', match: '17 * * * *' },
    ]),
    taskList: {
      publishRelease: (job) => publishDue(db, job as ReleaseJob, clock()),
      publishDueReleases: () => publishAllDue(db, clock()),
      sweepCustomerChanges: () => sweepAllChanges(db),
    },
  })
  await sweep()
  return { stop: () => runner.stop() }
}
