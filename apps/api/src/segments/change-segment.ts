import { randomUUID } from 'node:crypto'
import { insertSegment, saveSegment } from '@profilkort/database/segments/segments.queries'
import type { Localized } from '@profilkort/domain/locales/locale'
import { failed, ok } from '@profilkort/domain/result'
import { checkSegment } from '@profilkort/domain/segments/segment'
import { slugify } from '@profilkort/domain/slug'
import { holdCatalogue } from '../attributes/read-catalogue.ts'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { parseSlug, slugTaken } from '../profiles/create-profile.ts'
import { lockForChange } from './lock-segment.ts'

export interface SegmentInput {
  readonly name: Localized
  /** Not yet parsed. */
  readonly rule: unknown
}

/** Makes a segment. @returns its id */
export async function createSegment(
  context: Context,
  input: SegmentInput & { readonly slug?: string | undefined },
): Promise<string> {
  return context.read(async (tx, workspaceId) => {
    const segment = unwrap(checkSegment(input, await holdCatalogue(tx, workspaceId)))
    const slug = unwrap(parseSlug(input.slug ?? slugify(Object.values(segment.name)[0] ?? '')))
    const saved = { at: context.now, by: insider(context.viewer).actor }
    const row = { ...segment, ...saved, kind: 'dynamic', slug, id: randomUUID() } as const
    const inserted = await insertSegment(tx, workspaceId, row)
    return unwrap(inserted ? ok(row.id) : failed(slugTaken(slug)))
  })
}

/** Changes a segment as the caller has seen it; what is not given stays. */
export async function changeSegment(
  context: Context,
  id: string,
  expectedRevision: number,
  input: Partial<SegmentInput>,
): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const catalogue = await holdCatalogue(tx, workspaceId)
    const before = await lockForChange(tx, workspaceId, id, expectedRevision)
    const name = { ...before.name, ...input.name }
    const segment = unwrap(checkSegment({ name, rule: input.rule ?? before.rule }, catalogue))
    const saved = { at: context.now, by: insider(context.viewer).actor }
    await saveSegment(tx, workspaceId, { ...segment, ...saved, id, revision: before.revision + 1 })
  })
}
