import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Who holds a data directory: a process id and, where the system tells, a mark that a reused id does not share. */
interface Holder {
  readonly pid: number
  readonly mark: string | null
}

/**
 * Takes `<directory>/lock` for this process, so that two runs never share a data directory.
 * A lock whose process has died is taken over. Throws, naming the process, when a living one holds it.
 * @returns gives the lock back
 */
export function takeRunLock(directory: string): () => void {
  mkdirSync(directory, { recursive: true })
  const file = path.join(directory, 'lock')
  const mine: Holder = { pid: process.pid, mark: processMark(process.pid) }
  for (;;) {
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeFileSync(handle, JSON.stringify(mine))
      closeSync(handle)
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = readHolder(file)
    if (holder && isSameProcess(holder)) throw new DirectoryTaken(directory, holder.pid)
    removeStaleLock(file)
  }
}

export class DirectoryTaken extends Error {
  constructor(directory: string, pid: number) {
    super(
      `Profilkort is already running on ${directory} (process ${pid}). ` +
        'Use that one, stop it with Ctrl-C, or start this one with another PROFILKORT_HOME.',
    )
    this.name = 'DirectoryTaken'
  }
}

/** Moved aside before it is removed, so that of two processes that find the same stale lock only one removes it. */
function removeStaleLock(file: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    rmSync(aside, { force: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function isSameProcess(holder: Holder): boolean {
  return isAlive(holder.pid) && processMark(holder.pid) === holder.mark
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** On Linux the boot and the start time of the process; elsewhere unknown. */
function processMark(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const startTime = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${boot}/${startTime}`
  } catch {
    return null
  }
}
