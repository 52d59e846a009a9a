import { failed, ok, type Result } from '../result.ts'
import type { Json } from './interaction.ts'

/** How far in the future a time may seem to lie before it is told of, in milliseconds: clocks are never the same. */
const unremarkable = 60_000

interface Corrected {
  /** Milliseconds, by the server's clock. */
  readonly at: number
  readonly notes: readonly string[]
}

/**
 * When something happened by our clock. The sender's clock may be wrong: what it says is moved by how far its `sentAt`
 * is from when we received it. Nothing happens later than it is told of.
 */
export function correctedTime(
  message: Json,
  { receivedAt, sentAt }: { readonly receivedAt: number; readonly sentAt?: unknown },
): Result<Corrected> {
  const said = message.timestamp ?? message.originalTimestamp
  if (said === undefined || said === null) return ok({ at: receivedAt, notes: [] })
  const time = readTime(said)
  if (time === undefined)
    return failed({
      path: [message.timestamp == null ? 'originalTimestamp' : 'timestamp'],
      message: `${JSON.stringify(said)?.slice(0, 60)} is no time such as 2026-11-26T08:00:00.000Z between 1970 and 2200.`,
    })
  const sent = readTime(message.sentAt ?? sentAt)
  const at = sent === undefined ? time : receivedAt - (sent - time)
  if (at <= receivedAt && at >= 0) return ok({ at, notes: [] })
  if (at < 0) return ok({ at: 0, notes: ['It was said to have happened before 1970; kept as 1970.'] })
  const isTold = at - receivedAt > unremarkable
  const note = `It was said to happen at ${new Date(at).toISOString()}, in the future; kept as when it came in.`
  return ok({ at: receivedAt, notes: isTold ? [note] : [] })
}

const iso = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/
const latest = Date.UTC(2200, 0)

/** An ISO 8601 text or milliseconds since 1970; a time without a zone is UTC. */
export function readTime(said: unknown): number | undefined {
  if (typeof said === 'number') return Number.isFinite(said) && said >= 0 && said < latest ? said : undefined
  if (typeof said !== 'string' || said.length > 40) return undefined
  // What nearly all clients send.
  let time = said.length === 24 && said.endsWith('Z') ? Date.parse(said) : Number.NaN
  if (Number.isNaN(time) && iso.test(said)) {
    const text = said.replace(' ', 'T').replace(',', '.')
    time = Date.parse(
      text.length > 10 && !/(?:Z|[+-]\d\d:?\d\d|[+-]\d\d)$/.test(text.slice(10)) ? `${text}Z` : text,
    )
  }
  return time >= 0 && time < latest ? time : undefined
}
