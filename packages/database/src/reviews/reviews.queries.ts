import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '../connect.ts'
import { instant } from '../instant.ts'

export const reviewStates = ['requested', 'approved', 'rejected', 'withdrawn'] as const
export type ReviewState = (typeof reviewStates)[number]

/** What somebody said of a revision under review; `at` is an ISO instant. */
export interface ReviewComment {
  readonly text: string
  readonly by: string
  readonly at: string
}

/** A review of one revision; a newer revision does not inherit it. */
export interface ReviewRow {
  readonly id: string
  readonly profileId: string
  readonly revision: number
  readonly state: ReviewState
  readonly requestedBy: string
  readonly requestedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly comments: readonly ReviewComment[]
}

function reviews(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('profile_review as review')
    .where('review.workspace_id', '=', workspaceId)
    .select((eb) => [
      'review.id',
      'review.profile_id as profileId',
      'review.revision',
      'review.state',
      'review.requested_by as requestedBy',
      'review.requested_at as requestedAt',
      'review.decided_by as decidedBy',
      'review.decided_at as decidedAt',
      jsonArrayFrom(
        eb
          .selectFrom('review_comment as said')
          .whereRef('said.workspace_id', '=', 'review.workspace_id')
          .whereRef('said.review_id', '=', 'review.id')
          .select(['said.text', 'said.written_by as by', instant('said.written_at').as('at')])
          .orderBy('said.written_at'),
      ).as('comments'),
    ])
}

export async function findReview(tx: Tx, workspaceId: string, id: string): Promise<ReviewRow | undefined> {
  const row = await reviews(tx, workspaceId).where('review.id', '=', id).executeTakeFirst()
  return row as ReviewRow | undefined
}

/** Takes the row that a decision is made on. */
export async function lockReview(tx: Tx, workspaceId: string, id: string): Promise<ReviewRow | undefined> {
  await tx
    .selectFrom('profile_review')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findReview(tx, workspaceId, id)
}

/** The reviews of a profile, newest first. */
export async function listReviews(
  tx: Tx,
  workspaceId: string,
  profileId: string,
): Promise<readonly ReviewRow[]> {
  const rows = await reviews(tx, workspaceId)
    .where('review.profile_id', '=', profileId)
    .orderBy('review.requested_at', 'desc')
    .limit(100)
    .execute()
  return rows as readonly ReviewRow[]
}

/** The reviews that wait for somebody, oldest first. */
export async function listOpenReviews(tx: Tx, workspaceId: string): Promise<readonly ReviewRow[]> {
  const rows = await reviews(tx, workspaceId)
    .where('review.state', '=', 'requested')
    .orderBy('review.requested_at')
    .limit(1000)
    .execute()
  return rows as readonly ReviewRow[]
}

/** Who approved a revision, and when; undefined where nobody did. */
export async function findApproval(
  tx: Tx,
  workspaceId: string,
  profileId: string,
  revision: number,
): Promise<{ readonly by: string; readonly at: Date } | undefined> {
  const row = await tx
    .selectFrom('profile_review')
    .select(['decided_by as by', 'decided_at as at'])
    .where('workspace_id', '=', workspaceId)
    .where('profile_id', '=', profileId)
    .where('revision', '=', revision)
    .where('state', '=', 'approved')
    .executeTakeFirst()
  return row as { by: string; at: Date } | undefined
}

export type NewReview = Pick<ReviewRow, 'id' | 'profileId' | 'revision' | 'requestedBy' | 'requestedAt'>

/** @returns false, with nothing written, where another review of the profile is open */
export async function insertReview(tx: Tx, workspaceId: string, review: NewReview): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('profile_review')
    .values({
      workspace_id: workspaceId,
      id: review.id,
      profile_id: review.profileId,
      revision: review.revision,
      state: 'requested',
      requested_by: review.requestedBy,
      requested_at: review.requestedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function insertComment(
  tx: Tx,
  workspaceId: string,
  reviewId: string,
  { text, by, at }: { readonly text: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('review_comment')
    .values({ workspace_id: workspaceId, review_id: reviewId, text, written_by: by, written_at: at })
    .execute()
}

/** Ends a review. */
export async function decideReview(
  tx: Tx,
  workspaceId: string,
  id: string,
  decision: { readonly state: Exclude<ReviewState, 'requested'>; readonly by: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('profile_review')
    .set({ state: decision.state, decided_by: decision.by, decided_at: decision.at })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}
