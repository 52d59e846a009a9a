import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import { packUuid, unpackUuid } from './packed-ids.ts'

export type KeyKind = 'publishable' | 'secret'

/** What a key says of itself: which workspace and which row, so that it is looked up inside its own workspace. */
export interface KeyName {
  readonly kind: KeyKind
  readonly workspaceId: string
  readonly keyId: string
}

const pattern = /^profilkort_(publishable|secret)_([\w-]{43})\.([\w-]{43})$/

/** `profilkort_secret_<workspace and key id>.<256 random bits>`: said in full once, kept as a hash. */
export function makeKeyText(name: KeyName): string {
  return `profilkort_${name.kind}_${encodeName(name)}.${randomBytes(32).toString('base64url')}`
}

/** Undefined for a text that is no key at all. */
export function readKeyText(text: string): KeyName | undefined {
  const [, kind, name] = pattern.exec(text) ?? []
  return kind === undefined || name === undefined ? undefined : { kind: kind as KeyKind, ...decodeName(name) }
}

/** The middle part of a key: what an embed token names the key by (`kid`). */
export function decodeName(name: string): Omit<KeyName, 'kind'> {
  const hex = Buffer.from(name, 'base64url').toString('hex')
  return { workspaceId: unpackUuid(hex.slice(0, 32)), keyId: unpackUuid(hex.slice(32)) }
}

function encodeName({ workspaceId, keyId }: KeyName): string {
  return Buffer.from(packUuid(workspaceId + keyId), 'hex').toString('base64url')
}

/** SHA-256 in lower-case hex: what is stored of a key, and what an embed token is signed with. */
export function hashKey(text: string): string {
  return hash('sha256', text, 'hex')
}

export function isSameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
