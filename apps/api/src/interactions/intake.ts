import { type Database, inWorkspace } from '@profilkort/database/connect'
import {
  type MessageToSave,
  saveMessages,
  type VisitorToSave,
} from '@profilkort/database/interactions/intake.queries'
import { ensureMonth, type Monthly } from '@profilkort/database/interactions/months.queries'
import type { Message } from '@profilkort/domain/interactions/interaction'
import { LRUCache } from 'lru-cache'
import type { Changes } from '../delivery/changes.ts'
import type { EventSender } from './event-sender.ts'
import { openKnownIds } from './known-ids.ts'
import type { Settler } from './settler.ts'
import { toSave, visitorOf } from './to-save.ts'

/** At most this much waits to be written; who sends more is told to come back. */
const most = { messages: 20_000, bytes: 64 * 2 ** 20 } as const
/** Messages that one transaction takes, unless a single request has more. */
const mostAtOnce = 2000
/** Transactions of one source, and of all, that are under way at once. */
const writers = { each: 2, all: 4 } as const
const mostVisitors = 50_000

/** Where messages are taken in: those of requests that come together are written together. */
export interface Intake {
  /** Whether more waits than can be taken. */
  readonly isFull: () => boolean
  /** Resolves when all messages are kept for good; those that were kept before are not kept twice. */
  readonly take: (
    sender: EventSender,
    messages: readonly Message[],
    bytes: number,
    receivedAt: Date,
  ) => Promise<void>
  /** Resolves when nothing waits any more. */
  readonly drain: () => Promise<void>
}

interface Waiting {
  readonly mayClaim: boolean
  readonly messages: readonly Message[]
  readonly bytes: number
  readonly receivedAt: Date
  readonly settle: (error?: unknown) => void
}

/** What waits of one source, which is written together. */
interface Line {
  readonly workspaceId: string
  readonly source: string
  waiting: Waiting[]
  writing: number
}

export function openIntake(db: Database, changes: Changes, settler: Settler): Intake {
  const lines = new Map<string, Line>()
  const months = new Set<string>()
  const knownIds = openKnownIds(changes)
  /** Who anonymous ones are known to be, so that it is not written again with each message. */
  const visitors = new LRUCache<string, VisitorToSave>({ max: mostVisitors })
  let [messages, bytes, writing] = [0, 0, 0]
  let whenIdle: (() => void)[] = []

  function pump(): void {
    for (const [name, line] of lines) {
      while (line.waiting.length > 0 && line.writing < writers.each && writing < writers.all) {
        const requests = takeTogether(line)
        line.writing++
        writing++
        void write(line, requests).finally(() => {
          line.writing--
          writing--
          for (const request of requests) {
            messages -= request.messages.length
            bytes -= request.bytes
          }
          if (line.waiting.length === 0 && line.writing === 0) lines.delete(name)
          pump()
        })
      }
    }
    if (lines.size > 0) return
    for (const resolve of whenIdle) resolve()
    whenIdle = []
  }

  /** Writes requests together; where that fails for what is in them, each by itself, so that none fails for another. */
  async function write(line: Line, requests: readonly Waiting[]): Promise<void> {
    try {
      await save(line, requests)
      for (const { settle } of requests) settle()
    } catch (error) {
      if (requests.length === 1 || !isOfContent(error)) {
        for (const { settle } of requests) settle(error)
      } else for (const request of requests) await write(line, [request])
    }
  }

  async function save({ workspaceId, source }: Line, requests: readonly Waiting[]): Promise<void> {
    const receivedAt = requests.reduce(
      (last, each) => (each.receivedAt > last ? each.receivedAt : last),
      new Date(0),
    )
    const wanted = new Set<string>()
    const users = new Set<string>()
    const groups = new Set<string>()
    const identified = new Map<string, VisitorToSave>()
    for (const { messages: told, mayClaim } of requests) {
      for (const message of told) {
        wanted.add(monthOf(message.at))
        if (message.userId !== undefined) users.add(message.userId)
        if (message.groupId !== undefined) groups.add(message.groupId)
        const visitor = visitorOf(message, mayClaim)
        if (visitor === undefined) continue
        const name = visitor.anonymousId
        const known = identified.get(name) ?? visitors.get(`${workspaceId} ${source}\n${name}`)
        if (isNews(visitor, known)) identified.set(name, visitor)
      }
    }
    await ensureMonths('interaction', wanted)
    await ensureMonths('interaction_message', new Set([monthOf(receivedAt.getTime())]))
    const hasClaims = await inWorkspace(db, workspaceId, async (tx) => {
      const persons = await knownIds.find(tx, workspaceId, { source, kind: 'person' }, users)
      const companies = await knownIds.find(tx, workspaceId, { source, kind: 'company' }, groups)
      const once = new Map<string, MessageToSave>()
      for (const { messages: told, mayClaim } of requests) {
        for (const message of told) {
          const saved = toSave(source, message, mayClaim, { persons, companies })
          if (!once.has(saved.id)) once.set(saved.id, saved)
        }
      }
      await saveMessages(tx, workspaceId, {
        source,
        receivedAt,
        messages: [...once.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        visitors: [...identified.values()].toSorted((a, b) => (a.anonymousId < b.anonymousId ? -1 : 1)),
      })
      return once.values().some(({ claims }) => claims.length > 0)
    })
    for (const visitor of identified.values())
      visitors.set(`${workspaceId} ${source}\n${visitor.anonymousId}`, visitor)
    if (hasClaims) settler.settle(workspaceId)
  }

  async function ensureMonths(table: Monthly, wanted: ReadonlySet<string>): Promise<void> {
    for (const month of wanted) {
      const name = `${table} ${month}`
      if (months.has(name)) continue
      await ensureMonth(db, table, month)
      months.add(name)
    }
  }

  return {
    isFull: () => messages >= most.messages || bytes >= most.bytes,
    take: (sender, read, size, receivedAt) =>
      new Promise((resolve, reject) => {
        const { workspaceId, source, mayClaim } = sender
        const name = `${workspaceId} ${source}`
        const line = lines.get(name) ?? { workspaceId, source, waiting: [], writing: 0 }
        lines.set(name, line)
        const settle = (error?: unknown) => (error === undefined ? resolve() : reject(error))
        line.waiting.push({ mayClaim, messages: read, bytes: size, receivedAt, settle })
        messages += read.length
        bytes += size
        pump()
      }),
    drain: () => (lines.size === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve))),
  }
}

/** The requests that have waited longest, as many as one transaction takes. */
function takeTogether(line: Line): readonly Waiting[] {
  let [count, size] = [0, 0]
  for (const { messages } of line.waiting) {
    if (count > 0 && size + messages.length > mostAtOnce) break
    count++
    size += messages.length
  }
  return line.waiting.splice(0, count)
}

/** Whether it says more of who an anonymous one is: by a server's word, or of an earlier time. */
function isNews(visitor: VisitorToSave, known: VisitorToSave | undefined): boolean {
  if (known === undefined) return true
  if (visitor.isAlias !== known.isAlias) return visitor.isAlias
  return visitor.at < known.at || (visitor.at === known.at && visitor.userId < known.userId)
}

/** Whether PostgreSQL could not take what was in a statement, rather than being unable to take any. */
function isOfContent(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return /^(?:22|23|54)/.test(code)
}

const monthNames = new Map<number, string>()

/** The month of an instant in UTC: `2026-11`. */
function monthOf(at: number): string {
  const day = Math.floor(at / 86_400_000)
  const known = monthNames.get(day)
  if (known !== undefined) return known
  const name = new Date(at).toISOString().slice(0, 7)
  if (monthNames.size > 10_000) monthNames.clear()
  monthNames.set(day, name)
  return name
}
