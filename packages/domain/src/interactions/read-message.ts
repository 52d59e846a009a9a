import { failed, ok, type Problem, type Result } from '../result.ts'
import { keptContext } from './context.ts'
import {
  type InteractionKind,
  interactionKinds,
  type Json,
  type Message,
  type MessageType,
  messageLimits,
  messageTypes,
} from './interaction.ts'
import { correctedTime } from './message-time.ts'
import { problemsInside } from './values.ts'

/** What a message is read against. */
export interface MessageFrame {
  /** What it is where it does not say: by the address it was sent to. */
  readonly type?: MessageType | undefined
  /** When it came in, in milliseconds. */
  readonly receivedAt: number
  /** When its sender sent it, by the sender's clock; what the message itself says wins. */
  readonly sentAt?: unknown
  /** The context of the whole batch. */
  readonly context?: unknown
  /** Makes an id for one that has none. */
  readonly makeId: () => string
  /** Whether its texts have to be looked through for what no database keeps. */
  readonly maySpoil: boolean
}

/** Reads one message of a tracking client; the problem says why it cannot be taken. */
export function readMessage(raw: unknown, frame: MessageFrame): Result<Message> {
  if (!isObject(raw)) return refused([], 'A message is a JSON object.')
  const type = readType(raw, frame)
  if (type === undefined)
    return refused(['type'], `The type is one of ${messageTypes.join(', ')}, not ${shown(raw.type)}.`)
  const texts = readTexts(raw)
  if (!texts.ok) return texts
  const { userId, anonymousId, messageId, groupId, previousId } = texts.value
  if (userId === undefined && anonymousId === undefined)
    return refused(['userId'], 'Say whom it is of: a userId or an anonymousId.')
  const named = readName(raw, type)
  if (!named.ok) return named
  if (type === 'group' && groupId === undefined)
    return refused(['groupId'], 'A group call names the groupId.')
  if (type === 'alias' && (previousId === undefined || userId === undefined))
    return refused(['previousId'], 'An alias names the previousId and the userId.')
  const isTold = isInteraction(type)
  const told = isTold ? raw.properties : raw.traits
  if (told !== undefined && told !== null && !isObject(told))
    return refused([isTold ? 'properties' : 'traits'], 'It is a JSON object, or left out.')
  const context = isObject(raw.context) ? raw.context : isObject(frame.context) ? frame.context : undefined
  const problem = problemsInside(frame.maySpoil ? raw : told, frame.maySpoil)
  if (problem !== undefined) return failed(problem)
  const time = correctedTime(raw, frame)
  if (!time.ok) return time
  const kept = keptContext(context)
  const contextGroup = context?.groupId
  const properties = withPageName(told ?? {}, raw, type)
  return ok({
    type,
    messageId: messageId ?? frame.makeId(),
    at: time.value.at,
    userId,
    anonymousId,
    name: named.value,
    properties,
    propertiesText: JSON.stringify(properties),
    context: kept.text,
    groupId: groupId ?? (isTold && typeof contextGroup === 'string' ? contextGroup : undefined),
    previousId,
    notes: kept.note === undefined ? time.value.notes : [...time.value.notes, kept.note],
  })
}

function readType(raw: Json, frame: MessageFrame): MessageType | undefined {
  const type = frame.type ?? raw.type
  return messageTypes.find((each) => each === type)
}

const textFields = ['userId', 'anonymousId', 'messageId', 'groupId', 'previousId'] as const
type Texts = { readonly [F in (typeof textFields)[number]]: string | undefined }

/** Ids as texts; some clients send numbers. Empty ones are none. */
function readTexts(raw: Json): Result<Texts> {
  const texts: { [F in (typeof textFields)[number]]?: string } = {}
  for (const field of textFields) {
    const value = raw[field]
    if (value === undefined || value === null || value === '') continue
    if (typeof value !== 'string' && typeof value !== 'number')
      return refused([field], `The ${field} is a text, not ${shown(value)}.`)
    const text = String(value)
    if (text.length > messageLimits.textLength)
      return refused(
        [field],
        `The ${field} has ${text.length} characters; at most ${messageLimits.textLength} are taken.`,
      )
    texts[field] = text
  }
  return ok(texts as Texts)
}

function readName(raw: Json, type: MessageType): Result<string> {
  if (type === 'page' || type === 'screen') return ok(type)
  if (type !== 'track') return ok('')
  const { event } = raw
  if (typeof event !== 'string' || event === '')
    return refused(['event'], 'A track call names what was done: `event`, a text.')
  if (event.length > messageLimits.textLength)
    return refused(
      ['event'],
      `The event has ${event.length} characters; at most ${messageLimits.textLength} are taken.`,
    )
  return ok(event)
}

/** Pages have a name and a category of their own beside their properties. */
function withPageName(properties: Json, { name, category }: Json, type: MessageType): Json {
  if (type !== 'page' && type !== 'screen') return properties
  const named = typeof name === 'string' && !Object.hasOwn(properties, 'name')
  const sorted = typeof category === 'string' && !Object.hasOwn(properties, 'category')
  if (!named && !sorted) return properties
  return { ...properties, ...(named ? { name } : {}), ...(sorted ? { category } : {}) }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : (JSON.stringify(value)?.slice(0, 40) ?? typeof value)
}

function refused(path: Problem['path'], message: string): Result<never> {
  return failed({ path, message })
}

/** Whether messages of a type are interactions; the others tell who somebody is. */
export function isInteraction(type: MessageType): type is InteractionKind {
  return interactionKinds.some((kind) => kind === type)
}
