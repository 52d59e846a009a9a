import { randomUUID } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import { findRuleUsers } from '@profilkort/database/rules/users.queries'
import { insertSegment, saveSegment } from '@profilkort/database/segments/segments.queries'
import { checkSpecialRule } from '@profilkort/domain/consents/special-rules'
import type { Localized } from '@profilkort/domain/locales/locale'
import { isSame } from '@profilkort/domain/profiles/same'
import { failed, ok, okUnless, type Problem } from '@profilkort/domain/result'
import { scorecardsWithin, segmentsWithin } from '@profilkort/domain/rules/fields'
import type { Rule } from '@profilkort/domain/rules/rule'
import { checkSegment, noRule, type SegmentKind } from '@profilkort/domain/segments/segment'
import type { Segments } from '@profilkort/domain/segments/segments'
import { slugify } from '@profilkort/domain/slug'
import { lockCatalogue } from '../attributes/read-catalogue.ts'
import { type Context, insider } from '../graphql/context.ts'
import { InvalidInput, unwrap } from '../graphql/problems.ts'
import { parseSlug, slugTaken } from '../profiles/create-profile.ts'
import { lockForChange } from './lock-segment.ts'

export interface SegmentInput {
  readonly name: Localized
  /** Not yet parsed. */
  readonly rule: unknown
}

/** A new segment: of a rule, or of customers that are put on it one by one where there is none. */
export interface NewSegmentInput extends SegmentInput {
  readonly kind: SegmentKind
  readonly slug?: string | undefined
}

/** Makes a segment. @returns its id */
export async function createSegment(context: Context, input: NewSegmentInput): Promise<string> {
  return context.read(async (tx, workspaceId) => {
    const rule = input.kind === 'static' ? noRule : input.rule
    const catalogue = await lockCatalogue(tx, workspaceId)
    const segment = unwrap(checkSegment({ ...input, rule }, catalogue))
    unwrap(okUnless(checkSpecialRule(segment.rule, catalogue, ['rule']), segment))
    const slug = unwrap(parseSlug(input.slug ?? slugify(Object.values(segment.name)[0] ?? '')))
    const saved = { at: context.now, by: insider(context.viewer).actor }
    const row = { ...segment, ...saved, kind: input.kind, slug, id: randomUUID() }
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
    if (before.kind === 'static' && input.rule !== undefined) throw new InvalidInput([hasNoRule])
    const name = { ...before.name, ...input.name }
    const segment = unwrap(checkSegment({ name, rule: input.rule ?? before.rule }, catalogue, before.slug))
    // One that was saved while special categories were in use keeps its rule, and may still be called otherwise.
    if (!isSame(before.rule, segment.rule))
      unwrap(okUnless(checkSpecialRule(segment.rule, catalogue, ['rule']), segment))
    await refuseScoredFits(
      tx,
      workspaceId,
      before.slug,
      segment.rule,
      catalogue.records?.segments ?? new Map(),
    )
    const saved = { at: context.now, by: insider(context.viewer).actor }
    await saveSegment(tx, workspaceId, { ...segment, ...saved, id, revision: before.revision + 1 })
  })
}

const hasNoRule: Problem = {
  path: ['rule'],
  message:
    'This segment is a list: it has no rule. Change who is on it with `segmentAddCustomers` and `segmentRemoveCustomers`.',
}

/** Nobody is scored by fits, by way of a segment neither: a scorecard would score by itself. */
async function refuseScoredFits(
  tx: Tx,
  workspaceId: string,
  slug: string,
  rule: Rule,
  segments: Segments,
): Promise<void> {
  const [fit] = scorecardsWithin(rule, segments)
  if (fit === undefined) return
  const around = [...segments].filter(([, each]) => segmentsWithin(each.rule, segments).includes(slug))
  for (const each of [slug, ...around.map(([name]) => name)]) {
    const users = await findRuleUsers(tx, workspaceId, 'segment', each)
    const scorecard = users.find(({ kind }) => kind === 'Scorecard')
    if (scorecard === undefined) continue
    const message = `The fit by "${fit}" is none that a scorecard scores by, and the scorecard "${scorecard.name}" scores by this segment. Take the segment out of it first.`
    unwrap(failed({ path: ['rule'], message }))
  }
}
