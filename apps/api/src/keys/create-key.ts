import { randomUUID } from 'node:crypto'
import { inWorkspace } from '@profilkort/database/connect'
import { insertKey, type KeyRow } from '@profilkort/database/keys/keys.queries'
import { failed, ok, type Problem, type Result } from '@profilkort/domain/result'
import type { Context } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { hashKey, type KeyKind, makeKeyText } from './key-text.ts'

export interface KeyInput {
  readonly kind: KeyKind
  readonly name: string
  readonly origins: readonly string[]
  readonly expiresAt: Date | null
}

/** A key that was just made, with its text, which is said this once. */
export interface CreatedKey {
  readonly key: KeyRow
  readonly text: string
}

export async function createKey(
  { db, now }: Pick<Context, 'db' | 'now'>,
  workspaceId: string,
  input: KeyInput,
): Promise<CreatedKey> {
  const { kind, name, origins, expiresAt } = unwrap(checkKey(input, now))
  const id = randomUUID()
  const text = makeKeyText({ kind, workspaceId, keyId: id })
  const row = { id, kind, name, origins, expiresAt, secretHash: hashKey(text) }
  await inWorkspace(db, workspaceId, (tx) => insertKey(tx, workspaceId, row))
  return { key: { ...row, createdAt: now, revokedAt: null }, text }
}

function checkKey(input: KeyInput, now: Date): Result<KeyInput> {
  const name = input.name.trim()
  if (name === '' || name.length > 100) {
    return failed({
      path: ['name'],
      message: 'Give the key a name of 1 to 100 characters, so that it can be told apart.',
    })
  }
  if (input.kind === 'publishable' && input.origins.length === 0) {
    return failed({
      path: ['origins'],
      message:
        'A publishable key answers named origins only. Name at least one, such as https://intranet.example.',
    })
  }
  const wrong = input.origins.findIndex((origin) => !isOrigin(origin))
  if (wrong >= 0) return failed(notAnOrigin(input.origins[wrong] ?? '', wrong))
  if (input.expiresAt !== null && input.expiresAt <= now) {
    return failed({
      path: ['expiresAt'],
      message: 'The key would have expired already. Choose a later time.',
    })
  }
  return ok({ ...input, name })
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

function notAnOrigin(text: string, index: number): Problem {
  const suggestion =
    URL.canParse(text) && new URL(text).origin !== 'null' ? new URL(text).origin : 'https://intranet.example'
  return { path: ['origins', index], message: `"${text}" is not an origin. Write it like ${suggestion}.` }
}
