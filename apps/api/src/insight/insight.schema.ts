import { type DealsSummary, summariseDeals } from '@profilkort/database/insight/deals-summary.queries'
import { loadBuyers, type MetricScope } from '@profilkort/database/insight/metrics.queries'
import {
  defaultMix,
  type Measure,
  type MeasureScore,
  type Mix,
  measures,
  type RankedCustomer,
  rankCustomers,
} from '@profilkort/domain/insight/best-customers'
import { metrics } from '@profilkort/domain/insight/metrics'
import { type Pareto, pareto } from '@profilkort/domain/insight/pareto'
import { Customer } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { type Context, metricScope } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { InvalidInput } from '../graphql/problems.ts'
import { CustomerMetricsType } from './customer-metrics.schema.ts'

type Buyer = Awaited<ReturnType<typeof loadBuyers>>[number]

const labelOf = (measure: Measure) => metrics.find(({ key }) => key === measure)?.label.en ?? measure
const formulaOf = (measure: Measure) => metrics.find(({ key }) => key === measure)?.formula.en ?? ''

const MeasureEnum = enumOf(
  'Measure',
  'What customers are ranked by.',
  Object.fromEntries(
    measures.map((measure) => [measure, `${labelOf(measure)}: ${formulaOf(measure)}.`]),
  ) as Record<Measure, string>,
)

const MixInput = builder.inputType('MixInput', {
  description: 'How much each measure counts, 0 or more; those left out count nothing.',
  fields: (t) =>
    Object.fromEntries(
      measures.map((measure) => [measure, t.float({ description: formulaOf(measure) })]),
    ) as Record<Measure, ReturnType<typeof t.float>>,
})

const MeasureScoreType = builder.objectRef<MeasureScore>('MeasureScore').implement({
  description: "A measure's part in a customer's score.",
  fields: (t) => ({
    measure: t.field({ type: MeasureEnum, description: 'The measure.', resolve: ({ measure }) => measure }),
    value: t.exposeFloat('value', { description: "The customer's figure." }),
    weight: t.exposeFloat('weight', { description: 'How much it counts in the mix.' }),
    percentRank: t.exposeFloat('percentRank', {
      description: 'The share of the other customers it is ahead of, ties counted half; 0 to 1.',
    }),
  }),
})

const RankedCustomerType = builder.objectRef<RankedCustomer<Buyer>>('RankedCustomer').implement({
  description: 'A customer with its place among the best, and why.',
  fields: (t) => ({
    rank: t.exposeInt('rank', { description: 'From 1; equal scores share a rank.' }),
    score: t.exposeFloat('score', {
      description: 'Σ weight · percentRank / Σ weight over the measures known of it; 0 to 1.',
    }),
    parts: t.field({
      type: [MeasureScoreType],
      description: 'What the score is made of.',
      resolve: ({ parts }) => [...parts],
    }),
    metrics: t.field({
      type: CustomerMetricsType,
      description: 'Its figures.',
      resolve: ({ customer }) => customer.metrics,
    }),
    customer: t.field({
      type: Customer,
      description: 'The customer. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      resolve: ({ customer }) => customer.id,
    }),
  }),
})

const ParetoPointType = builder.objectRef<Pareto['curve'][number]>('ParetoPoint').implement({
  description: 'A point of the curve: the largest customers up to here and what they hold.',
  fields: (t) => ({
    customers: t.exposeFloat('customers', { description: 'Share of the customers, 0 to 1.' }),
    total: t.exposeFloat('total', { description: 'Share of the total they hold, 0 to 1.' }),
  }),
})

const ParetoType = builder.objectRef<Pareto>('Pareto').implement({
  description: 'Which share of the customers makes which share of the won value.',
  fields: (t) => ({
    customers: t.exposeInt('customers', { description: 'Companies with a won deal.' }),
    total: t.exposeFloat('total', { description: 'Their won value taken together.' }),
    topCustomers: t.exposeInt('topCustomers', { description: 'The top: the first ceil(share · customers).' }),
    topShare: t.exposeFloat('topShare', { description: 'What the top holds of the total, 0 to 1.' }),
    customersFor80Percent: t.exposeInt('customersFor80Percent', {
      description: 'How many, largest first, hold 80% of the total.',
    }),
    gini: t.exposeFloat('gini', { description: '0 when all hold the same, towards 1 when one holds all.' }),
    curve: t.field({
      type: [ParetoPointType],
      description: 'At most 101 points from (0, 0) to (1, 1).',
      resolve: ({ curve }) => [...curve],
    }),
  }),
})

const DealsSummaryType = builder.objectRef<DealsSummary>('DealsSummary').implement({
  description: 'All deals taken together; open ones count in neither rate nor value.',
  fields: (t) => ({
    won: t.exposeInt('won', { description: 'Number of won deals.' }),
    lost: t.exposeInt('lost', { description: 'Number of lost deals.' }),
    open: t.exposeInt('open', { description: 'Number of open deals.' }),
    withoutCustomer: t.exposeInt('withoutCustomer', {
      description: 'Deals nobody knows the customer of; they count above.',
    }),
    winRate: t.exposeFloat('winRate', { nullable: true, description: 'won / (won + lost), 0 to 1.' }),
    wonValue: t.exposeFloat('wonValue', { description: 'Sum of the value of won deals in the currency.' }),
    averageWonDeal: t.exposeFloat('averageWonDeal', {
      nullable: true,
      description: 'Mean value of a won deal.',
    }),
    medianWonDeal: t.exposeFloat('medianWonDeal', {
      nullable: true,
      description: 'Median value of a won deal.',
    }),
    averageDaysToWin: t.exposeFloat('averageDaysToWin', {
      nullable: true,
      description: 'Mean days from opened to won.',
    }),
    averageDaysToLose: t.exposeFloat('averageDaysToLose', {
      nullable: true,
      description: 'Mean days from opened to lost.',
    }),
    otherCurrencies: t.stringList({
      description: 'Currencies of won deals whose value is left out; ask again with `currency`.',
      resolve: ({ otherCurrencies }) => [...otherCurrencies],
    }),
  }),
})

const DealScopeInput = builder.inputType('DealScopeInput', {
  description: 'Which deals count.',
  fields: (t) => ({
    source: t.string({ description: 'Only deals this source told of: the `--source` of their import.' }),
    currency: t.string({
      description: "What values are summed in, ISO 4217; the workspace's when not given.",
    }),
    asOf: t.field({ type: 'Date', description: 'As if it were this day; today when not given.' }),
  }),
})

interface ScopeInput {
  readonly source?: string | null | undefined
  readonly currency?: string | null | undefined
  readonly asOf?: string | null | undefined
}

async function scopeOf(context: Context, scope: ScopeInput | null | undefined): Promise<MetricScope> {
  const usual = await metricScope(context)
  return {
    ...usual,
    currency: scope?.currency ?? usual.currency,
    asOf: scope?.asOf ?? usual.asOf,
    source: scope?.source ?? undefined,
  }
}

const scopeHelp = 'Which deals count; all when not given.'

builder.queryField('bestCustomers', (t) =>
  t.field({
    type: [RankedCustomerType],
    description:
      'Companies with a closed deal or an order, best first by a stated mix of measures. Needs `insight:read`.',
    authScopes: { may: 'insight:read' },
    args: {
      first: t.arg.int({ required: true, defaultValue: 10, description: 'How many, 1 to 100.' }),
      mix: t.arg({
        type: MixInput,
        description: 'How much each measure counts; won value 3, win rate 1 and tenure 1 when not given.',
      }),
      scope: t.arg({ type: DealScopeInput, description: scopeHelp }),
    },
    resolve: async (_root, { first, mix, scope }, context) => {
      const weights = parseMix(mix)
      const buyers = await context.read(async (tx) => loadBuyers(tx, await scopeOf(context, scope)))
      return rankCustomers(buyers, weights).slice(0, Math.max(1, Math.min(100, first)))
    },
  }),
)

builder.queryField('paretoShare', (t) =>
  t.field({
    type: ParetoType,
    nullable: true,
    description:
      'What the top share of the buying companies holds of the won value; null when nothing was won. Needs `insight:read`.',
    authScopes: { may: 'insight:read' },
    args: {
      share: t.arg.float({
        required: true,
        defaultValue: 0.2,
        description: 'The share of the customers that is the top, 0 to 1.',
      }),
      scope: t.arg({ type: DealScopeInput, description: scopeHelp }),
    },
    resolve: async (_root, { share, scope }, context) => {
      const buyers = await context.read(async (tx) => loadBuyers(tx, await scopeOf(context, scope)))
      const values = buyers
        .filter(({ metrics: { wonDeals } }) => wonDeals > 0)
        .map(({ metrics: { wonValue } }) => wonValue)
      return pareto(values, Math.max(0, Math.min(1, share)))
    },
  }),
)

builder.queryField('dealsSummary', (t) =>
  t.field({
    type: DealsSummaryType,
    description: 'All deals taken together. Needs `insight:read`.',
    authScopes: { may: 'insight:read' },
    args: { scope: t.arg({ type: DealScopeInput, description: scopeHelp }) },
    resolve: (_root, { scope }, context) =>
      context.read(async (tx) => summariseDeals(tx, await scopeOf(context, scope))),
  }),
)

function parseMix(input: { readonly [M in Measure]?: number | null | undefined } | null | undefined): Mix {
  if (!input) return defaultMix
  const mix = Object.fromEntries(
    Object.entries(input).filter(([, weight]) => typeof weight === 'number'),
  ) as Mix
  const weights = Object.values(mix)
  if (
    weights.every((weight) => Number.isFinite(weight) && weight >= 0) &&
    weights.some((weight) => weight > 0)
  )
    return mix
  throw new InvalidInput([
    { path: ['mix'], message: 'Weights are 0 or more, and at least one is more than 0.' },
  ])
}
