import type { Scorecard } from '@profilkort/domain/scorecards/scorecard'
import type { Tx } from '../connect.ts'

/** A scorecard with its newest revision and, once published, the one that scores. */
export interface ScorecardRow {
  readonly id: string
  readonly slug: string
  readonly profileId: string | null
  readonly revision: number
  readonly content: Scorecard
  readonly savedAt: Date
  readonly savedBy: string
  /** Null while it is in use. */
  readonly archivedAt: Date | null
  readonly published:
    | { readonly revision: number; readonly at: Date; readonly content: Scorecard }
    | undefined
}

function scorecards(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('scorecard')
    .innerJoin('scorecard_revision as newest', (join) =>
      join
        .onRef('newest.workspace_id', '=', 'scorecard.workspace_id')
        .onRef('newest.scorecard_id', '=', 'scorecard.id')
        .onRef('newest.revision', '=', 'scorecard.revision'),
    )
    .leftJoin('scorecard_revision as published', (join) =>
      join
        .onRef('published.workspace_id', '=', 'scorecard.workspace_id')
        .onRef('published.scorecard_id', '=', 'scorecard.id')
        .onRef('published.revision', '=', 'scorecard.published_revision'),
    )
    .where('scorecard.workspace_id', '=', workspaceId)
    .select([
      'scorecard.id',
      'scorecard.slug',
      'scorecard.profile_id as profileId',
      'scorecard.revision',
      'newest.content',
      'newest.created_at as savedAt',
      'newest.created_by as savedBy',
      'scorecard.archived_at as archivedAt',
      'scorecard.published_revision as publishedRevision',
      'scorecard.published_at as publishedAt',
      'published.content as publishedContent',
    ])
}

export async function findScorecardBySlug(
  tx: Tx,
  workspaceId: string,
  slug: string,
): Promise<ScorecardRow | undefined> {
  const row = await scorecards(tx, workspaceId).where('scorecard.slug', '=', slug).executeTakeFirst()
  return row && toScorecard(row)
}

export async function findScorecards(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly ScorecardRow[]> {
  const rows = await scorecards(tx, workspaceId)
    .where('scorecard.id', 'in', [...ids])
    .execute()
  return rows.map(toScorecard)
}

/** The scorecards by slug, or those in the archive; a workspace has tens of them. */
export async function listScorecards(
  tx: Tx,
  workspaceId: string,
  archived: boolean,
): Promise<readonly ScorecardRow[]> {
  const rows = await scorecards(tx, workspaceId)
    .where('scorecard.archived_at', archived ? 'is not' : 'is', null)
    .orderBy('scorecard.slug')
    .limit(1000)
    .execute()
  return rows.map(toScorecard)
}

/** Takes the one row that a change of the scorecard is decided on, so that changes to it come one after the other. */
export async function lockScorecard(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<ScorecardRow | undefined> {
  await tx
    .selectFrom('scorecard')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return (await findScorecards(tx, workspaceId, [id]))[0]
}

export interface NewScorecard {
  readonly id: string
  readonly slug: string
  readonly profileId: string | null
  readonly content: Scorecard
  readonly by: string
  readonly at: Date
}

/** @returns false, with nothing written, where the slug is taken */
export async function insertScorecard(tx: Tx, workspaceId: string, card: NewScorecard): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scorecard')
    .values({
      workspace_id: workspaceId,
      id: card.id,
      slug: card.slug,
      profile_id: card.profileId,
      revision: 1,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'slug']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  const { id, content, by, at } = card
  await insertRevision(tx, workspaceId, { id, revision: 1, content, by, at })
  return true
}

/** A state of a scorecard to be kept. */
export interface NewRevision {
  /** The scorecard. */
  readonly id: string
  readonly revision: number
  readonly content: Scorecard
  readonly by: string
  readonly at: Date
  /** The revision whose content was taken back. */
  readonly restoredFrom?: number
}

/** Writes a new revision and makes it the newest. */
export async function saveScorecardRevision(tx: Tx, workspaceId: string, saved: NewRevision): Promise<void> {
  await insertRevision(tx, workspaceId, saved)
  await tx
    .updateTable('scorecard')
    .set({ revision: saved.revision })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', saved.id)
    .execute()
}

async function insertRevision(tx: Tx, workspaceId: string, saved: NewRevision): Promise<void> {
  await tx
    .insertInto('scorecard_revision')
    .values({
      workspace_id: workspaceId,
      scorecard_id: saved.id,
      revision: saved.revision,
      content: JSON.stringify(saved.content),
      created_by: saved.by,
      created_at: saved.at,
      restored_from: saved.restoredFrom ?? null,
    })
    .execute()
}

/** Puts a scorecard away, or takes it back where `at` is null. */
export async function archiveScorecard(
  tx: Tx,
  workspaceId: string,
  id: string,
  at: Date | null,
): Promise<void> {
  await tx
    .updateTable('scorecard')
    .set({ archived_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

type Row = Awaited<ReturnType<ReturnType<typeof scorecards>['executeTakeFirstOrThrow']>>

function toScorecard(row: Row): ScorecardRow {
  const { publishedRevision, publishedAt, publishedContent, content, ...rest } = row
  const published =
    publishedRevision === null || publishedAt === null
      ? undefined
      : { revision: publishedRevision, at: publishedAt, content: publishedContent as unknown as Scorecard }
  return { ...rest, content: content as unknown as Scorecard, published }
}
