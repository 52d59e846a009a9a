import type { Database } from '@profilkort/database/connect'
import { parseCronItems, Logger as QueueLogger, run } from 'graphile-worker'
import { settleAllRunOut } from '../consents/settle-run-out.ts'
import { sweepAllChanges } from '../customers/sweep-changes.ts'
import type { Logger } from '../http/logger.ts'
import { forgetAllRequests } from '../idempotency/forget-requests.ts'
import { findAllDuplicates } from '../identity/find-duplicates.ts'
import type { Imports } from '../imports/jobs/open-imports.ts'
import { deleteExpired } from '../interactions/delete-expired.ts'
import { openSettler } from '../interactions/settler.ts'
import { publishAllDue, publishDue } from '../releases/publish-release.ts'
import { applyAllRules } from '../retention/apply-rule.ts'
import { keepAllFits } from '../scorecards/keep-fits.ts'
import { keepAllSegments } from '../segments/keep-members.ts'
import { besideQueue } from './beside-queue.ts'
import { keepRunning } from './keep-running.ts'

export interface WorkerOptions {
  readonly connectionString: string
  readonly db: Database
  readonly clock: () => Date
  readonly imports: Imports
  readonly logger: Logger
}

/** Fits follow what changed so often; nothing is read but what changed. */
const fitsEveryMs = 5000

/** The job that a planned release leaves in the queue. */
interface ReleaseJob {
  readonly workspaceId: string
  readonly id: string
}

/**
 * Does what is planned, in this process: each release at its time, imports that wait or were broken off, what events
 * claimed and nobody settled, the end of what is kept for a time only, and whatever was left undone by a server that died,
 * at once when this one starts and every minute after. A killed job stays locked for hours; nobody waits for it, since
 * what is due is found in the releases and imports themselves.
 */
export async function startWorker({ connectionString, db, clock, imports, logger }: WorkerOptions) {
  const stopping = new AbortController()
  const settler = openSettler(db, clock, logger)
  const sweep = async () => {
    await publishAllDue(db, clock()).catch((error: unknown) =>
      logger.error({ err: error }, 'a release failed'),
    )
    await imports.runner.sweep()
  }
  const settleClaims = () =>
    settler
      .settleAll()
      .catch((error: unknown) => logger.error({ err: error }, 'claims of events could not be settled'))
  const beside = (what: string, work: () => Promise<void>) => besideQueue(work, logger, what)
  const duplicates = beside('duplicates could not be looked for', () =>
    findAllDuplicates(db, stopping.signal),
  )
  const members = beside('members of segments could not be kept', () =>
    keepAllSegments(db, clock(), stopping.signal),
  )
  const fits = beside('fits could not be kept', () => keepAllFits(db, clock(), stopping.signal))
  const start = () =>
    run({
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
        { task: 'keepSegments', match: '* * * * *' },
        { task: 'forgetRequests', match: '17 * * * *' },
        { task: 'sweepCustomerChanges', match: '27 * * * *' },
        { task: 'settleRunOutConsents', match: '* * * * *' },
        { task: 'applyRetentionRules', match: '0 3 * * *' },
        { task: 'settleClaims', match: '* * * * *' },
        { task: 'deleteExpiredInteractions', match: '40 3 * * *', options: { backfillPeriod: 86_400_000 } },
      ]),
      taskList: {
        publishRelease: (job) => publishDue(db, job as ReleaseJob, clock()),
        publishDueReleases: () => publishAllDue(db, clock()),
        goOnWithImports: () => imports.runner.sweep(),
        findDuplicates: async () => duplicates.begin(),
        keepSegments: async () => members.begin(),
        forgetRequests: () => forgetAllRequests(db, clock()),
        sweepCustomerChanges: () => sweepAllChanges(db),
        settleRunOutConsents: () => settleAllRunOut(db, clock()),
        applyRetentionRules: () => applyAllRules(db, clock()),
        settleClaims,
        deleteExpiredInteractions: async () => {
          const { interactions, months } = await deleteExpired(db, clock())
          logger.info({ interactions, months }, 'expired interactions were deleted')
        },
      },
    })
  const queue = await keepRunning(start, logger)
  await sweep()
  await settleClaims()
  const scorer = setInterval(fits.begin, fitsEveryMs).unref()
  return {
    stop: async () => {
      stopping.abort()
      clearInterval(scorer)
      await queue.stop()
      await settler.stop()
      await Promise.all([duplicates, members, fits].map(({ ended }) => ended()))
    },
  }
}
