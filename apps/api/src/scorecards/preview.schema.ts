import { findCustomers } from '@profilkort/database/customers/customers.queries'
import { resolveText } from '@profilkort/domain/locales/locale'
import { lower } from '@profilkort/domain/rules/lower'
import { Customer, CustomerKindEnum, CustomerStageEnum } from '../customers/customer.schema.ts'
import { readCustomers } from '../customers/read-customers.ts'
import { fewestShown, isSpecial } from '../customers/special-categories.ts'
import { builder } from '../graphql/builder.ts'
import { InvalidInput } from '../graphql/problems.ts'
import { catalogueFor } from '../rules/catalogue-for.ts'
import { parseRuleInput, RuleInput } from '../rules/rule-input.schema.ts'
import { draftOf } from './draft-of.ts'
import { prepare } from './load-fits.ts'
import {
  BandCount,
  CriterionCounts,
  DisqualifierCount,
  DistributionBin,
  hidden,
  type Shown,
  StatusCount,
  ThresholdCount,
  ThresholdStepType,
} from './preview-counts.schema.ts'
import { type AskedPreview, previewScorecard } from './preview-scorecard.ts'
import { ScorecardType, type ScorecardView } from './scorecard.schema.ts'
import { ScorecardUpdateInput } from './scorecard-input.schema.ts'

const mostShown = 50

interface PreviewView extends AskedPreview {
  readonly draft: ScorecardView
  readonly shown: Shown
}

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
          rule: rule && lower(rule, context.now.getTime(), catalogue.records),
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
