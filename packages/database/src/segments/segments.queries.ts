import type { Segment } from '@profilkort/domain/segments/segment'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** A segment as it is kept. */
export interface SegmentRow extends Segment {
  readonly id: string
  readonly slug: string
  readonly revision: number
  readonly archivedAt: Date | null
}

function segments(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('segment')
    .where('workspace_id', '=', workspaceId)
    .select(['id', 'slug', 'name', 'rule', 'revision', 'archived_at as archivedAt'])
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
  return rows as unknown as readonly SegmentRow[]
}

export async function findSegmentBySlug(
  tx: Tx,
  workspaceId: string,
  slug: string,
): Promise<SegmentRow | undefined> {
  const row = await segments(tx, workspaceId).where('slug', '=', slug).executeTakeFirst()
  return row as unknown as SegmentRow | undefined
}

/** All segments by slug, or those in the archive. */
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
  return rows as unknown as readonly SegmentRow[]
}

/** Takes the row that a change of the segment is decided on. */
export async function lockSegment(tx: Tx, workspaceId: string, id: string): Promise<SegmentRow | undefined> {
  const row = await segments(tx, workspaceId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row as unknown as SegmentRow | undefined
}

export type NewSegment = Pick<SegmentRow, 'id' | 'slug' | 'name' | 'rule'> & { readonly by: string }

/** @returns false, with nothing written, where the slug is taken */
export async function insertSegment(tx: Tx, workspaceId: string, segment: NewSegment): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('segment')
    .values({
      workspace_id: workspaceId,
      id: segment.id,
      slug: segment.slug,
      name: JSON.stringify(segment.name),
      rule: JSON.stringify(segment.rule),
      revision: 1,
      created_by: segment.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves a segment as its next revision. */
export async function saveSegment(
  tx: Tx,
  workspaceId: string,
  { id, name, rule, revision, archivedAt }: Omit<SegmentRow, 'slug'>,
): Promise<void> {
  await tx
    .updateTable('segment')
    .set({ name: JSON.stringify(name), rule: JSON.stringify(rule), revision, archived_at: archivedAt })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

export async function deleteSegment(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom('segment').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}

/** The profiles whose newest or published revision points at a segment. */
export async function findSegmentUsers(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<readonly { readonly kind: 'Profile'; readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ kind: 'Profile'; id: string; name: string }>`-- findSegmentUsers
    select 'Profile' as kind, profile.id, profile.slug as name from profile
    where profile.workspace_id = ${workspaceId} and exists (
      select from profile_revision as revision
      where revision.workspace_id = profile.workspace_id and revision.profile_id = profile.id
        and revision.content #>> '{links,segment}' = ${id}
        and (revision.revision = profile.revision or exists (
          select from profile_publication as published
          where published.workspace_id = revision.workspace_id and published.profile_id = revision.profile_id
            and published.revision = revision.revision)))
    order by name`.execute(tx)
  return rows
}
