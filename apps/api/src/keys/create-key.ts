import { randomUUID } from 'node:crypto'
import { inWorkspace } from '@profilkort/database/connect'
import { insertKey, type KeyRow, type NewKey } from '@profilkort/database/keys/keys.queries'
import type { Locale } from '@profilkort/domain/locales/locale'
import type { Context } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { checkKey, checkScopes } from './check-key.ts'
import { hashKey, type KeyKind, makeKeyText } from './key-text.ts'
import type { Scope } from './policy.ts'
import type { Viewer } from './viewer.ts'

export interface KeyInput {
  readonly kind: KeyKind
  readonly name: string
  readonly origins: readonly string[]
  readonly expiresAt: Date | null
  /** Of a secret key; all that its maker has when not given. */
  readonly scopes?: readonly Scope[] | undefined
  /** The languages it answers in pages; all of the workspace when not given. */
  readonly locales?: readonly Locale[] | undefined
  /** Whether pages may send events with it; false when not given. */
  readonly writesEvents?: boolean | undefined
  /** What the source of its events is called; `web` when not given. */
  readonly eventSource?: string | undefined
}

/** A key that was just made, with its text, which is said this once. */
export interface CreatedKey {
  readonly key: KeyRow
  readonly text: string
}

/** Who makes it; nobody where the server makes a workspace's first. */
type Maker = Pick<Context, 'db' | 'now'> & { readonly viewer?: Viewer }

export async function createKey(
  { db, now, viewer }: Maker,
  workspaceId: string,
  { scopes: asked, locales = [], writesEvents = false, eventSource = 'web', ...input }: KeyInput,
): Promise<CreatedKey> {
  const settings = unwrap(checkKey({ ...input, locales, writesEvents, eventSource }, now))
  const scopes = unwrap(checkScopes(input.kind, asked, viewer))
  const createdBy = viewer === undefined || viewer.kind === 'anonymous' ? '' : viewer.actor
  const made = makeKey(workspaceId, { ...settings, scopes, createdAt: now, createdBy })
  await inWorkspace(db, workspaceId, (tx) => insertKey(tx, workspaceId, made.key))
  return made
}

/** A key with its text, not kept yet. */
export function makeKey(workspaceId: string, settings: Omit<NewKey, 'id' | 'secretHash'>): CreatedKey {
  const id = randomUUID()
  const text = makeKeyText({ kind: settings.kind, workspaceId, keyId: id })
  const untouched = { revokedAt: null, lastUsedAt: null, replacedBy: null }
  return { key: { ...settings, ...untouched, id, secretHash: hashKey(text) }, text }
}
