import type { Logger } from '../http/logger.ts'

/** Work that is done beside the queue, which gives no job as much time as it takes among a million customers. */
export interface BesideQueue {
  /** Begins it, unless it is under way. */
  readonly begin: () => void
  /** Ends once it is not under way. */
  readonly ended: () => Promise<void>
}

/** @param failure what is logged where it fails; it is begun again the next time */
export function besideQueue(work: () => Promise<void>, logger: Logger, failure: string): BesideQueue {
  let running: Promise<void> | undefined
  return {
    begin: () => {
      running ??= work()
        .catch((error: unknown) => logger.error({ err: error }, failure))
        .finally(() => {
          running = undefined
        })
    },
    ended: async () => running,
  }
}
