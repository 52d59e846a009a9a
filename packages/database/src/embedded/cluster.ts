import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Runner } from './unprivileged.ts'

const run = promisify(execFile)

/** The superuser of an embedded cluster; it makes databases, the application never connects as it. */
export const superuser = 'postgres'

/** The files of one PostgreSQL cluster and how to run its programs. */
export interface Cluster {
  readonly binaries: string
  readonly data: string
  readonly log: string
  readonly password: string
  readonly runner: Runner
}

/** Makes the cluster's data directory unless it is there. A making that was interrupted starts over. */
export async function initialise(directory: string, binaries: string, runner: Runner): Promise<Cluster> {
  const data = path.join(directory, 'data')
  const passwordFile = path.join(directory, 'password')
  if (!existsSync(data)) {
    const unfinished = path.join(directory, 'data.unfinished')
    const handedPassword = path.join(directory, 'password.unfinished')
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { mode: 0o700 })
    writeFileSync(handedPassword, randomBytes(24).toString('hex'), { mode: 0o600 })
    runner.own(unfinished)
    runner.own(handedPassword)
    const program = path.join(binaries, 'bin', 'initdb')
    await run(
      ...runner.command(program, [
        `--pgdata=${unfinished}`,
        `--username=${superuser}`,
        `--pwfile=${handedPassword}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--data-checksums',
      ]),
      { env: {} },
    )
    renameSync(handedPassword, passwordFile)
    renameSync(unfinished, data)
  }
  const password = readFileSync(passwordFile, 'utf8')
  return { binaries, data, log: path.join(directory, 'postgres.log'), password, runner }
}

/** A running server process. */
export interface ServerProcess {
  readonly pid: number
  readonly exited: Promise<void>
  readonly hasExited: () => boolean
  /** What was logged since it was launched: its own words, and the last ones of the children of the server before it. */
  readonly words: () => string
}

/** Starts the server on 127.0.0.1; `settings` are PostgreSQL's own names and values. */
export function launch(
  cluster: Cluster,
  port: number,
  settings: { readonly [name: string]: string },
): ServerProcess {
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    // A workspace that was just filled is in the statistics soon.
    autovacuum_naptime: '10s',
    ...settings,
  }
  const args = [
    '-D',
    cluster.data,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const log = openSync(cluster.log, 'a', 0o600)
  const before = fstatSync(log).size
  const [command, commandArgs] = cluster.runner.command(path.join(cluster.binaries, 'bin', 'postgres'), args)
  // Detached, so that Ctrl-C in a terminal reaches only us and we stop the server when requests have ended.
  const child = spawn(command, commandArgs, { stdio: ['ignore', log, log], env: {}, detached: true })
  let over = false
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      over = true
      resolve()
    })
    child.once('error', () => {
      over = true
      resolve()
    })
  })
  return {
    pid: child.pid ?? 0,
    exited,
    hasExited: () => over,
    words: () => readFileSync(cluster.log).subarray(before).toString(),
  }
}
