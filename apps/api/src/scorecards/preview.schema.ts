import { findCustomers } from '@profilkort/database/customers/customers.queries'
import { resolveText } from '@profilkort/domain/locales/locale'
import { lower } from '@profilkort/domain/rules/lower'
import type { FitStatus, ThresholdAnswer } from '@profilkort/domain/scorecards/fit'
import type { CriterionTally, Tally, ThresholdStep } from '@profilkort/domain/scorecards/preview'
import { Customer, CustomerKindEnum, CustomerStageEnum } from '../customers/customer.schema.ts'
import { readCustomers } from '../customers/read-customers.ts'
import { fewestShown, isSpecial } from '../customers/special-categories.ts'
import { builder } from '../graphql/builder.ts'
import { InvalidInput } from '../graphql/problems.ts'
import { catalogueFor } from '../rules/catalogue-for.ts'
import { parseRuleInput, RuleInput } from '../rules/rule-input.schema.ts'
import { draftOf } from './draft-of.ts'
import { FitStatusEnum, ThresholdAnswerEnum } from './fit.schema.ts'
import { prepare } from './load-fits.ts'
import { type AskedPreview, previewScorecard } from './preview-scorecard.ts'
import { ScorecardType, type ScorecardView } from './scorecard.schema.ts'
import { ScorecardUpdateInput } from './scorecard-input.schema.ts'

const mostShown = 50

/** Of numbers by special categories, those that could tell who somebody is are not shown. */
type Shown = (count: number) => number | null

interface PreviewView extends AskedPreview {
  readonly draft: ScorecardView
  readonly shown: Shown
}

const hidden = 'Null for a few by attributes of special categories.'

interface Count {
  readonly count: number
  readonly before: number | undefined
  readonly shown: Shown
}

const counts = {
  count: { description: `By the draft. ${hidden}`, resolve: ({ count, shown }: Count) => shown(count) },
  before: {
    description: `By the scorecard that scores now; null where none does. ${hidden}`,
    resolve: ({ before, shown }: Count) => (before === undefined ? null : shown(before)),
  },
} as const

const BandCount = builder
  .objectRef<Tally & { readonly shown: Shown; readonly label: string }>('BandCount')
  .implement({
    description: 'How many are in a band.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'The band.' }),
      label: t.exposeString('label', { description: 'Its name for people.' }),
      count: t.int({ nullable: true, ...counts.count }),
      before: t.int({ nullable: true, ...counts.before }),
    }),
  })

const StatusCount = builder
  .objectRef<Tally<FitStatus> & { readonly shown: Shown }>('FitStatusCount')
  .implement({
    description: 'How many have a status.',
    fields: (t) => ({
      status: t.field({ type: FitStatusEnum, description: 'The status.', resolve: ({ key }) => key }),
      count: t.int({ nullable: true, ...counts.count }),
      before: t.int({ nullable: true, ...counts.before }),
    }),
  })

const ThresholdCount = builder
  .objectRef<Tally<ThresholdAnswer> & { readonly shown: Shown }>('ThresholdCount')
  .implement({
    description: 'How many reach the threshold, or may; of those not disqualified.',
    fields: (t) => ({
      answer: t.field({
        type: ThresholdAnswerEnum,
        description: 'Whether it is reached.',
        resolve: ({ key }) => key,
      }),
      count: t.int({ nullable: true, ...counts.count }),
      before: t.int({ nullable: true, ...counts.before }),
    }),
  })

const DistributionBin = builder
  .objectRef<{ from: number; to: number; count: number; shown: Shown }>('FitDistributionBin')
  .implement({
    description: 'How many have a percentage from one to another, that one included only if it is 100.',
    fields: (t) => ({
      from: t.exposeFloat('from', { description: 'In percent of the maximum.' }),
      to: t.exposeFloat('to', { description: 'In percent of the maximum.' }),
      count: t.int({
        nullable: true,
        description: `How many. ${hidden}`,
        resolve: ({ count, shown }) => shown(count),
      }),
    }),
  })

const CriterionCounts = builder
  .objectRef<CriterionTally & { readonly shown: Shown }>('CriterionCounts')
  .implement({
    description: 'What a criterion came out as for how many.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'The criterion.' }),
      zero: t.int({
        nullable: true,
        description: `With 0 points. ${hidden}`,
        resolve: ({ points, shown }) => shown(points[0]),
      }),
      one: t.int({
        nullable: true,
        description: `With 1 point. ${hidden}`,
        resolve: ({ points, shown }) => shown(points[1]),
      }),
      two: t.int({
        nullable: true,
        description: `With 2 points. ${hidden}`,
        resolve: ({ points, shown }) => shown(points[2]),
      }),
      unknown: t.int({
        nullable: true,
        description: `Of whom it is not known. ${hidden}`,
        resolve: ({ unknown, shown }) => shown(unknown),
      }),
    }),
  })

const DisqualifierCount = builder
  .objectRef<{ key: string; reason: string; count: number; shown: Shown }>('DisqualifierCount')
  .implement({
    description: 'How many a disqualifier holds for; one customer may have several.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'The disqualifier.' }),
      reason: t.exposeString('reason', { description: 'The reason for people.' }),
      count: t.int({
        nullable: true,
        description: `How many. ${hidden}`,
        resolve: ({ count, shown }) => shown(count),
      }),
    }),
  })

const ThresholdStepType = builder
  .objectRef<ThresholdStep & { readonly shown: Shown }>('ThresholdStep')
  .implement({
    description: 'What a threshold would come to.',
    fields: (t) => ({
      threshold: t.exposeFloat('threshold', { description: 'In points.' }),
      yes: t.int({
        nullable: true,
        description: `How many reach it whatever the unknown turns out to be. ${hidden}`,
        resolve: ({ yes, shown }) => shown(yes),
      }),
      undecided: t.int({
        nullable: true,
        description: `How many may reach it. ${hidden}`,
        resolve: ({ undecided, shown }) => shown(undecided),
      }),
    }),
  })

const CrossingType = builder
  .objectRef<{ count: number; ids: readonly string[]; shown: Shown }>('ThresholdCrossing')
  .implement({
    description: 'Who would cross the threshold one way.',
    fields: (t) => ({
      count: t.int({
        nullable: true,
        description: `How many. ${hidden}`,
        resolve: ({ count, shown }) => shown(count),
      }),
      sample: t.field({
        type: [Customer],
        description: 'Some of them; none by attributes of special categories.',
        resolve: async ({ ids }, _args, context) => {
          const rows = await readCustomers(context, (tx, scope) => findCustomers(tx, scope, ids), {
            rowsIn: (found) => found,
          })
          return [...rows]
        },
      }),
    }),
  })

const PreviewType = builder.objectRef<PreviewView>('ScorecardPreview').implement({
  description:
    'What a draft comes to over all customers that may be profiled, beside the scorecard that scores now; nothing is saved.',
  fields: (t) => ({
    count: t.int({
      nullable: true,
      description: `How many were judged. ${hidden}`,
      resolve: ({ count, shown }) => shown(count),
    }),
    asOf: t.field({
      type: 'DateTime',
      description: 'The instant it is as of: everything committed before is in it.',
      resolve: ({ asOf }) => asOf,
    }),
    distribution: t.field({
      type: [DistributionBin],
      description: 'How the percentages spread, in twenty equal parts; without the disqualified.',
      resolve: ({ distribution, shown }) => distribution.map((each) => ({ ...each, shown })),
    }),
    bands: t.field({
      type: [BandCount],
      description: "How many are in each band of the draft, and in those of today's that it has not.",
      resolve: ({ bands, draft, shown }) =>
        bands.map((each) => {
          const band = draft.content.bands.find(({ key }) => key === each.key)
          const label = (band && resolveText(band.label, draft.chain)?.text) ?? each.key
          return { ...each, label, shown }
        }),
    }),
    statuses: t.field({
      type: [StatusCount],
      description: 'How many have each status.',
      resolve: ({ statuses, shown }) => statuses.map((each) => ({ ...each, shown })),
    }),
    thresholds: t.field({
      type: [ThresholdCount],
      description: 'How many reach the threshold.',
      resolve: ({ thresholds, shown }) => thresholds.map((each) => ({ ...each, shown })),
    }),
    criteria: t.field({
      type: [CriterionCounts],
      description: 'What each criterion of the draft came out as.',
      resolve: ({ criteria, shown }) => criteria.map((each) => ({ ...each, shown })),
    }),
    disqualifiers: t.field({
      type: [DisqualifierCount],
      description: 'How many each disqualifier of the draft holds for.',
      resolve: ({ disqualifiers, draft, shown }) =>
        disqualifiers.map((each) => {
          const own = draft.content.disqualifiers.find(({ key }) => key === each.key)
          return { ...each, reason: (own && resolveText(own.reason, draft.chain)?.text) ?? each.key, shown }
        }),
    }),
    up: t.field({
      type: CrossingType,
      description: 'Who would reach the threshold for sure, not disqualified, and does not now.',
      resolve: ({ up, samples, shown }) => ({ count: up, ids: samples.up, shown }),
    }),
    down: t.field({
      type: CrossingType,
      description: 'Who does now and would not.',
      resolve: ({ down, samples, shown }) => ({ count: down, ids: samples.down, shown }),
    }),
    sensitivity: t.field({
      type: [ThresholdStepType],
      description: 'What other thresholds would come to, in equal steps from 0 to the maximum.',
      resolve: ({ sensitivity, shown }) => sensitivity.map((each) => ({ ...each, shown })),
    }),
  }),
})

builder.objectField(ScorecardType, 'preview', (t) =>
  t.field({
    type: PreviewType,
    nullable: true,
    description:
      'What a draft comes to before it is saved: the newest revision with these changes, beside the published one. Needs `customer:read`; null without.',
    authScopes: { may: 'customer:read' },
    args: {
      input: t.arg({ type: ScorecardUpdateInput, description: 'Changes to the newest revision.' }),
      kind: t.arg({
        type: CustomerKindEnum,
        required: true,
        defaultValue: 'company',
        description: 'Companies or persons.',
      }),
      stage: t.arg({ type: CustomerStageEnum, description: 'Only those that have come so far.' }),
      where: t.arg({ type: RuleInput, description: 'Only those a rule holds for.' }),
      sample: t.arg.int({
        required: true,
        defaultValue: 5,
        description: `How many to show of those who cross the threshold, 0 to ${mostShown}.`,
      }),
    },
    resolve: async (scorecard, { input, kind, stage, where, sample }, context) => {
      if (sample < 0 || sample > mostShown) {
        const message = `\`sample\` is 0 to ${mostShown}; this is ${sample}.`
        throw new InvalidInput([{ path: ['sample'], message }])
      }
      const draft = await draftOf(context, scorecard, input ?? {})
      const rule = where ? await parseRuleInput(where, context, ['where']) : undefined
      const catalogue = await catalogueFor(context, rule ? [rule] : [])
      const { published } = scorecard.row
      const preview = await previewScorecard(context, {
        scorecardId: scorecard.row.id,
        draft: await prepare(context, draft),
        before: published && (await prepare(context, { ...scorecard, content: published.content })),
        filter: {
          kind,
          stage: stage ?? undefined,
          rule: rule && lower(rule, context.now.getTime(), catalogue.records?.segments),
        },
        isSpecial: rule !== undefined && isSpecial(rule, catalogue),
        sample,
      })
      const shown: Shown = (count) => (preview.isSpecial && count > 0 && count < fewestShown ? null : count)
      const samples = preview.isSpecial ? { up: [], down: [] } : preview.samples
      return { ...preview, samples, draft, shown }
    },
  }),
)
