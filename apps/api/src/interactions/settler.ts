import { acrossWorkspaces, type Database, inWorkspace } from '@profilkort/database/connect'
import { listWaiting, setClaimAside } from '@profilkort/database/interactions/claims.queries'
import type { Logger } from '../http/logger.ts'
import { settleClaims } from './settle-claims.ts'

const atOnce = 500
const againAfterMs = 1000

/** Settles claims in the background, those of a workspace one after the other. */
export interface Settler {
  /** Tells that claims wait in a workspace; they are settled at once, or as soon as can be. */
  readonly settle: (workspaceId: string) => void
  /** Settles what waits in any workspace, such as what a server left behind. */
  readonly settleAll: () => Promise<void>
  /** Begins nothing new and resolves when what is under way has ended. */
  readonly stop: () => Promise<void>
}

export function openSettler(db: Database, clock: () => Date, logger: Logger): Settler {
  const running = new Map<string, Promise<void>>()
  const wanted = new Set<string>()
  const timers = new Set<NodeJS.Timeout>()
  let stopped = false

  const settle = (workspaceId: string): void => {
    if (stopped) return
    wanted.add(workspaceId)
    if (running.has(workspaceId)) return
    const run = settleWaiting(workspaceId).finally(() => {
      running.delete(workspaceId)
      if (wanted.has(workspaceId)) settle(workspaceId)
    })
    running.set(workspaceId, run)
  }

  async function settleWaiting(workspaceId: string): Promise<void> {
    wanted.delete(workspaceId)
    try {
      for (let settled = 1; settled > 0; ) settled = await settleSome(workspaceId)
    } catch (error) {
      logger.warn({ err: error, workspaceId }, 'claims wait: they are settled again in a second')
      const timer = setTimeout(() => {
        timers.delete(timer)
        settle(workspaceId)
      }, againAfterMs)
      timers.add(timer)
    }
  }

  /** Where some cannot be settled together, they are settled one by one, and one that never can be is put aside. */
  async function settleSome(workspaceId: string): Promise<number> {
    if (stopped) return 0
    try {
      return await settleClaims(db, workspaceId, atOnce, clock())
    } catch (error) {
      if (!isOfContent(error)) throw error
    }
    try {
      return await settleClaims(db, workspaceId, 1, clock())
    } catch (error) {
      if (!isOfContent(error)) throw error
      logger.error({ err: error, workspaceId }, 'a claim cannot be settled and was put aside')
      await inWorkspace(db, workspaceId, (tx) => setClaimAside(tx, workspaceId, String(error)))
      return 1
    }
  }

  return {
    settle,
    settleAll: async () => {
      for (const workspaceId of await acrossWorkspaces(db, listWaiting)) settle(workspaceId)
      await Promise.all(running.values())
    },
    stop: async () => {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
      await Promise.all(running.values())
    },
  }
}

/** Whether it failed for what is in it, and will again: not for a lock, a conflict or a connection. */
function isOfContent(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
  return code === undefined ? !/[Cc]onnection|timeout/.test(String(error)) : /^(?:22|23|54)/.test(code)
}
