import { hash } from 'node:crypto'
import type { MessageToSave, VisitorToSave } from '@profilkort/database/interactions/intake.queries'
import type { Json } from '@profilkort/domain/interactions/interaction'
import { isInteraction } from '@profilkort/domain/interactions/read-message'
import type { Claim } from '@profilkort/domain/interactions/told'
import type { EventSender } from './event-sender.ts'
import type { Known } from './known-ids.ts'
import type { ReadMessage } from './read-batch.ts'

/** A message with who sent it. */
export interface SentMessage {
  readonly sender: EventSender
  readonly message: ReadMessage
}

/** The records that a message speaks of, to be looked up. */
export function recordsOf({ sender: { source }, message }: SentMessage): readonly Known[] {
  const { type, userId, groupId } = message
  if (!isInteraction(type)) return []
  return [
    ...(userId === undefined ? [] : [{ source, kind: 'person', externalId: userId } as const]),
    ...(groupId === undefined ? [] : [{ source, kind: 'company', externalId: groupId } as const]),
  ]
}

/** A message as it is kept. */
export function toSave(sent: SentMessage, recordOf: (known: Known) => string | undefined): MessageToSave {
  const { sender, message } = sent
  const { source } = sender
  const { type, userId, groupId, messageId } = message
  const id = idOf(source, messageId)
  if (!isInteraction(type)) {
    return {
      id,
      source,
      messageId,
      interaction: undefined,
      claim: sender.mayClaim ? claimOf(message) : undefined,
    }
  }
  const recordId = userId === undefined ? undefined : recordOf({ source, kind: 'person', externalId: userId })
  const company =
    groupId === undefined ? undefined : recordOf({ source, kind: 'company', externalId: groupId })
  const isUnknown = userId !== undefined && recordId === undefined
  return {
    id,
    source,
    messageId,
    interaction: {
      type,
      name: message.name,
      at: message.at,
      recordId: recordId ?? null,
      companyRecordId: company ?? null,
      userId: isUnknown ? userId : null,
      anonymousId: message.anonymousId ?? null,
      properties: message.text,
      context: message.context ?? null,
      notes: message.notes.length === 0 ? null : message.notes.join('\n'),
    },
    claim: isUnknown ? { kind: 'seen', userId, mayAdd: sender.mayClaim } : undefined,
  }
}

function claimOf({ type, userId, groupId, previousId, properties, at }: ReadMessage): Claim | undefined {
  const traits: Json = properties
  if (type === 'identify' && userId !== undefined) return { kind: 'identify', userId, traits, at }
  if (type === 'group' && groupId !== undefined) return { kind: 'group', groupId, userId, traits, at }
  if (type === 'alias' && userId !== undefined && previousId !== undefined)
    return { kind: 'alias', previousId, userId, at }
  return undefined
}

/** Who the anonymous ones in messages are said to be: of each what was said of the earliest time. */
export function visitorsOf(sent: readonly SentMessage[]): readonly VisitorToSave[] {
  const earliest = new Map<string, VisitorToSave>()
  for (const { sender, message } of sent) {
    const { userId, at } = message
    const isAlias = message.type === 'alias'
    const anonymousId = isAlias ? message.previousId : message.anonymousId
    if (userId === undefined || anonymousId === undefined || anonymousId === userId) continue
    if (isAlias && !sender.mayClaim) continue
    const { source } = sender
    const name = visitorName(source, anonymousId)
    const before = earliest.get(name)
    if (before !== undefined && (before.at < at || (before.at === at && before.userId <= userId))) continue
    earliest.set(name, { source, anonymousId, userId, at, isAlias })
  }
  return [...earliest.values()].toSorted((a, b) => (visitorKey(a) < visitorKey(b) ? -1 : 1))
}

const visitorKey = ({ source, anonymousId }: VisitorToSave) => visitorName(source, anonymousId)

/** An anonymous one of a source. */
export function visitorName(source: string, anonymousId: string): string {
  return `${source}\n${anonymousId}`
}

/** The id that the same message of the same source always has, on every server. */
export function idOf(source: string, messageId: string): string {
  const hex = hash('sha256', `${source}\n${messageId}`, 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
