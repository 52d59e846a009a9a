// The server's process. The only file that reads the environment.
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, refuseUnwalledRole } from '@profilkort/database/connect'
import { isConnectionLost } from '@profilkort/database/connection-lost'
import { startEmbedded } from '@profilkort/database/embedded/embedded'
import { provision } from '@profilkort/database/embedded/provision'
import { migrate } from '@profilkort/database/migrate'
import { ensureAllPredefined } from './attributes/ensure-predefined.ts'
import { listenForChanges } from './delivery/changes.ts'
import { ensureWorkspace } from './local/ensure-workspace.ts'
import { listen } from './local/listen.ts'
import { forgetServer, rememberServer } from './local/server-file.ts'
import { readS3Options } from './pictures/s3-store.ts'
import { refreshAllStale } from './profiles/snapshots.ts'
import { buildServer } from './server.ts'
import { startWorker } from './worker/worker.ts'

const {
  COLUMNS_MIB,
  COST_PER_MINUTE,
  DATABASE_PORT,
  DATABASE_URL,
  DELIVERY_CACHE,
  IMPORT_DIRECTORY,
  INTRANET_ORIGIN,
  PICTURES_S3,
  PORT,
  PROFILKORT_HOME,
} = process.env
const home = path.resolve(PROFILKORT_HOME ?? '.profilkort')
const isDemo = !process.argv.includes('--empty')
const clock = () => new Date()

/** What has been started, to be stopped in the opposite order. */
const stops: (() => Promise<void>)[] = []
let stopping = false
/** So long is waited for each to stop, in milliseconds; what was under way is gone on with at the next start. */
const stopsWithin = 8000

async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  for (const each of stops.toReversed())
    await Promise.race([each(), sleep(stopsWithin, undefined, { ref: false })])
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0))
// Whoever started us has died; nobody is left to stop us.
process.once('disconnect', () => void stop(0))
// The queue leaves it to nobody in particular that PostgreSQL went away under a job of its; it comes back.
process.on('unhandledRejection', (error) => {
  if (!isConnectionLost(error)) throw error
  process.stderr.write(`The database is away: ${String(error)}\n`)
})

try {
  const connectionString = DATABASE_URL ?? (await startDatabase())
  const db = connect({ connectionString })
  stops.push(() => db.destroy())
  await refuseUnwalledRole(db)
  await migrate(connectionString)
  await ensureAllPredefined(db)
  await refreshAllStale(db)
  const changes = listenForChanges(connectionString)
  stops.push(() => changes.stop())
  const app = await buildServer({
    db,
    changes,
    clock,
    importDirectory: IMPORT_DIRECTORY ?? path.join(home, 'imports'),
    logLevel: 'warn',
    keepsAnswers: DELIVERY_CACHE !== 'off',
    costPerMinute: COST_PER_MINUTE === undefined ? undefined : Number(COST_PER_MINUTE),
    columnsMiB: COLUMNS_MIB === undefined ? undefined : Number(COLUMNS_MIB),
    pictures: PICTURES_S3 === undefined ? undefined : readS3Options(PICTURES_S3),
  })
  const url = await listen(app, PORT === undefined ? undefined : Number(PORT))
  stops.push(async () => {
    forgetServer(home)
    await app.close()
  })
  const worker = await startWorker({ connectionString, db, clock, imports: app.imports, logger: app.log })
  stops.push(() => worker.stop())
  const local = await ensureWorkspace({
    imports: app.imports,
    home,
    url,
    now: clock(),
    isDemo,
    intranetOrigin: INTRANET_ORIGIN,
  })
  rememberServer(home, { url, ...local.keys })
  process.send?.({ kind: 'ready', url, ...local })
} catch (error) {
  if (!stopping) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  await stop(1)
}

/** @returns the connection string of the application's role */
async function startDatabase(): Promise<string> {
  const directory = path.join(home, 'postgres')
  const embedded = await startEmbedded({
    directory,
    ...(DATABASE_PORT === undefined ? {} : { port: Number(DATABASE_PORT) }),
    onRestart: () => process.stderr.write('PostgreSQL had stopped by itself; it was started again.\n'),
  })
  stops.push(() => embedded.stop())
  return provision(embedded, directory, 'profilkort')
}
