import { insertKey, type KeyRow, replaceKey } from '@profilkort/database/keys/keys.queries'
import { failed, ok, type Result } from '@profilkort/domain/result'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { type CreatedKey, makeKey } from './create-key.ts'
import { lockOwnKey } from './lock-key.ts'

const hour = 3_600_000
/** The longest that an old key and its successor may both work, in hours. */
export const longestOverlap = 30 * 24

/**
 * Gives a key a successor with the same settings and a new text. The old one, and tokens signed with it, work until
 * the overlap ends, so that no server has to change its key at the same moment.
 */
export async function rotateKey(context: Context, id: string, overlapHours: number): Promise<CreatedKey> {
  const { now, viewer } = context
  return context.read(async (tx, workspaceId) => {
    const old = await lockOwnKey(tx, workspaceId, context, id)
    const endsAt = unwrap(endOfOverlap(old, overlapHours, now))
    const { kind, name, origins, scopes, locales, writesEvents, eventSource } = old
    const same = { kind, name, origins, scopes, locales, writesEvents, eventSource }
    const settings = { ...same, expiresAt: sameLife(old, now) }
    const made = makeKey(workspaceId, { ...settings, createdAt: now, createdBy: insider(viewer).actor })
    await insertKey(tx, workspaceId, made.key)
    await replaceKey(tx, workspaceId, id, { replacedBy: made.key.id, expiresAt: endsAt })
    return made
  })
}

function endOfOverlap(old: KeyRow, overlapHours: number, now: Date): Result<Date> {
  if (old.replacedBy !== null) {
    return failed({
      path: ['id'],
      message: 'The key has a successor already. Rotate that one, or revoke this one to end the overlap.',
    })
  }
  if (overlapHours < 0 || overlapHours > longestOverlap) {
    return failed({
      path: ['overlapHours'],
      message: `The overlap is 0 to ${longestOverlap} hours, not ${overlapHours}. With 0 the old key ends at once.`,
    })
  }
  const endsAt = new Date(now.getTime() + overlapHours * hour)
  return ok(old.expiresAt !== null && old.expiresAt < endsAt ? old.expiresAt : endsAt)
}

/** A successor lives as long from now as the old one was made to. */
function sameLife({ createdAt, expiresAt }: KeyRow, now: Date): Date | null {
  return expiresAt && new Date(now.getTime() + expiresAt.getTime() - createdAt.getTime())
}
