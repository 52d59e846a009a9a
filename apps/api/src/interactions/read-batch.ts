import { isUtf8 } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { violationsOf } from '@profilkort/domain/interactions/check-type'
import {
  type InteractionType,
  type Message,
  type MessageType,
  messageLimits,
} from '@profilkort/domain/interactions/interaction'
import { isInteraction, readMessage } from '@profilkort/domain/interactions/read-message'
import type { Problem } from '@profilkort/domain/result'

/** A request that cannot be read at all. */
export class NotReadable extends Error {}

/** What a tracking client sent, as JSON. */
export interface EventBody {
  readonly writeKey?: unknown
  readonly batch?: unknown
  readonly sentAt?: unknown
  readonly context?: unknown
  readonly [key: string]: unknown
}

export interface ParsedBody {
  readonly body: EventBody
  readonly bytes: number
  /** Whether there could be texts in it that no database keeps. */
  readonly maySpoil: boolean
}

/** Parses what was sent, once; throws `NotReadable`. */
export function parseBody(content: Buffer): ParsedBody {
  if (!isUtf8(content)) throw new NotReadable('The body is not UTF-8. Encode it so and send it again.')
  const text = content.toString()
  const maySpoil = /\\u(?:0000|[dD][89a-fA-F])/.test(text)
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (error) {
    throw new NotReadable(`The body is no JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new NotReadable('The body is a JSON object.')
  return { body: body as EventBody, bytes: content.length, maySpoil }
}

/** A message that cannot be taken, by its place in the batch. */
export interface RefusedMessage {
  readonly index: number
  readonly messageId: string | null
  readonly path: readonly string[]
  readonly message: string
}

export interface ReadBatch {
  readonly messages: readonly Message[]
  readonly refused: readonly RefusedMessage[]
}

/**
 * Reads the messages of a request.
 * @param type of a single message, by its address; a batch's messages say their own
 */
export function readBatch(
  { body, bytes, maySpoil }: ParsedBody,
  type: MessageType | 'batch',
  types: ReadonlyMap<string, InteractionType>,
  receivedAt: number,
): ReadBatch {
  const { batch, sentAt, context } = body
  if (type === 'batch' && !Array.isArray(batch))
    throw new NotReadable('A batch has a list of messages: `{ "batch": [{ "type": "track", … }] }`.')
  const raws: readonly unknown[] = type === 'batch' ? (batch as unknown[]) : [body]
  const frame = { receivedAt, sentAt, context, makeId: randomUUID, maySpoil }
  const messages: Message[] = []
  const refused: RefusedMessage[] = []
  for (const [index, raw] of raws.entries()) {
    const read = readMessage(raw, type === 'batch' ? frame : { ...frame, type })
    const message = read.ok ? settle(read.value, raw, bytes, types) : read.problems[0]
    if ('messageId' in message) messages.push(message)
    else
      refused.push({ index, messageId: idOf(raw), path: message.path.map(String), message: message.message })
  }
  return { messages, refused }
}

function settle(
  message: Message,
  raw: unknown,
  bytes: number,
  types: ReadonlyMap<string, InteractionType>,
): Message | Problem {
  const size = sizeOf(raw, message, bytes)
  if (size > messageLimits.messageBytes) {
    const most = messageLimits.messageBytes / 1024
    return {
      path: [],
      message: `The message has ${size} bytes; at most ${most} kB are taken. Send less with it.`,
    }
  }
  const type = isInteraction(message.type) ? types.get(message.name) : undefined
  const violations = type === undefined ? [] : violationsOf(message.properties, type)
  const [first] = violations
  if (first === undefined) return message
  if (type?.onViolation === 'reject') return first
  return {
    ...message,
    notes: [...message.notes, ...violations.slice(0, 20).map((each) => each.message)],
  }
}

/** Bytes of a message, counted exactly only where what is kept of it could be too much. */
function sizeOf(raw: unknown, { type, propertiesText, context }: Message, bytes: number): number {
  if (bytes <= messageLimits.messageBytes) return bytes
  const bytesOfIds = messageLimits.textLength * 24
  const most = (propertiesText.length + (context?.length ?? 0)) * 3 + bytesOfIds
  return isInteraction(type) && most <= messageLimits.messageBytes
    ? most
    : Buffer.byteLength(JSON.stringify(raw))
}

function idOf(raw: unknown): string | null {
  const id = typeof raw === 'object' && raw !== null && 'messageId' in raw ? raw.messageId : null
  return typeof id === 'string' && id.isWellFormed() && !id.includes('\0')
    ? id.slice(0, messageLimits.textLength)
    : null
}
