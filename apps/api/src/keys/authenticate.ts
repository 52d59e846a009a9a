import { type Database, inWorkspace } from '@profilkort/database/connect'
import { findKey } from '@profilkort/database/keys/keys.queries'
import { findSignIn } from '@profilkort/database/keys/sign-ins.queries'
import { readGlobalId } from '../graphql/global-id.ts'
import { readTokenKeyName, verifyEmbedToken } from './embed-token.ts'
import { decodeName, hashKey, isSameHash, readKeyText } from './key-text.ts'
import { Refused } from './refused.ts'
import { readSessionText } from './session-text.ts'
import type { Viewer } from './viewer.ts'

/** What a request brings to be recognised by. */
export interface Credentials {
  /** The value of the `Authorization` header. */
  readonly authorization: string | undefined
  readonly origin: string | undefined
  readonly sessionCookie: string | undefined
}

const notKnown = 'This key is not known, or was revoked. Check that it was copied whole, or make a new one.'

/** Who a request comes from. Looked up on each request, so that what is revoked is refused at once. */
export async function authenticate(db: Database, credentials: Credentials, now: Date): Promise<Viewer> {
  const { authorization, sessionCookie, origin } = credentials
  if (authorization === undefined) {
    return sessionCookie === undefined ? { kind: 'anonymous' } : bySession(db, sessionCookie, now)
  }
  const [, credential] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  if (credential === undefined) {
    throw new Refused('UNAUTHENTICATED', 'The Authorization header must read `Bearer <key>`.')
  }
  return credential.startsWith('profilkort_')
    ? byKey(db, credential, origin, now)
    : byEmbedToken(db, credential, origin, now)
}

async function byKey(db: Database, text: string, origin: string | undefined, now: Date): Promise<Viewer> {
  const name = readKeyText(text)
  if (name === undefined) throw new Refused('UNAUTHENTICATED', notKnown)
  const key = await inWorkspace(db, name.workspaceId, (tx) => findKey(tx, name.workspaceId, name.keyId))
  if (key === undefined || key.kind !== name.kind || !isSameHash(key.secretHash, hashKey(text))) {
    throw new Refused('UNAUTHENTICATED', notKnown)
  }
  refuseEnded(key, now)
  const viewer = { workspaceId: name.workspaceId, actor: key.name }
  if (name.kind === 'publishable') {
    refuseForeignOrigin(key.origins, origin)
    return { kind: 'publishable', ...viewer }
  }
  if (origin !== undefined && !key.origins.includes(origin)) {
    throw new Refused(
      'FORBIDDEN',
      'A secret key was sent from a web page, where anybody can read it. Revoke it, and use a publishable key or an embed token there.',
    )
  }
  return { kind: 'secret', ...viewer }
}

async function byEmbedToken(
  db: Database,
  token: string,
  origin: string | undefined,
  now: Date,
): Promise<Viewer> {
  const kid = readTokenKeyName(token)
  const name = kid?.length === 43 ? decodeName(kid) : undefined
  if (name === undefined) throw new Refused('UNAUTHENTICATED', notKnown)
  const key = await inWorkspace(db, name.workspaceId, (tx) => findKey(tx, name.workspaceId, name.keyId))
  if (key?.kind !== 'secret') throw new Refused('UNAUTHENTICATED', notKnown)
  refuseEnded(key, now)
  const grant = await verifyEmbedToken(token, key.secretHash, now)
  refuseForeignOrigin([grant.origin], origin)
  const customerIds = grant.customers
    .map(readGlobalId)
    .filter((id) => id?.typename === 'Customer')
    .map((id) => id?.id ?? '')
  return { kind: 'embed', workspaceId: name.workspaceId, actor: key.name, customerIds }
}

async function bySession(db: Database, text: string, now: Date): Promise<Viewer> {
  const name = readSessionText(text)
  if (name === undefined) return { kind: 'anonymous' }
  const session = await inWorkspace(db, name.workspaceId, (tx) => findSignIn(tx, name.workspaceId, name.id))
  const isOpen = session?.kind === 'session' && session.usedAt === null && session.expiresAt > now
  if (!isOpen || !isSameHash(session.secretHash, hashKey(text))) return { kind: 'anonymous' }
  return { kind: 'session', workspaceId: name.workspaceId, actor: 'owner' }
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
