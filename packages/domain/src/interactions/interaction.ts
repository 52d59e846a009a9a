import type { Localized } from '../locales/locale.ts'

/** Something a customer did, as tracking clients tell it. */
export const interactionKinds = ['track', 'page', 'screen'] as const
export type InteractionKind = (typeof interactionKinds)[number]

/** All that tracking clients tell: interactions, and who somebody is. */
export const messageTypes = [...interactionKinds, 'identify', 'group', 'alias'] as const
export type MessageType = (typeof messageTypes)[number]

/** What interactions of a name are counted as, where the workspace says so. */
export const countedAs = [
  'supportLoad',
  'emailEngagement',
  'webVisit',
  'socialEngagement',
  'productUse',
] as const
export type CountedAs = (typeof countedAs)[number]

export type Json = { readonly [key: string]: unknown }

/** Limits of what is taken in. */
export const messageLimits = {
  /** Bytes of one message as JSON. */
  messageBytes: 32 * 1024,
  /** Bytes of one request, unpacked. */
  requestBytes: 500 * 1024,
  /** Characters of an id or a name. */
  textLength: 255,
  /** How deep values may be nested. */
  depth: 32,
  /** Characters of a context as JSON; what is over is left out with a note. */
  contextLength: 8 * 1024,
} as const

/** A message that was read and is good, with the time it happened by the server's clock. */
export interface Message {
  readonly type: MessageType
  readonly messageId: string
  /** Milliseconds. */
  readonly at: number
  readonly userId: string | undefined
  readonly anonymousId: string | undefined
  /** Of a track the event's name; `page` or `screen` of these; empty for the others. */
  readonly name: string
  /** Of an interaction its properties, of `identify` and `group` the traits. */
  readonly properties: Json
  /** The properties as JSON, as they are kept. */
  readonly propertiesText: string
  /** What is kept of the context, as JSON. */
  readonly context: string | undefined
  /** Of a group, or of an interaction done for a company. */
  readonly groupId: string | undefined
  /** Of an alias: what the user was called before. */
  readonly previousId: string | undefined
  /** What was put right. */
  readonly notes: readonly string[]
}

export const propertyTypes = ['text', 'number', 'boolean', 'time', 'list', 'object'] as const
export type PropertyType = (typeof propertyTypes)[number]

/** What a property of interactions of a name has to be. */
export interface PropertyRule {
  readonly key: string
  readonly type: PropertyType
  readonly required: boolean
}

/** What a workspace says of interactions of a name. */
export interface InteractionType {
  /** The event's name; `page` and `screen` for these. */
  readonly name: string
  readonly label: Localized
  /** The allowed properties; null for any. */
  readonly properties: readonly PropertyRule[] | null
  /** What becomes of interactions that are not as `properties` says: refused, or taken with a note. */
  readonly onViolation: 'reject' | 'mark'
  /** Days from when they happened; null for as long as the workspace. */
  readonly retentionDays: number | null
  readonly countsAs: CountedAs | null
}
