import { randomUUID } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import {
  deleteSegment,
  findSegmentUsers,
  insertSegment,
  lockSegment,
  type SegmentRow,
  saveSegment,
} from '@profilkort/database/segments/segments.queries'
import type { Localized } from '@profilkort/domain/locales/locale'
import { failed, ok } from '@profilkort/domain/result'
import { checkSegment } from '@profilkort/domain/segments/segment'
import { slugify } from '@profilkort/domain/slug'
import { type Context, insider } from '../graphql/context.ts'
import { InUse, NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'
import { parseSlug, slugTaken } from '../profiles/create-profile.ts'

export interface SegmentInput {
  readonly name: Localized
  /** Not yet parsed. */
  readonly rule: unknown
}

/** @returns its id */
export async function createSegment(
  context: Context,
  input: SegmentInput & { readonly slug?: string | undefined },
): Promise<string> {
  const segment = unwrap(checkSegment(input, await context.catalogue()))
  const slug = unwrap(parseSlug(input.slug ?? slugify(Object.values(segment.name)[0] ?? '')))
  const row = { ...segment, slug, id: randomUUID(), by: insider(context.viewer).actor }
  const inserted = await context.read((tx, workspaceId) => insertSegment(tx, workspaceId, row))
  return unwrap(inserted ? ok(row.id) : failed(slugTaken(slug)))
}

/** Changes a segment as the caller has seen it; what is not given stays. */
export async function changeSegment(
  context: Context,
  id: string,
  expectedRevision: number,
  input: Partial<SegmentInput> & { readonly isArchived?: boolean },
): Promise<void> {
  const catalogue = await context.catalogue()
  await context.read(async (tx, workspaceId) => {
    const before = await lockSeen(tx, workspaceId, id, expectedRevision)
    const name = { ...before.name, ...input.name }
    const segment = unwrap(checkSegment({ name, rule: input.rule ?? before.rule }, catalogue))
    const archivedAt =
      input.isArchived === undefined ? before.archivedAt : input.isArchived ? context.now : null
    await saveSegment(tx, workspaceId, { ...segment, id, revision: before.revision + 1, archivedAt })
  })
}

/** Deletes a segment that no profile points at. */
export async function removeSegment(context: Context, id: string, expectedRevision: number): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    await lockSeen(tx, workspaceId, id, expectedRevision)
    const users = await findSegmentUsers(tx, workspaceId, id)
    if (users.length > 0) throw new InUse('segment', users)
    await deleteSegment(tx, workspaceId, id)
  })
}

async function lockSeen(
  tx: Tx,
  workspaceId: string,
  id: string,
  expectedRevision: number,
): Promise<SegmentRow> {
  const segment = await lockSegment(tx, workspaceId, id)
  if (segment === undefined) throw new NotFound('segment', id)
  if (segment.revision !== expectedRevision) throw new RevisionConflict(expectedRevision, segment.revision)
  return segment
}
