import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './run-lock.ts'

const fastShutdown = 'SIGINT'
const immediateShutdown = 'SIGQUIT'

/**
 * Stops a server that outlived the process which started it (after `kill -9`). To be called only while holding
 * the directory's lock: then any server on the data is such an orphan.
 */
export async function stopOrphan(data: string): Promise<void> {
  const pidFile = path.join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
  if (!isAlive(pid)) return
  if (!isPostgres(pid)) {
    // The process id was given to another program since; PostgreSQL would refuse to start because of it.
    rmSync(pidFile)
    return
  }
  for (const signal of [fastShutdown, immediateShutdown] as const) {
    process.kill(pid, signal)
    if (await hasEnded(pid, 10_000)) return
  }
  throw new Error(
    `A PostgreSQL left behind by an earlier run (process ${pid}) does not stop. End it and start again.`,
  )
}

export async function hasEnded(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false
    await sleep(20)
  }
  return true
}

function isPostgres(pid: number): boolean {
  const comm = `/proc/${pid}/comm`
  const name = existsSync(comm)
    ? readFileSync(comm, 'utf8')
    : execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
  return name.includes('postgres')
}
