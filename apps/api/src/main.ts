// The server's process. The only file that reads the environment.
import path from 'node:path'
import { connect, refuseUnwalledRole } from '@profilkort/database/connect'
import { startEmbedded } from '@profilkort/database/embedded/embedded'
import { provision } from '@profilkort/database/embedded/provision'
import { migrate } from '@profilkort/database/migrate'
import { ensureWorkspace } from './local/ensure-workspace.ts'
import { listen } from './local/listen.ts'
import { forgetServer, rememberServer } from './local/server-file.ts'
import { buildServer } from './server.ts'

const { env } = process
const home = path.resolve(env.PROFILKORT_HOME ?? '.profilkort')
const given = env.PORT === undefined ? undefined : Number(env.PORT)
const isDemo = !process.argv.includes('--empty')
const clock = () => new Date()

const embedded =
  env.DATABASE_URL === undefined
    ? await startEmbedded({
        directory: path.join(home, 'postgres'),
        ...(env.DATABASE_PORT === undefined ? {} : { port: Number(env.DATABASE_PORT) }),
        onRestart: () => process.emitWarning('PostgreSQL had stopped by itself; it was started again.'),
      })
    : undefined

let stopServer: (() => Promise<void>) | undefined
async function stop(code: number): Promise<never> {
  await stopServer?.()
  await embedded?.stop()
  process.exit(code)
}

try {
  const connectionString = embedded
    ? await provision(embedded, path.join(home, 'postgres'), 'profilkort')
    : (env.DATABASE_URL ?? '')
  const db = connect({ connectionString, onIdleError: () => {} })
  await refuseUnwalledRole(db)
  await migrate(connectionString)
  const app = await buildServer({ db, clock, logLevel: 'warn' })
  const url = await listen(app, given)
  stopServer = async () => {
    forgetServer(home)
    await app.close()
    await db.destroy()
  }
  const workspace = await ensureWorkspace({
    db,
    home,
    url,
    now: clock(),
    isDemo,
    intranetOrigin: env.INTRANET_ORIGIN,
  })
  rememberServer(home, { url, ...workspace.keys })
  process.send?.({ kind: 'ready', url, ...workspace })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  await stop(1)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0))
// Whoever started us has died; nobody is left to stop us.
process.once('disconnect', () => void stop(0))
