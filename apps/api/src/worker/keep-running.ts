import { setTimeout as sleep } from 'node:timers/promises'
import type { Runner } from 'graphile-worker'
import type { Logger } from '../http/logger.ts'

/** How long a queue that ended is left alone before it is started again, in milliseconds. */
const pause = 1000

/** Starts a queue, and starts it again when it ends by itself, as it does where PostgreSQL goes away. */
export async function keepRunning(start: () => Promise<Runner>, logger: Logger) {
  let runner = await start()
  let stopping = false
  const startAgain = async () => {
    while (!stopping) {
      await sleep(pause)
      const started = await start().catch(() => undefined)
      if (started === undefined) continue
      runner = started
      return
    }
  }
  const watch = async () => {
    while (!stopping) {
      await runner.promise.catch((error: unknown) => logger.error({ err: error }, 'the queue stopped'))
      await startAgain()
    }
  }
  const watching = watch()
  const end = () =>
    runner.stop().catch((error: unknown) => logger.info({ err: error }, 'the queue had stopped already'))
  return {
    stop: async (): Promise<void> => {
      stopping = true
      await end()
      await watching
      // One that was just being started again.
      await end()
    },
  }
}
