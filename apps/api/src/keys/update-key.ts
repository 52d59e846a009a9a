import { type KeyChange, type KeyRow, updateKey } from '@profilkort/database/keys/keys.queries'
import type { Context } from '../graphql/context.ts'
import { InvalidInput, unwrap } from '../graphql/problems.ts'
import { checkKey } from './check-key.ts'
import { lockOwnKey } from './lock-key.ts'

/** Changes what a key answers; what is not given stays. */
export async function changeKey(context: Context, id: string, change: KeyChange): Promise<KeyRow> {
  const { now } = context
  return context.read(async (tx, workspaceId) => {
    const old = await lockOwnKey(tx, workspaceId, context, id)
    if (change.expiresAt !== undefined && old.replacedBy !== null) {
      throw new InvalidInput([
        {
          path: ['expiresAt'],
          message: 'The key ends when the overlap with its successor does. Revoke it to end it sooner.',
        },
      ])
    }
    const key = unwrap(checkKey({ ...old, ...change }, now))
    await updateKey(tx, workspaceId, id, key)
    return key
  })
}
