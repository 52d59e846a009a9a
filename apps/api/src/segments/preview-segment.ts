import { previewInColumns } from '@profilkort/analytics/segments/preview'
import { inSnapshot } from '@profilkort/database/connect'
import type { Use } from '@profilkort/database/consents/may-be-used'
import type { MetricScope } from '@profilkort/database/insight/metrics.queries'
import { findHolding } from '@profilkort/database/rules/records.queries'
import { previewInDatabase } from '@profilkort/database/segments/preview.queries'
import { heldPartsOf } from '@profilkort/domain/rules/core'
import type { Rule } from '@profilkort/domain/rules/rule'
import type { Preview, PreviewQuestion } from '@profilkort/domain/segments/preview'
import { useFor } from '../consents/uses.ts'
import { withCare } from '../customers/read-customers.ts'
import { fewestShown, isSpecial } from '../customers/special-categories.ts'
import type { Context } from '../graphql/context.ts'
import { catalogueFor } from '../rules/catalogue-for.ts'

export interface DatedPreview extends Preview {
  /** Everything that was committed before this instant is in it. */
  readonly asOf: Date
  /** Whether so few are found by attributes of special categories that nothing of them is told. */
  readonly isTooFew: boolean
}

/**
 * What a rule comes to among customers that may be profiled, from columns or from the database where there are none.
 * @param rules the rule and those it is compared with, as they are written
 */
export async function previewSegment(
  context: Context,
  question: PreviewQuestion,
  rules: readonly Rule[],
): Promise<DatedPreview> {
  const catalogue = await catalogueFor(context, rules)
  const special = rules.some((rule) => isSpecial(rule, catalogue))
  const use = await useFor(context, 'profiling')
  const ask = async (scope: MetricScope) =>
    (await fromColumns(context, scope, question, use)) ?? (await fromDatabase(context, scope, question, use))
  const preview = await withCare(context, ask, { isSpecial: special })
  const overlaps = preview.overlaps.flatMap(({ both, onlyHere, onlyThere }) => [both, onlyHere, onlyThere])
  const isTooFew = special && [preview.count, ...overlaps].some((count) => count > 0 && count < fewestShown)
  return { ...preview, isTooFew }
}

async function fromColumns(context: Context, scope: MetricScope, question: PreviewQuestion, use: Use) {
  if (context.bases === undefined) return undefined
  const rules = [
    question.rule,
    ...question.others.flatMap((each) => (each.kind === 'rule' ? [each.rule] : [])),
  ]
  const parts = rules.flatMap(heldPartsOf)
  // Columns then have all that was committed before they are asked, so neither is older than the question.
  const holding = parts.length === 0 ? undefined : await context.read((tx) => findHolding(tx, scope, parts))
  return context.bases.ask(scope, (columns, { at }) => ({
    ...previewInColumns(columns, question, { profiling: use, holding: holding?.customers }),
    asOf: holding?.at ?? at,
  }))
}

async function fromDatabase(context: Context, scope: MetricScope, question: PreviewQuestion, use: Use) {
  const preview = await inSnapshot(context.db, scope.workspaceId, (tx) =>
    previewInDatabase(tx, scope, question, use),
  )
  return { ...preview, asOf: context.now }
}
