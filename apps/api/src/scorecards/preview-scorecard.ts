import { compareScorecards } from '@profilkort/analytics/scorecards/compare-scorecards'
import type { CustomerFilter } from '@profilkort/database/customers/customers.queries'
import { eachCustomer } from '@profilkort/database/customers/customers.queries'
import type { MetricScope } from '@profilkort/database/insight/metrics.queries'
import { findHolding } from '@profilkort/database/rules/records.queries'
import { loadAnswers } from '@profilkort/database/scorecards/answers.queries'
import { specialAmong } from '@profilkort/domain/consents/special-rules'
import { heldPartsOf } from '@profilkort/domain/rules/core'
import { type Answers, computeFit, type PreparedScorecard, rulesOf } from '@profilkort/domain/scorecards/fit'
import {
  crosses,
  gatherPreview,
  type Judged,
  type ScorecardPreview,
} from '@profilkort/domain/scorecards/preview'
import { useFor } from '../consents/uses.ts'
import { withCare } from '../customers/read-customers.ts'
import type { Context } from '../graphql/context.ts'
import { loadFacts } from '../rules/load-facts.ts'
import { withheldFrom } from './withheld-from.ts'

/** What is asked of a draft. */
export interface PreviewQuestion {
  readonly scorecardId: string
  readonly draft: PreparedScorecard
  /** The scorecard that scores now, if there is one. */
  readonly before: PreparedScorecard | undefined
  readonly filter: CustomerFilter
  /** Whether the filter asks for attributes of special categories. */
  readonly isSpecial: boolean
  /** How many to show of those who cross the threshold each way. */
  readonly sample: number
}

export interface AskedPreview extends ScorecardPreview {
  /** Ids of some who would qualify and do not now, and the other way round. */
  readonly samples: { readonly up: readonly string[]; readonly down: readonly string[] }
  /** Whether it is by attributes of special categories: small numbers could tell who somebody is. */
  readonly isSpecial: boolean
  /** The instant it is as of. */
  readonly asOf: Date
}

/** What a draft of a scorecard comes to over the customers of a filter that may be profiled. */
export async function previewScorecard(context: Context, question: PreviewQuestion): Promise<AskedPreview> {
  const isSpecial = question.isSpecial || (await judgesBySpecial(context, question))
  return withCare(
    context,
    async (scope) => {
      const found =
        (isSpecial ? undefined : await fromColumns(context, scope, question)) ??
        (await fromDatabase(context, scope, question))
      return { ...found, isSpecial }
    },
    { isSpecial },
  )
}

async function judgesBySpecial(context: Context, { draft, before }: PreviewQuestion): Promise<boolean> {
  const mentioned = [draft, before].flatMap((each) => [...(each?.mentions.values() ?? [])].flat())
  return specialAmong(mentioned, await context.catalogue()).length > 0
}

type Found = Omit<AskedPreview, 'isSpecial'>

async function fromColumns(
  context: Context,
  scope: MetricScope,
  { scorecardId, draft, before, filter, sample }: PreviewQuestion,
): Promise<Found | undefined> {
  const { bases, read } = context
  if (bases === undefined) return undefined
  const profiling = await useFor(context, 'profiling')
  const rules = [...rulesOf(draft), ...(before ? rulesOf(before) : []), ...(filter.rule ? [filter.rule] : [])]
  const parts = rules.flatMap(heldPartsOf)
  // Columns then have all that was committed before they are asked, so nothing is older than the question.
  const [answers, holding] = await read(async (tx, workspaceId) => [
    await loadAnswers(tx, workspaceId, scorecardId),
    parts.length === 0 ? undefined : await findHolding(tx, scope, parts),
  ])
  return bases.ask(scope, (columns, { at }) => {
    const gathering = gatherPreview(draft, before)
    const comparison = { draft, before, answers }
    const selection = { ...filter, profiling, holding: holding?.customers }
    const samples = compareScorecards(columns, selection, comparison, sample, gathering.add)
    return { ...gathering.preview(), samples, asOf: holding?.at ?? at }
  })
}

/** By reading every customer: the same answer as from columns, only later. */
async function fromDatabase(
  context: Context,
  scope: MetricScope,
  { scorecardId, draft, before, filter, sample }: PreviewQuestion,
): Promise<Found> {
  const gathering = gatherPreview(draft, before)
  const samples = { up: [] as string[], down: [] as string[] }
  const use = await useFor(context, 'profiling')
  await context.read(async (tx, workspaceId) => {
    const answers = await loadAnswers(tx, workspaceId, scorecardId)
    const rules = [...rulesOf(draft), ...(before ? rulesOf(before) : [])]
    for await (const customers of eachCustomer(tx, scope, { ...filter, use })) {
      const facts = await loadFacts(tx, scope, customers, rules)
      const withheld = await withheldFrom(context, draft, customers)
      const withheldBefore = before && (await withheldFrom(context, before, customers))
      for (const { id } of customers) {
        const known = facts.get(id)
        if (known === undefined) continue
        const own: Answers = answers.get(id) ?? {}
        const fit = computeFit(draft, known, own, withheld.get(id))
        const holding = new Set(fit.disqualifiedBy.map(({ key }) => key))
        const judged: Judged = {
          count: 1,
          draft: fit,
          before: before && computeFit(before, known, own, withheldBefore?.get(id)),
          outcome: (place) => fit.criteria[place] ?? { points: undefined, known: 0 },
          isDisqualifiedBy: (place) => holding.has(draft.scorecard.disqualifiers[place]?.key ?? ''),
        }
        gathering.add(judged)
        const way = crosses(judged)
        if (way !== undefined && samples[way].length < sample) samples[way].push(id)
      }
    }
  })
  return { ...gathering.preview(), samples, asOf: context.now }
}
