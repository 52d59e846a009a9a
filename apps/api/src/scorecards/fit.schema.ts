import type { CustomerRow } from '@profilkort/database/customers/customers.queries'
import { findScorecardBySlug } from '@profilkort/database/scorecards/scorecards.queries'
import { type LocaleChain, resolveText } from '@profilkort/domain/locales/locale'
import { explainGroup, questionOf } from '@profilkort/domain/scorecards/explain'
import type { Fit, GroupFit } from '@profilkort/domain/scorecards/fit'
import { mayUse } from '../consents/uses.ts'
import { Customer, CustomerKindEnum } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { CriterionFitType } from './criterion-fit.schema.ts'
import { type FitView, fitLoader, listFits } from './load-fits.ts'
import { ScorecardType, type ScorecardView } from './scorecard.schema.ts'
import { BandType, CriterionGroupType } from './scorecard-parts.schema.ts'

export const FitStatusEnum = enumOf('FitStatus', 'Whether a fit can be relied on.', {
  scored: 'Enough is known.',
  disqualified: 'A disqualifier holds; its reason is named.',
  insufficientData: "Less is known than the scorecard's coverage floor asks.",
} satisfies Record<Fit['status'], string>)

export const ThresholdAnswerEnum = enumOf('ThresholdAnswer', 'Whether the threshold is reached.', {
  yes: 'Reached, whatever the unknown turns out to be.',
  no: 'Out of reach, whatever the unknown turns out to be.',
  undecided: 'The unknown decides it.',
} satisfies Record<Fit['meetsThreshold'], string>)

export const RangeType = builder.objectRef<{ low: number; high: number }>('FitRange').implement({
  description: 'Where it can end: all unknowns at 0, all at 2.',
  fields: (t) => ({
    low: t.exposeFloat('low', { description: 'With every unknown at 0.' }),
    high: t.exposeFloat('high', { description: 'With every unknown at 2.' }),
  }),
})

const GroupFitType = builder.objectRef<GroupFit & { readonly chain: LocaleChain }>('GroupFit').implement({
  description: "What a group's criteria gave together.",
  fields: (t) => ({
    group: t.field({
      type: CriterionGroupType,
      description: 'The group.',
      resolve: ({ group, chain }) => ({ ...group, chain }),
    }),
    points: t.exposeFloat('points', { description: 'What it gives: at most its cap.' }),
    uncapped: t.exposeFloat('uncapped', { description: 'What its criteria would give without the cap.' }),
    maximum: t.exposeFloat('maximum', { description: 'What it can give.' }),
    explanation: t.string({
      nullable: true,
      description: 'Why it gives less than its criteria; null where it gives all.',
      resolve: (view) => explainGroup(view, view.chain),
    }),
  }),
})

const NextQuestionType = builder
  .objectRef<{ criterion: string; question: string }>('NextQuestion')
  .implement({
    description: 'What to ask next.',
    fields: (t) => ({
      criterion: t.exposeString('criterion', { description: "The unknown criterion's key." }),
      question: t.exposeString('question', { description: 'The question for people.' }),
    }),
  })

export const FitType = builder.objectRef<FitView>('Fit').implement({
  description:
    'A scorecard applied to a customer. points = Σ weight · points over what is known; maximum = Σ 2 · weight; a group gives at most its cap.',
  fields: (t) => ({
    customer: t.field({ type: Customer, description: 'The customer.', resolve: ({ customer }) => customer }),
    scorecard: t.field({
      type: ScorecardType,
      description: 'The scorecard and revision that scored.',
      resolve: ({ scorecard }) => scorecard,
    }),
    status: t.field({
      type: FitStatusEnum,
      description: 'Whether it can be relied on.',
      resolve: ({ fit }) => fit.status,
    }),
    points: t.float({ description: 'Points over what is known.', resolve: ({ fit }) => fit.points }),
    maximum: t.float({ description: 'Points that can be reached.', resolve: ({ fit }) => fit.maximum }),
    percent: t.float({ description: '100 · points / maximum.', resolve: ({ fit }) => fit.percent }),
    range: t.field({
      type: RangeType,
      description: 'Where the points can end.',
      resolve: ({ fit }) => fit.range,
    }),
    coverage: t.float({
      description: 'The share of the weights that is known, 0 to 1.',
      resolve: ({ fit }) => fit.coverage,
    }),
    threshold: t.float({
      description: 'The points to reach.',
      resolve: ({ scorecard }) => scorecard.content.threshold,
    }),
    meetsThreshold: t.field({
      type: ThresholdAnswerEnum,
      description: 'Whether they are reached.',
      resolve: ({ fit }) => fit.meetsThreshold,
    }),
    band: t.field({
      type: BandType,
      nullable: true,
      description: 'The band of its percentage; null unless it is scored.',
      resolve: ({ fit, scorecard }) => fit.band && { ...fit.band, chain: scorecard.chain },
    }),
    disqualifiedBy: t.stringList({
      description: 'The reasons it is disqualified for.',
      resolve: ({ fit, scorecard }) =>
        fit.disqualifiedBy.map(({ reason, key }) => resolveText(reason, scorecard.chain)?.text ?? key),
    }),
    criteria: t.field({
      type: [CriterionFitType],
      description: 'What each criterion yielded, in the order of the scorecard.',
      resolve: (view) =>
        view.fit.criteria.map((criterion) => ({ ...criterion, fit: view, chain: view.scorecard.chain })),
    }),
    groups: t.field({
      type: [GroupFitType],
      description: 'What each group gave, by key.',
      resolve: ({ fit, scorecard: { chain } }) => fit.groups.map((group) => ({ ...group, chain })),
    }),
    nextQuestion: t.field({
      type: NextQuestionType,
      nullable: true,
      description: 'While the threshold is undecided: what to ask to decide it soonest.',
      resolve: async ({ fit: { nextQuestion }, scorecard }, _args, context) =>
        nextQuestion && {
          criterion: nextQuestion.key,
          question: questionOf(nextQuestion, await context.catalogue(), scorecard.chain),
        },
    }),
  }),
})

builder.objectField(Customer, 'fit', (t) =>
  t.field({
    type: FitType,
    nullable: true,
    description:
      'How well it fits, by a published scorecard; null when there is no such scorecard in use, and for a person who may not be profiled. Needs `scorecard:read`, or an embed token.',
    authScopes: { $any: { widget: true, may: 'scorecard:read' } },
    args: {
      scorecard: t.arg.string({ required: true, description: "The scorecard's slug." }),
      locale: t.arg({ type: LocaleEnum, description: 'The language of the texts.' }),
    },
    resolve: async (customer: CustomerRow, { scorecard, locale }, context: Context) => {
      const row = await context.read((tx, workspaceId) => findScorecardBySlug(tx, workspaceId, scorecard))
      if (
        row?.published === undefined ||
        row.archivedAt !== null ||
        !(await mayUse(context, 'profiling', customer))
      )
        return null
      const chain = await localeChain(context, locale)
      return fitLoader(context, {
        row,
        revision: row.published.revision,
        content: row.published.content,
        chain,
      }).load(customer)
    },
  }),
)

builder.objectField(ScorecardType, 'fits', (t) =>
  t.connection(
    {
      type: FitType,
      description:
        'The fit of every company, or person that may be profiled, most points first; equal ones by id. The order is that of the fits that are kept, which follow changes within seconds; each fit is worked out anew. After a publication all of them are by the revision before (`scoring.revision`) until every customer is scored by the new one. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      args: {
        kind: t.arg({
          type: CustomerKindEnum,
          required: true,
          defaultValue: 'company',
          description: 'Companies or persons.',
        }),
        band: t.arg.string({ description: 'Only those of a band, by its key.' }),
        status: t.arg({ type: FitStatusEnum, description: 'Only those with this status.' }),
        meetsThreshold: t.arg({
          type: ThresholdAnswerEnum,
          description: 'Only those that reach the threshold, do not, or may.',
        }),
        pointsFrom: t.arg.float({ description: 'Only those with so many points or more.' }),
        pointsTo: t.arg.float({ description: 'Only those with so many points or fewer.' }),
      },
      resolve: (
        scorecard: ScorecardView,
        { kind, band, status, meetsThreshold, pointsFrom, pointsTo, ...args },
        context,
      ) =>
        listFits(context, scorecard, {
          ...args,
          filter: {
            kind,
            band: band ?? undefined,
            status: status ?? undefined,
            threshold: meetsThreshold ?? undefined,
            pointsFrom: pointsFrom ?? undefined,
            pointsTo: pointsTo ?? undefined,
          },
        }),
    },
    {
      description: 'A page of fits.',
      fields: (t) => ({
        totalCount: t.int({
          description: 'How many there are.',
          resolve: (page: { total?: () => Promise<number> }) => page.total?.() ?? 0,
        }),
      }),
    },
  ),
)
