import type { Localized } from '@profilkort/domain/locales/locale'
import type { Rule } from '@profilkort/domain/rules/rule'
import type { Segment, SegmentKind } from '@profilkort/domain/segments/segment'
import type { Tx } from '../connect.ts'

/** A segment as it is kept. */
export interface SegmentRow extends Segment {
  readonly id: string
  readonly kind: SegmentKind
  readonly slug: string
  readonly revision: number
  readonly archivedAt: Date | null
}

function segments(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('segment')
    .where('workspace_id', '=', workspaceId)
    .select(['id', 'slug', 'kind', 'name', 'rule', 'revision', 'archived_at as archivedAt'])
}

export async function findSegments(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly SegmentRow[]> {
  if (ids.length === 0) return []
  const rows = await segments(tx, workspaceId)
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(toSegment)
}

/**
 * Segments that a profile may point at from now on, kept from being deleted until the transaction ends. Archived ones
 * are not found.
 */
export async function holdSegments(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly SegmentRow[]> {
  if (ids.length === 0) return []
  const rows = await segments(tx, workspaceId)
    .where('id', 'in', [...ids])
    .where('archived_at', 'is', null)
    .forKeyShare()
    .execute()
  return rows.map(toSegment)
}

export async function findSegmentBySlug(
  tx: Tx,
  workspaceId: string,
  slug: string,
): Promise<SegmentRow | undefined> {
  const row = await segments(tx, workspaceId).where('slug', '=', slug).executeTakeFirst()
  return row && toSegment(row)
}

/** The segments by slug, or those in the archive; a workspace has tens of them. */
export async function listSegments(
  tx: Tx,
  workspaceId: string,
  archived: boolean,
): Promise<readonly SegmentRow[]> {
  const rows = await segments(tx, workspaceId)
    .where('archived_at', archived ? 'is not' : 'is', null)
    .orderBy('slug')
    .limit(1000)
    .execute()
  return rows.map(toSegment)
}

/** Takes the row that a change of the segment is decided on. */
export async function lockSegment(tx: Tx, workspaceId: string, id: string): Promise<SegmentRow | undefined> {
  const row = await segments(tx, workspaceId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toSegment(row)
}

export type NewSegment = Pick<SegmentRow, 'id' | 'slug' | 'kind' | 'name' | 'rule'> & Saved

/** When a state of a segment was saved, and by whom. */
export interface Saved {
  readonly at: Date
  readonly by: string
}

/** @returns false, with nothing written, where the slug is taken */
export async function insertSegment(tx: Tx, workspaceId: string, segment: NewSegment): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('segment')
    .values({
      workspace_id: workspaceId,
      id: segment.id,
      slug: segment.slug,
      kind: segment.kind,
      name: JSON.stringify(segment.name),
      rule: JSON.stringify(segment.rule),
      revision: 1,
      created_by: segment.by,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'slug']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await insertRevision(tx, workspaceId, { ...segment, revision: 1 })
  return true
}

type NewRevision = Pick<SegmentRow, 'id' | 'name' | 'rule' | 'revision'> & Saved

async function insertRevision(
  tx: Tx,
  workspaceId: string,
  { id, name, rule, revision, at, by }: NewRevision,
): Promise<void> {
  await tx
    .insertInto('segment_revision')
    .values({
      workspace_id: workspaceId,
      segment_id: id,
      revision,
      name: JSON.stringify(name),
      rule: JSON.stringify(rule),
      saved_at: at,
      saved_by: by,
    })
    .execute()
}

/** Writes a segment as its next revision. */
export async function saveSegment(tx: Tx, workspaceId: string, segment: NewRevision): Promise<void> {
  const { id, name, rule, revision } = segment
  await tx
    .updateTable('segment')
    .set({ name: JSON.stringify(name), rule: JSON.stringify(rule), revision })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  await insertRevision(tx, workspaceId, segment)
}

/** A segment, kept from being deleted until the transaction ends; those who change it do not wait. */
export async function shareSegment(tx: Tx, workspaceId: string, id: string): Promise<SegmentRow | undefined> {
  const row = await segments(tx, workspaceId).where('id', '=', id).forKeyShare().executeTakeFirst()
  return row && toSegment(row)
}

/** Puts a segment away, or takes it back where `at` is null. */
export async function archiveSegment(
  tx: Tx,
  workspaceId: string,
  id: string,
  at: Date | null,
): Promise<void> {
  await tx
    .updateTable('segment')
    .set({ archived_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Deletes a segment with all that was kept of it. */
export async function deleteSegment(tx: Tx, workspaceId: string, id: string): Promise<void> {
  for (const table of [
    'segment_member',
    'segment_event',
    'segment_size',
    'segment_keeping',
    'segment_pick',
  ] as const) {
    await tx.deleteFrom(table).where('workspace_id', '=', workspaceId).where('segment_id', '=', id).execute()
  }
  await tx.deleteFrom('segment').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}

type Row = Awaited<ReturnType<ReturnType<typeof segments>['executeTakeFirstOrThrow']>>

function toSegment({ kind, name, rule, ...row }: Row): SegmentRow {
  return { ...row, kind: kind as SegmentKind, name: name as Localized, rule: rule as unknown as Rule }
}
