import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries } from './binaries.ts'
import { type Cluster, initialise, launch, type ServerProcess, superuser } from './cluster.ts'
import { freePort, isPortFree } from './free-port.ts'
import { hasEnded, stopOrphan } from './orphan.ts'
import { takeRunLock } from './run-lock.ts'
import { runnerFor } from './unprivileged.ts'

export interface EmbeddedOptions {
  /** Where the cluster lives: data, log, password, lock. */
  readonly directory: string
  /** The port on 127.0.0.1; a free one when not given. */
  readonly port?: number
  /** PostgreSQL settings by name, `{ fsync: 'off' }` for a test's throw-away server. */
  readonly settings?: { readonly [name: string]: string }
  /** Told when the server died by itself and was started again. */
  readonly onRestart?: () => void
}

/** PostgreSQL started by us, for as long as this process lives. */
export interface EmbeddedPostgres {
  readonly port: number
  /** A connection string for the superuser, to `database`. */
  readonly superuserUrl: (database: string) => string
  /** Fast shutdown: connections are cut, committed work is kept. */
  readonly stop: () => Promise<void>
}

/**
 * Starts PostgreSQL from the bundled binaries and keeps it running: a server that dies is started again and
 * recovers; one that outlived a killed run is stopped first. Throws `DirectoryTaken` when another run has the
 * directory, and says so when a given port is taken.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const directory = path.resolve(options.directory)
  const release = takeRunLock(directory)
  try {
    const binaries = findBinaries()
    const runner = runnerFor(path.join(directory, 'data'), [directory, binaries])
    const cluster = await initialise(directory, binaries, runner)
    await stopOrphan(cluster.data)
    if (options.port !== undefined && !(await isPortFree(options.port))) {
      throw new Error(
        `Port ${options.port} is taken, so PostgreSQL cannot listen on it. Choose another DATABASE_PORT or leave it unset.`,
      )
    }
    const port = options.port ?? (await freePort())
    const superuserUrl = (database: string) =>
      `postgres://${superuser}:${cluster.password}@127.0.0.1:${port}/${database}`
    const start = () => startServer(cluster, port, options.settings ?? {}, superuserUrl('postgres'))
    const server = keepRunning(await start(), start, options.onRestart)
    return {
      port,
      superuserUrl,
      stop: async () => {
        await server.stop()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

async function startServer(
  cluster: Cluster,
  port: number,
  settings: { readonly [name: string]: string },
  url: string,
): Promise<ServerProcess> {
  const deadline = Date.now() + 60_000
  let server = launch(cluster, port, settings)
  while (!(await answers(url))) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not become ready:\n${lastLines(server)}`)
    await sleep(20)
    if (server.hasExited()) {
      // The last one's children may hold shared memory for a moment after it was killed.
      if (!/shared memory block .* still in use|lock file .* already exists/.test(server.words())) {
        throw new Error(`PostgreSQL could not start:\n${lastLines(server)}`)
      }
      await sleep(100)
      server = launch(cluster, port, settings)
    }
  }
  return server
}

/** For an error message. */
function lastLines(server: ServerProcess): string {
  return server.words().trimEnd().split('\n').slice(-5).join('\n')
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

function keepRunning(first: ServerProcess, start: () => Promise<ServerProcess>, onRestart?: () => void) {
  let server = first
  let stopping = false
  const shutDown = async () => {
    if (server.hasExited()) return
    process.kill(server.pid, 'SIGINT')
    if (!(await hasEnded(server.pid, 10_000))) process.kill(server.pid, 'SIGQUIT')
  }
  const watch = async () => {
    for (;;) {
      await server.exited
      if (stopping) return
      server = await start()
      if (stopping) return shutDown()
      onRestart?.()
    }
  }
  const watching = watch()
  return {
    stop: async () => {
      stopping = true
      await shutDown()
      await watching
    },
  }
}
