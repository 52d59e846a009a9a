import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { inTurns } from '../turns/turns.ts'

/**
 * Word of changes in any workspace, from the database to every server: what is kept in memory of a workspace is good
 * for as long as we are listening and its generation is the one it was read at.
 */
export interface Changes {
  /** Whether word would reach us now. While not, nothing kept in memory may be used. */
  readonly isListening: boolean
  /** A count of all that we have been told so far. */
  readonly now: () => number
  /**
   * When readers of the workspace last saw something change, or its keys and members, as a count of `now`. What was
   * read from the database after `now` was taken is good for as long as this is not above it.
   */
  readonly generation: (workspaceId: string) => number
  /** Tells of each change, after its commit; undefined when word of any workspace may have been missed. */
  readonly onChange: (listener: (workspaceId: string | undefined) => void) => void
  /**
   * Resolves once we have been told of all that was committed before it was asked; at once while nothing kept in memory
   * may be used. Whoever wrote waits for it before saying so, so that what they ask here next is answered from that.
   */
  readonly heard: () => Promise<void>
  readonly stop: () => Promise<void>
}

const channel = 'profilkort_changed'
/** How often the line is tried, and how long it may be silent before nothing kept is used any more; together below a second. */
const heartbeat = { everyMs: 300, patienceMs: 500 }
const reconnectMs = 250

/** Keeps a connection that listens, and makes a new one when it breaks. */
export function listenForChanges(connectionString: string): Changes {
  const generations = new Map<string, number>()
  const listeners: ((workspaceId: string | undefined) => void)[] = []
  let count = 0
  // The count when word of any workspace may have been missed.
  let missed = 0
  let listening = false
  let stopped = false
  let client: pg.Client | undefined

  const hasStopped = () => stopped
  const tell = (workspaceId: string | undefined) => {
    count++
    if (workspaceId === undefined) {
      missed = count
      generations.clear()
    } else generations.set(workspaceId, count)
    for (const listener of listeners) listener(workspaceId)
  }
  const lose = () => {
    if (!listening) return
    listening = false
    tell(undefined)
  }

  async function attend(): Promise<void> {
    for (;;) {
      if (hasStopped()) return
      const current = new pg.Client({
        connectionString,
        application_name: 'profilkort changes',
        connectionTimeoutMillis: 2000,
      })
      client = current
      current.on('error', lose)
      current.on('end', lose)
      current.on('notification', ({ payload }) => tell(payload))
      try {
        await current.connect()
        await current.query(`listen ${channel}`)
        // Whatever was kept before we listened may be stale.
        tell(undefined)
        listening = true
        await keepAlive(current)
      } catch {
        // The loop tries again.
      }
      lose()
      await current.end().catch(() => undefined)
      if (!hasStopped()) await sleep(reconnectMs)
    }
  }

  /** Returns when the line is dead. */
  async function keepAlive(current: pg.Client): Promise<void> {
    while (await answers(current)) await sleep(heartbeat.everyMs, undefined, { ref: false })
  }

  /** Whether a word gets through and back in time, and is still wanted. */
  async function answers(current: pg.Client): Promise<boolean> {
    if (stopped || !listening) return false
    const word = current.query('select').then(
      () => true,
      () => false,
    )
    return Promise.race([word, sleep(heartbeat.patienceMs, false, { ref: false })])
  }

  // A word comes back after all that its connection was to be told of when it got there.
  const words = inTurns(async () => {
    if (listening) await client?.query('select').catch(() => undefined)
    return new Map<string, never>()
  })

  const attending = attend()
  return {
    get isListening() {
      return listening
    },
    now: () => count,
    generation: (workspaceId) => generations.get(workspaceId) ?? missed,
    onChange: (listener) => void listeners.push(listener),
    heard: async () => void (await words('all', [])),
    stop: async () => {
      stopped = true
      listening = false
      await client?.end().catch(() => undefined)
      await attending
    },
  }
}
