import { type LocaleChain, resolveText } from '@profilkort/domain/locales/locale'
import type { CriterionFit } from '@profilkort/domain/scorecards/criterion-fit'
import { explainCriterion } from '@profilkort/domain/scorecards/explain'
import { attributesOfCriterion } from '@profilkort/domain/scorecards/mentions'
import { AttributeValueType, readValue } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { AnswerChangeType, CriterionAnswerType } from './answer.schema.ts'
import { answerChangesLoader } from './load-answer-changes.ts'
import type { FitView } from './load-fits.ts'

export type CriterionFitView = CriterionFit & {
  readonly fit: FitView
  readonly chain: LocaleChain
}

const CriterionStateEnum = builder.enumType('CriterionState', {
  description: 'Whether a criterion could be judged.',
  values: {
    KNOWN: { description: 'It has points.' },
    UNKNOWN: { description: 'What it needs is not known, or its seller has not answered.' },
  },
})

export const CriterionFitType = builder.objectRef<CriterionFitView>('CriterionFit').implement({
  description: 'What one criterion yielded, and why.',
  fields: (t) => ({
    key: t.string({ description: "The criterion's key.", resolve: ({ criterion }) => criterion.key }),
    label: t.string({
      description: 'Its name for people.',
      resolve: ({ criterion, chain }) => resolveText(criterion.label, chain)?.text ?? criterion.key,
    }),
    weight: t.float({
      description: 'How much its points count.',
      resolve: ({ criterion }) => criterion.weight,
    }),
    state: t.field({
      type: CriterionStateEnum,
      description: 'Whether it could be judged.',
      resolve: ({ points }) => (points === undefined ? 'UNKNOWN' : 'KNOWN'),
    }),
    points: t.float({
      nullable: true,
      description: 'What it gives: points · weight · known, before the cap of its group; null when unknown.',
      resolve: ({ points, low }) => (points === undefined ? null : low),
    }),
    known: t.exposeFloat('known', {
      description: 'The share of it that is known, 0 to 1: between while an answer ages.',
    }),
    group: t.string({
      nullable: true,
      description: 'The key of its group, if any.',
      resolve: ({ criterion }) => criterion.group,
    }),
    maximumPoints: t.float({
      description: '2 times its weight.',
      resolve: ({ criterion }) => 2 * criterion.weight,
    }),
    explanation: t.string({
      description: 'Why it yielded this, as a sentence.',
      resolve: async (view, _args, context) => explainCriterion(view, await context.catalogue(), view.chain),
    }),
    note: t.string({
      nullable: true,
      description: "The seller's note.",
      resolve: ({ answer }) => answer?.note,
    }),
    answer: t.field({
      type: CriterionAnswerType,
      nullable: true,
      description: 'What was answered last, even if it is too old to count. Needs `scorecard:read`.',
      authScopes: { may: 'scorecard:read' },
      resolve: ({ answer, fit }) => answer && { ...answer, customerId: fit.customer.id },
    }),
    answerChanges: t.field({
      type: [AnswerChangeType],
      nullable: true,
      description: 'What was answered over time, the newest first, at most 50. Needs `scorecard:read`.',
      authScopes: { may: 'scorecard:read' },
      resolve: async ({ criterion, fit }, _args, context) =>
        (await answerChangesLoader(context, fit.scorecard.row.id).load(fit.customer.id)).filter(
          ({ criterionKey }) => criterionKey === criterion.key,
        ),
    }),
    withheld: t.stringList({
      description:
        'Attributes of special categories that may not be used of this customer: with one of them it is unknown.',
      resolve: ({ withheld }) => [...withheld],
    }),
    values: t.field({
      type: [AttributeValueType],
      description: 'The known values it was judged by.',
      resolve: async ({ criterion, withheld, fit, chain }, _args, context) => {
        const { attributes } = await context.catalogue()
        return attributesOfCriterion(criterion)
          .filter((key) => !withheld.includes(key) && Object.hasOwn(fit.customer.attributes, key))
          .map((key) => readValue(fit.customer, key, attributes.get(key), chain))
      },
    }),
  }),
})
