import { listPicked } from '@profilkort/database/segments/picks.queries'
import { findSegments, type SegmentRow } from '@profilkort/database/segments/segments.queries'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import { nearest } from '@profilkort/domain/rules/checking/suggest'
import { type LoweredBy, lower } from '@profilkort/domain/rules/lower'
import type { Rule } from '@profilkort/domain/rules/rule'
import type { Spread } from '@profilkort/domain/segments/distribution'
import { type Comparand, largestSample } from '@profilkort/domain/segments/preview'
import type { Context } from '../graphql/context.ts'
import { InvalidInput } from '../graphql/problems.ts'
import { catalogueFor } from '../rules/catalogue-for.ts'
import { refuseSpecial } from '../rules/refuse-special.ts'
import { type DatedPreview, previewSegment } from './preview-segment.ts'

/** What is asked of a rule while it is written; ids are those of the database. */
export interface AskedPreview {
  readonly rule: Rule
  readonly kind: CustomerKind | undefined
  readonly sampleSize: number
  readonly distributionOf: readonly string[]
  readonly overlapWith: readonly string[]
}

/** What it comes to, beside what was asked for. */
export interface AnsweredPreview extends DatedPreview {
  readonly spreads: readonly Spread[]
  readonly segments: readonly SegmentRow[]
}

const mostFields = 20
const mostSegments = 20

export async function askPreview(context: Context, asked: AskedPreview): Promise<AnsweredPreview> {
  const { sampleSize, distributionOf, overlapWith } = asked
  if (sampleSize < 0 || sampleSize > largestSample)
    throw wrong(['sampleSize'], `A sample has at most ${largestSample} customers; not ${sampleSize}.`)
  if (distributionOf.length > mostFields)
    throw wrong(['distributionOf'], `At most ${mostFields} fields at once.`)
  if (overlapWith.length > mostSegments)
    throw wrong(['overlapWith'], `At most ${mostSegments} segments at once.`)
  const catalogue = await context.catalogue()
  const { currency } = await context.workspace()
  const spreads = distributionOf.map((key, index) =>
    spreadOf(catalogue, currency, key, ['distributionOf', index]),
  )
  const segments = await segmentsOf(context, overlapWith)
  const written = [asked.rule, ...segments.map(({ rule }) => rule)]
  const whole = await catalogueFor(context, written)
  await refuseSpecial(context, asked.rule, whole, ['rule'])
  const known = whole.records
  const question = {
    rule: lower(asked.rule, context.now.getTime(), known),
    kind: asked.kind,
    sampleSize,
    spreads,
    others: await Promise.all(segments.map((segment) => comparandOf(context, segment, known))),
  }
  const preview = await previewSegment(context, question, written)
  return { ...preview, spreads, segments }
}

function spreadOf(
  { attributes, metrics }: Catalogue,
  currency: string,
  key: string,
  path: readonly (string | number)[],
): Spread {
  const attribute = attributes.get(key)
  if (attribute === undefined) {
    if (metrics.has(key)) return { kind: 'ranges', of: 'metric', key, isTime: false }
    const near = nearest(key, [...attributes.keys(), ...metrics.keys()])
    const guess = near === undefined ? 'See `attributes` and `metrics`.' : `Did you mean "${near}"?`
    throw wrong(path, `There is no attribute or metric "${key}". ${guess}`)
  }
  if (attribute.sensitive)
    throw wrong(
      path,
      `"${key}" is of a special category: how people spread over it is not told. Leave it out.`,
    )
  switch (attribute.type) {
    case 'number':
    case 'time':
      return { kind: 'ranges', of: 'attribute', key, isTime: attribute.type === 'time' }
    case 'money':
      return { kind: 'ranges', of: 'attribute', key, currency, isTime: false }
    case 'text':
    case 'choice':
    case 'choices':
    case 'boolean':
      return { kind: 'values', key }
  }
}

async function segmentsOf(context: Context, ids: readonly string[]): Promise<readonly SegmentRow[]> {
  const rows = await context.read((tx, workspaceId) => findSegments(tx, workspaceId, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id, index) => {
    const found = byId.get(id)
    if (found === undefined) throw wrong(['overlapWith', index], 'There is no such segment here.')
    return found
  })
}

async function comparandOf(
  context: Context,
  segment: SegmentRow,
  known: LoweredBy | undefined,
): Promise<Comparand> {
  if (segment.kind === 'dynamic')
    return { kind: 'rule', rule: lower(segment.rule, context.now.getTime(), known) }
  const ids = await context.read((tx, workspaceId) => listPicked(tx, workspaceId, segment.id))
  return { kind: 'list', ids }
}

function wrong(path: readonly (string | number)[], message: string): InvalidInput {
  return new InvalidInput([{ path, message }])
}
