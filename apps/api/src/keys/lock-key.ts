import type { Tx } from '@profilkort/database/connect'
import { type KeyRow, lockKey } from '@profilkort/database/keys/keys.queries'
import { Forbidden, InvalidInput, NotFound } from '../graphql/problems.ts'
import { heldScopes } from './check-key.ts'
import { authorise } from './key.policy.ts'
import type { Viewer } from './viewer.ts'

/** A key that is about to be changed: it works still, and it can do nothing that the viewer cannot. */
export async function lockOwnKey(
  tx: Tx,
  workspaceId: string,
  { viewer, now }: { readonly viewer: Viewer; readonly now: Date },
  id: string,
): Promise<KeyRow> {
  const key = await lockKey(tx, workspaceId, id)
  if (key === undefined) throw new NotFound('key', id)
  authorise(viewer, 'key:manage')
  const held: readonly string[] = heldScopes(viewer)
  const beyond = key.scopes.find((scope) => !held.includes(scope))
  if (beyond !== undefined) {
    throw new Forbidden(
      `The key has the scope "${beyond}", which you do not have. Let somebody change it who has.`,
    )
  }
  if (key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) {
    throw new InvalidInput([
      { path: ['id'], message: 'The key was revoked or has expired, which is for good. Make a new one.' },
    ])
  }
  return key
}
