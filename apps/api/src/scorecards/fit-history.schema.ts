import {
  type CountedFits,
  countFitsBy,
  type FitCount,
  listFitChanges,
} from '@profilkort/database/scorecards/fits.queries'
import { findScorecardBySlug } from '@profilkort/database/scorecards/scorecards.queries'
import type { LocaleChain } from '@profilkort/domain/locales/locale'
import { describeFitChange } from '@profilkort/domain/scorecards/describe-fit-change'
import type { FitCause, FitChange, FitSummary } from '@profilkort/domain/scorecards/fit-change'
import { mayUse, useFor } from '../consents/uses.ts'
import { Customer, CustomerKindEnum } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { isRowNumber, readPage, toConnection } from '../graphql/pages.ts'
import { FitStatusEnum, ThresholdAnswerEnum } from './fit.schema.ts'
import { ScorecardType } from './scorecard.schema.ts'

const FitCauseEnum = enumOf('FitCause', "Why a customer's fit is another than before.", {
  published: 'Another revision of the scorecard was published.',
  customerChanged: 'Something of the customer changed: a value, a deal, an order, a consent.',
  answered: 'A seller answered, or took an answer back.',
  timePassed: 'Neither did: days have passed, or what it did or somebody around it changed.',
  customerGone: 'The customer was joined with another, or may not be judged any more.',
} satisfies Record<FitCause, string>)

const FitSummaryType = builder.objectRef<FitSummary>('FitSummary').implement({
  description: 'What a fit was.',
  fields: (t) => ({
    status: t.field({ type: FitStatusEnum, description: 'Its status.', resolve: ({ status }) => status }),
    points: t.exposeFloat('points', { description: 'Its points.' }),
    percent: t.exposeFloat('percent', { description: '100 · points / maximum.' }),
    meetsThreshold: t.field({
      type: ThresholdAnswerEnum,
      description: 'Whether the threshold was reached.',
      resolve: ({ threshold }) => threshold,
    }),
    band: t.exposeString('band', {
      nullable: true,
      description: "Its band's key; null unless it was scored.",
    }),
  }),
})

const FitChangeType = builder.objectRef<FitChange & { readonly chain: LocaleChain }>('FitChange').implement({
  description: "That a customer's fit became another.",
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When it was noticed.' }),
    cause: t.field({ type: FitCauseEnum, description: 'Why.', resolve: ({ cause }) => cause }),
    revision: t.exposeInt('revision', { description: "The scorecard's revision that scored then." }),
    by: t.exposeString('by', { nullable: true, description: 'Who answered; null where nobody did.' }),
    before: t.field({
      type: FitSummaryType,
      nullable: true,
      description: 'What it was; null of a customer that had none.',
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: FitSummaryType,
      nullable: true,
      description: 'What it became; null where there is none any more.',
      resolve: ({ after }) => after,
    }),
    sentence: t.string({
      description: 'The change in words.',
      resolve: ({ chain, ...change }) => describeFitChange(change, chain[0]),
    }),
  }),
})

builder.objectField(Customer, 'fitHistory', (t) =>
  t.connection(
    {
      type: FitChangeType,
      nullable: true,
      description:
        'What became of its fit by a scorecard, newest first, as it was noticed; `fit` is what it is now. Null where there is no such scorecard, and for a person who may not be profiled. Needs `scorecard:read`.',
      authScopes: { may: 'scorecard:read' },
      args: {
        scorecard: t.arg.string({ required: true, description: "The scorecard's slug." }),
        locale: t.arg({ type: LocaleEnum, description: 'The language of the texts.' }),
      },
      resolve: async (customer, { scorecard, locale, ...args }, context) => {
        const page = readPage(args, ([id]) => (isRowNumber(id) ? id : undefined))
        const row = await context.read((tx, workspaceId) => findScorecardBySlug(tx, workspaceId, scorecard))
        if (row === undefined || !(await mayUse(context, 'profiling', customer))) return null
        const chain = await localeChain(context, locale)
        const changes = await context.read((tx, workspaceId) =>
          listFitChanges(tx, workspaceId, row.id, customer.id, page),
        )
        return toConnection(
          changes.map((change) => ({ ...change, chain })),
          page,
          ({ id }) => [id],
        )
      },
    },
    { description: 'A page of changes of a fit.' },
  ),
)

const FitCountType = builder.objectRef<FitCount>('FitCount').implement({
  description: 'How many fits are alike.',
  fields: (t) => ({
    status: t.field({ type: FitStatusEnum, description: 'Their status.', resolve: ({ status }) => status }),
    meetsThreshold: t.field({
      type: ThresholdAnswerEnum,
      description: 'Whether they reach the threshold.',
      resolve: ({ threshold }) => threshold,
    }),
    band: t.exposeString('band', { nullable: true, description: "Their band's key; null unless scored." }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

const ScoringType = builder.objectRef<CountedFits>('ScorecardScoring').implement({
  description: 'The fits of all customers as they are kept.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'The revision that all of them are by.' }),
    at: t.field({
      type: 'DateTime',
      description: 'When they were last brought up to date.',
      resolve: ({ scoredAt }) => scoredAt,
    }),
    counts: t.field({
      type: [FitCountType],
      description: 'How many there are of each kind.',
      resolve: ({ counts }) => [...counts],
    }),
  }),
})

builder.objectField(ScorecardType, 'scoring', (t) =>
  t.field({
    type: ScoringType,
    nullable: true,
    description:
      'How many customers fit how well, by the fits that are kept; null until they have been worked out once. Needs `customer:read`; null without.',
    authScopes: { may: 'customer:read' },
    args: {
      kind: t.arg({
        type: CustomerKindEnum,
        required: true,
        defaultValue: 'company',
        description: 'Companies or persons.',
      }),
    },
    resolve: async ({ row }, { kind }, context) => {
      const use = await useFor(context, 'profiling')
      return context.read((tx, workspaceId) => countFitsBy(tx, workspaceId, row.id, { kind, use }))
    },
  }),
)
