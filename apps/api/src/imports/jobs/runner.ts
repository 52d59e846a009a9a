import { randomUUID } from 'node:crypto'
import {
  acrossWorkspaces,
  inWorkspace,
  type OwnConnection,
  withConnection,
} from '@profilkort/database/connect'
import { isConnectionLost } from '@profilkort/database/connection-lost'
import { holdImports, releaseImports } from '@profilkort/database/imports/hold.queries'
import {
  findImport,
  findOver,
  findWorkspacesWithImports,
  type ImportKey,
  listUnfinished,
  updateImport,
} from '@profilkort/database/imports/imports.queries'
import { endJob } from './end-job.ts'
import type { ImportEnvironment } from './environment.ts'
import { LeftToOthers } from './job.ts'
import { runJob } from './run-job.ts'

/** Runs imports in this process: one at a time for each workspace, some workspaces at a time. */
export interface ImportRunner {
  /** Looks whether there is something to import into a workspace, now. */
  readonly wake: (workspaceId: string) => void
  /** Goes on with whatever is unfinished anywhere, and takes away files that nobody needs any more. */
  readonly sweep: () => Promise<void>
  /** Stops between two steps; what is unfinished is gone on with later, here or elsewhere. */
  readonly stop: () => Promise<void>
}

const mostAtOnce = 2
/** After so long what went wrong is tried again, in milliseconds. */
const retryAfter = 1000
const triesEach = 5
/** The file of a failed import can be gone on with for so long. */
export const keptFor = 7 * 24 * 60 * 60_000

export function openImportRunner(environment: ImportEnvironment): ImportRunner {
  const { db, files, clock, logger } = environment
  const running = new Map<string, Promise<void>>()
  const waiting = new Set<string>()
  const again = new Set<string>()
  const timers = new Set<NodeJS.Timeout>()
  const tries = new Map<string, number>()
  let stopping = false

  function wake(workspaceId: string): void {
    if (stopping) return
    if (running.has(workspaceId)) {
      again.add(workspaceId)
      return
    }
    if (running.size >= mostAtOnce) {
      waiting.add(workspaceId)
      return
    }
    const run = runAll(workspaceId)
      .catch((error: unknown) => {
        if (isConnectionLost(error)) logger.warn('imports wait for the database')
        else logger.error({ err: error }, 'an import could not be gone on with')
        later(workspaceId)
      })
      .finally(() => {
        running.delete(workspaceId)
        if (again.delete(workspaceId)) wake(workspaceId)
        const [next] = waiting
        if (next === undefined) return
        waiting.delete(next)
        wake(next)
      })
    running.set(workspaceId, run)
  }

  function later(workspaceId: string): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      wake(workspaceId)
    }, retryAfter)
    timers.add(timer)
  }

  /** Whatever is unfinished in a workspace and has its file here, the oldest first. */
  async function runAll(workspaceId: string): Promise<void> {
    await withConnection(db, async (connection) => {
      if (!(await holdImports(connection.client, workspaceId))) return later(workspaceId)
      try {
        for (let next = await findNext(workspaceId); next !== undefined && !stopping; ) {
          await runOne(connection, next)
          next = await findNext(workspaceId)
        }
      } finally {
        await releaseImports(connection.client, workspaceId)
      }
    })
  }

  async function findNext(workspaceId: string): Promise<ImportKey | undefined> {
    const unfinished = await inWorkspace(db, workspaceId, (tx) => listUnfinished(tx, workspaceId))
    for (const { id } of unfinished) if (await files.has(id)) return { workspaceId, id }
    return undefined
  }

  async function runOne(connection: OwnConnection, key: ImportKey): Promise<void> {
    try {
      await runJob(environment, connection, key, () => stopping)
      await removeWhenOver(key)
      tries.delete(key.id)
    } catch (error) {
      if (error instanceof LeftToOthers) return
      const tried = (tries.get(key.id) ?? 0) + 1
      tries.set(key.id, tried)
      if (tried < triesEach || isConnectionLost(error)) throw error
      tries.delete(key.id)
      await giveUp(key, error)
    }
  }

  async function giveUp(key: ImportKey, error: unknown): Promise<void> {
    const { workspaceId, id } = key
    const errorId = randomUUID()
    logger.error({ id: errorId, err: error }, 'an import failed')
    const message = `Something went wrong on our side. What is imported so far stays; go on with it by \`importResume\`, or tell whoever runs this server the id ${errorId}.`
    await inWorkspace(db, workspaceId, async (tx) => {
      await updateImport(tx, workspaceId, id, { problem: { code: 'INTERNAL_SERVER_ERROR', message } })
      await endJob(tx, environment, key, [])
    })
  }

  async function removeWhenOver({ workspaceId, id }: ImportKey): Promise<void> {
    const row = await inWorkspace(db, workspaceId, (tx) => findImport(tx, workspaceId, id))
    if (row?.state === 'done' || row?.state === 'cancelled') await files.remove(id)
  }

  return {
    wake,
    sweep: async () => {
      const ids = await files.list()
      const failedBefore = new Date(clock().getTime() - keptFor)
      const { over, known } = await acrossWorkspaces(db, (tx) => findOver(tx, ids, failedBefore))
      for (const id of over) await files.remove(id)
      await files.removeAbandoned(clock(), known)
      for (const workspaceId of await acrossWorkspaces(db, findWorkspacesWithImports)) wake(workspaceId)
    },
    stop: async () => {
      stopping = true
      for (const timer of timers) clearTimeout(timer)
      await Promise.allSettled(running.values())
    },
  }
}
