import { randomUUID } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import { listMembers } from '@profilkort/database/members/members.queries'
import {
  decideReview,
  findReview,
  insertComment,
  insertReview,
  lockReview,
  type ReviewRow,
} from '@profilkort/database/reviews/reviews.queries'
import { failed, ok, type Result } from '@profilkort/domain/result'
import { type Context, insider } from '../graphql/context.ts'
import { Forbidden, NotFound, unwrap } from '../graphql/problems.ts'
import { rolesOf } from '../keys/policy.ts'
import { lockForChange } from '../profiles/lock-for-change.ts'
import { profilePolicy } from '../profiles/profile.policy.ts'

const longestComment = 5000

/** Asks for a review of the newest revision. @returns the review's id */
export async function requestReview(
  context: Context,
  seen: { readonly id: string; readonly expectedRevision: number },
  comment: string | undefined,
): Promise<string> {
  const text = unwrap(checkComment(comment, false))
  return context.read(async (tx, workspaceId) => {
    const profile = await lockForChange(tx, workspaceId, context.viewer, 'profile:translate', seen)
    const review = {
      id: randomUUID(),
      profileId: profile.id,
      revision: profile.revision,
      requestedBy: insider(context.viewer).actor,
      requestedAt: context.now,
    }
    const inserted = await insertReview(tx, workspaceId, review)
    const message = 'Another review of this profile is open. Withdraw it, or wait for it.'
    unwrap(inserted ? ok(true) : failed({ path: ['id'], message }))
    await say(tx, workspaceId, context, review.id, text)
    return review.id
  })
}

/** Approves or rejects a revision; whoever asked decides on it only where nobody else may. */
export async function decide(
  context: Context,
  id: string,
  state: 'approved' | 'rejected',
  comment: string | undefined,
): Promise<void> {
  const text = unwrap(checkComment(comment, state === 'rejected'))
  await context.read(async (tx, workspaceId) => {
    const review = await lockOpen(tx, workspaceId, id)
    await refuseOwn(tx, workspaceId, context, review)
    const by = insider(context.viewer).actor
    await say(tx, workspaceId, context, id, text)
    await decideReview(tx, workspaceId, id, { state, by, at: context.now })
  })
}

/** Takes a request back. */
export async function withdraw(context: Context, id: string): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    await lockOpen(tx, workspaceId, id)
    const by = insider(context.viewer).actor
    await decideReview(tx, workspaceId, id, { state: 'withdrawn', by, at: context.now })
  })
}

/** Says something of a revision under review, or of one that was decided on. */
export async function comment(context: Context, id: string, words: string): Promise<void> {
  const text = unwrap(checkComment(words, true))
  await context.read(async (tx, workspaceId) => {
    if ((await findReview(tx, workspaceId, id)) === undefined) throw new NotFound('review', id)
    await say(tx, workspaceId, context, id, text)
  })
}

async function lockOpen(tx: Tx, workspaceId: string, id: string): Promise<ReviewRow> {
  const review = await lockReview(tx, workspaceId, id)
  if (review === undefined) throw new NotFound('review', id)
  if (review.state === 'requested') return review
  const message = `This review is ${review.state} already. Request a new one.`
  return unwrap(failed({ path: ['review'], message }))
}

async function refuseOwn(tx: Tx, workspaceId: string, { viewer }: Context, review: ReviewRow): Promise<void> {
  if (review.requestedBy !== insider(viewer).actor) return
  const roles = rolesOf(profilePolicy['profile:review'])
  const reviewers = (await listMembers(tx, workspaceId)).filter(({ role }) => roles.includes(role))
  if (reviewers.length <= 1) return
  throw new Forbidden('You asked for this review, so somebody else decides on it.', ['review'])
}

async function say(
  tx: Tx,
  workspaceId: string,
  { viewer, now }: Context,
  reviewId: string,
  text: string,
): Promise<void> {
  if (text !== '')
    await insertComment(tx, workspaceId, reviewId, { text, by: insider(viewer).actor, at: now })
}

function checkComment(words: string | undefined, needed: boolean): Result<string> {
  const text = words?.trim() ?? ''
  if (text.length > longestComment) {
    const message = `This has ${text.length} characters; shorten it to ${longestComment}.`
    return failed({ path: ['comment'], message })
  }
  if (text !== '' || !needed) return ok(text)
  return failed({ path: ['comment'], message: 'Say why, so that it can be mended.' })
}
