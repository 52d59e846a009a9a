import { hash } from 'node:crypto'
import type { MessageToSave, VisitorToSave } from '@profilkort/database/interactions/intake.queries'
import type { Message } from '@profilkort/domain/interactions/interaction'
import { isInteraction } from '@profilkort/domain/interactions/read-message'
import type { Claim } from '@profilkort/domain/interactions/told'

/** The records of a source by its external ids. */
export interface RecordsOfSource {
  readonly persons: ReadonlyMap<string, string>
  readonly companies: ReadonlyMap<string, string>
}

/**
 * A message as it is kept.
 * @param mayClaim whether its sender is believed in who somebody is
 */
export function toSave(
  source: string,
  message: Message,
  mayClaim: boolean,
  { persons, companies }: RecordsOfSource,
): MessageToSave {
  const { type, userId, groupId, messageId } = message
  const id = idOf(source, messageId)
  if (!isInteraction(type))
    return { id, messageId, interaction: undefined, claims: mayClaim ? claimsOf(message) : [] }
  const recordId = userId === undefined ? undefined : persons.get(userId)
  const unknownUser = recordId === undefined ? userId : undefined
  const companyRecordId = groupId === undefined ? undefined : companies.get(groupId)
  const unknownGroup = companyRecordId === undefined ? groupId : undefined
  return {
    id,
    messageId,
    interaction: {
      type,
      name: message.name,
      at: message.at,
      recordId: recordId ?? null,
      companyRecordId: companyRecordId ?? null,
      userId: unknownUser ?? null,
      groupId: unknownGroup ?? null,
      anonymousId: message.anonymousId ?? null,
      properties: message.propertiesText,
      context: message.context ?? null,
      notes: message.notes.length === 0 ? null : message.notes.join('\n'),
    },
    claims: unknownOf(unknownUser, unknownGroup, mayClaim),
  }
}

const none: readonly Claim[] = []

/** That there is no record yet of the user or of the group. */
function unknownOf(
  userId: string | undefined,
  groupId: string | undefined,
  mayAdd: boolean,
): readonly Claim[] {
  if (userId === undefined && groupId === undefined) return none
  return [
    ...(userId === undefined ? none : [{ kind: 'seen', userId, mayAdd } as const]),
    ...(groupId === undefined ? none : [{ kind: 'grouped', groupId } as const]),
  ]
}

function claimsOf({ type, userId, groupId, previousId, properties, at }: Message): readonly Claim[] {
  const traits = properties
  if (type === 'identify' && userId !== undefined) return [{ kind: 'identify', userId, traits, at }]
  if (type === 'group' && groupId !== undefined) return [{ kind: 'group', groupId, userId, traits, at }]
  if (type === 'alias' && userId !== undefined && previousId !== undefined)
    return [{ kind: 'alias', previousId, userId, at }]
  return []
}

/** Who a message says that an anonymous one is; undefined where it says nothing of that. */
export function visitorOf(
  { type, userId, anonymousId, previousId, at }: Message,
  mayClaim: boolean,
): VisitorToSave | undefined {
  const isAlias = type === 'alias'
  const who = isAlias ? previousId : anonymousId
  if (userId === undefined || who === undefined) return undefined
  if (isAlias && (who === userId || !mayClaim)) return undefined
  return { anonymousId: who, userId, at, isAlias }
}

/** The id that the same message of the same source always has, on every server: 128 bits in hex. */
function idOf(source: string, messageId: string): string {
  return hash('sha256', `${source}\n${messageId}`, 'hex').slice(0, 32)
}
