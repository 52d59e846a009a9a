import type { KeyRow } from '@profilkort/database/keys/keys.queries'
import { readGlobalId } from '../graphql/global-id.ts'
import type { Credentials } from './credential-cache.ts'
import { readTokenKeyName, verifyEmbedToken } from './embed-token.ts'
import { decodeName, hashKey, isSameHash, readKeyText } from './key-text.ts'
import type { Role, Scope } from './policy.ts'
import { Refused } from './refused.ts'
import { readSessionText } from './session-text.ts'
import type { Viewer } from './viewer.ts'

/** What a request brings to be recognised by. */
export interface Presented {
  /** The value of the `Authorization` header. */
  readonly authorization: string | undefined
  readonly origin: string | undefined
  readonly sessionCookie: string | undefined
}

const notKnown = 'This key is not known, or was revoked. Check that it was copied whole, or make a new one.'

/** Who a request comes from. Asked for each request, so that what is revoked is refused at once. */
export async function authenticate(
  credentials: Credentials,
  presented: Presented,
  now: Date,
): Promise<Viewer> {
  const { authorization, sessionCookie, origin } = presented
  if (authorization === undefined) {
    return sessionCookie === undefined ? { kind: 'anonymous' } : bySession(credentials, sessionCookie, now)
  }
  const [, credential] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  if (credential === undefined) {
    throw new Refused('UNAUTHENTICATED', 'The Authorization header must read `Bearer <key>`.')
  }
  return credential.startsWith('profilkort_')
    ? byKey(credentials, credential, origin, now)
    : byEmbedToken(credentials, credential, origin, now)
}

/** Who a publishable key in an address is: its pages are shown in frames of its own origins, where no origin is sent. */
export async function authenticatePage(
  credentials: Credentials,
  text: string,
  now: Date,
): Promise<{ readonly viewer: Viewer; readonly origins: readonly string[] }> {
  const name = readKeyText(text)
  const key = name?.kind === 'publishable' ? await credentials.key(name.workspaceId, name.keyId) : undefined
  if (key === undefined) throw new Refused('UNAUTHENTICATED', notKnown)
  return { viewer: await byKey(credentials, text, key.origins[0], now), origins: key.origins }
}

async function byKey(
  credentials: Credentials,
  text: string,
  origin: string | undefined,
  now: Date,
): Promise<Viewer> {
  const name = readKeyText(text)
  if (name === undefined) throw new Refused('UNAUTHENTICATED', notKnown)
  const { workspaceId, keyId } = name
  const key = await credentials.key(workspaceId, keyId)
  if (key === undefined || key.kind !== name.kind || !isSameHash(key.secretHash, hashKey(text))) {
    throw new Refused('UNAUTHENTICATED', notKnown)
  }
  refuseEnded(key, now)
  if (name.kind === 'publishable') refuseForeignOrigin(key.origins, origin)
  else if (origin !== undefined && !key.origins.includes(origin)) {
    throw new Refused(
      'FORBIDDEN',
      'A secret key was sent from a web page, where anybody can read it. Revoke it, and use a publishable key or an embed token there.',
    )
  }
  credentials.noteUse(workspaceId, keyId, now)
  const viewer = { workspaceId, keyId, actor: key.name }
  return name.kind === 'secret'
    ? { kind: 'secret', ...viewer, scopes: key.scopes as readonly Scope[], eventSource: key.eventSource }
    : {
        kind: 'publishable',
        ...viewer,
        locales: localesOf(key),
        expiresAt: key.expiresAt,
        eventSource: key.writesEvents ? key.eventSource : undefined,
      }
}

async function byEmbedToken(
  credentials: Credentials,
  token: string,
  origin: string | undefined,
  now: Date,
): Promise<Viewer> {
  const kid = readTokenKeyName(token)
  const name = kid?.length === 43 ? decodeName(kid) : undefined
  if (name === undefined) throw new Refused('UNAUTHENTICATED', notKnown)
  const { workspaceId, keyId } = name
  const key = await credentials.key(workspaceId, keyId)
  if (key?.kind !== 'secret') throw new Refused('UNAUTHENTICATED', notKnown)
  refuseEnded(key, now)
  const grant = await verifyEmbedToken(token, key.secretHash, now)
  refuseForeignOrigin([grant.origin], origin)
  refuseBeyondKey(key)
  credentials.noteUse(workspaceId, keyId, now)
  const customerIds = grant.customers
    .map(readGlobalId)
    .filter((id) => id?.typename === 'Customer')
    .map((id) => id?.id ?? '')
  const { expiresAt, extras } = grant
  return {
    kind: 'embed',
    workspaceId,
    keyId,
    actor: key.name,
    locales: localesOf(key),
    expiresAt,
    customerIds,
    extras,
    keyScopes: key.scopes as readonly Scope[],
  }
}

async function bySession(credentials: Credentials, text: string, now: Date): Promise<Viewer> {
  const name = readSessionText(text)
  if (name === undefined) return { kind: 'anonymous' }
  const { workspaceId, id } = name
  const session = await credentials.session(workspaceId, id)
  if (session === undefined || session.expiresAt <= now) return { kind: 'anonymous' }
  if (!isSameHash(session.secretHash, hashKey(text))) return { kind: 'anonymous' }
  const { memberId, memberName, role } = session
  return { kind: 'session', workspaceId, memberId, actor: memberName, role: role as Role }
}

function localesOf({ locales }: KeyRow): KeyRow['locales'] | undefined {
  return locales.length === 0 ? undefined : locales
}

/** A token shows what the key it was signed with may read, and no more. */
function refuseBeyondKey({ scopes }: KeyRow): void {
  if (scopes.includes('customers:read') && scopes.includes('scorecards:read')) return
  throw new Refused(
    'FORBIDDEN',
    'The key that this embed token was signed with may not read customers and scorecards. Sign with one that has the scopes "customers:read" and "scorecards:read".',
  )
}

function refuseEnded(key: { revokedAt: Date | null; expiresAt: Date | null }, now: Date): void {
  if (key.revokedAt !== null) throw new Refused('UNAUTHENTICATED', notKnown)
  if (key.expiresAt !== null && key.expiresAt <= now) {
    throw new Refused('UNAUTHENTICATED', 'This key has expired. Make a new one.')
  }
}

function refuseForeignOrigin(allowed: readonly string[], origin: string | undefined): void {
  if (origin !== undefined && allowed.includes(origin)) return
  throw new Refused(
    'FORBIDDEN',
    origin === undefined
      ? 'This key answers only web pages; the request names no origin. Use a secret key from a server.'
      : `This key does not answer ${origin}. Add the origin to the key, or use that page's own key.`,
  )
}
