import { randomUUID } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import { findRuleUsers } from '@profilkort/database/rules/users.queries'
import { insertSegment, saveSegment } from '@profilkort/database/segments/segments.queries'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import type { Localized } from '@profilkort/domain/locales/locale'
import { failed, ok } from '@profilkort/domain/result'
import { attributesWithin, segmentsWithin } from '@profilkort/domain/rules/fields'
import type { Rule } from '@profilkort/domain/rules/rule'
import { checkSegment } from '@profilkort/domain/segments/segment'
import type { Segments } from '@profilkort/domain/segments/segments'
import { slugify } from '@profilkort/domain/slug'
import { lockCatalogue } from '../attributes/read-catalogue.ts'
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
    const segment = unwrap(checkSegment(input, await lockCatalogue(tx, workspaceId)))
    const slug = unwrap(parseSlug(input.slug ?? slugify(Object.values(segment.name)[0] ?? '')))
    const row = { ...segment, slug, id: randomUUID(), by: insider(context.viewer).actor }
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
    const catalogue = await lockCatalogue(tx, workspaceId)
    const before = await lockForChange(tx, workspaceId, id, expectedRevision)
    const name = { ...before.name, ...input.name }
    const segment = unwrap(checkSegment({ name, rule: input.rule ?? before.rule }, catalogue, before.slug))
    await refuseSpecialScores(tx, workspaceId, before.slug, segment.rule, catalogue)
    await saveSegment(tx, workspaceId, { ...segment, id, revision: before.revision + 1 })
  })
}

/** Special categories are left out of scoring (R1.3), also where a scorecard speaks of them by a segment. */
async function refuseSpecialScores(
  tx: Tx,
  workspaceId: string,
  slug: string,
  rule: Rule,
  { attributes, records }: Catalogue,
): Promise<void> {
  const segments: Segments = records?.segments ?? new Map()
  const special = attributesWithin(rule, segments).find((key) => attributes.get(key)?.sensitive)
  if (special === undefined) return
  const around = [...segments].filter(([, each]) => segmentsWithin(each.rule, segments).includes(slug))
  for (const each of [slug, ...around.map(([name]) => name)]) {
    const users = await findRuleUsers(tx, workspaceId, 'segment', each)
    const scorecard = users.find(({ kind }) => kind === 'Scorecard')
    if (scorecard === undefined) continue
    const message = `"${special}" is of a special category, which is left out of scoring, and the scorecard "${scorecard.name}" scores by this segment. Take the segment out of it first.`
    unwrap(failed({ path: ['rule'], message }))
  }
}
