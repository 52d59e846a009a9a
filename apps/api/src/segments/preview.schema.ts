import { formatOption } from '@profilkort/domain/attributes/format'
import { type Locale, locales, resolveText } from '@profilkort/domain/locales/locale'
import type { Distribution } from '@profilkort/domain/segments/distribution'
import type { Overlap } from '@profilkort/domain/segments/preview'
import { Customer, CustomerKindEnum } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { parseRuleInput, RuleInput } from '../rules/rule-input.schema.ts'
import { type AnsweredPreview, askPreview } from './ask-preview.ts'
import { customerNow } from './customer-now.ts'
import { SegmentType, type SegmentView } from './segment.schema.ts'

const SegmentDistributionValue = builder
  .objectRef<{ readonly value: string; readonly label: string; readonly count: number }>(
    'SegmentDistributionValue',
  )
  .implement({
    description: 'How many customers have a value.',
    fields: (t) => ({
      value: t.exposeString('value', { description: 'The key of the option, or the value itself.' }),
      label: t.exposeString('label', { description: 'The value for people.' }),
      count: t.exposeInt('count', { description: 'How many; who has several values counts for each.' }),
    }),
  })

const SegmentDistributionRange = builder
  .objectRef<{ readonly from: number; readonly to: number; readonly count: number }>(
    'SegmentDistributionRange',
  )
  .implement({
    description: 'How many customers lie in a range.',
    fields: (t) => ({
      from: t.exposeFloat('from', {
        description: 'The first number in it; of a time, milliseconds since 1970.',
      }),
      to: t.exposeFloat('to', { description: 'The first number after it.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  })

interface DistributionView {
  readonly key: string
  readonly label: string
  readonly currency: string | undefined
  readonly spread: Distribution
  readonly labelOf: (value: string) => string
}

const SegmentDistribution = builder.objectRef<DistributionView>('SegmentDistribution').implement({
  description: 'How the customers of a rule spread over an attribute or metric.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The attribute or metric.' }),
    label: t.exposeString('label', { description: 'Its name in the language asked for.' }),
    currency: t.exposeString('currency', {
      nullable: true,
      description: 'Of amounts: those in this currency are in the ranges.',
    }),
    values: t.field({
      type: [SegmentDistributionValue],
      description: 'The commonest values, at most 100; none of what is told in ranges.',
      resolve: ({ spread, labelOf }) =>
        spread.kind === 'values'
          ? spread.values.map(({ value, count }) => ({ value, count, label: labelOf(value) }))
          : [],
    }),
    ranges: t.field({
      type: [SegmentDistributionRange],
      description: 'Ranges of numbers, ascending and without a gap; none of what is told value by value.',
      resolve: ({ spread }) => (spread.kind === 'ranges' ? [...spread.ranges] : []),
    }),
    unknown: t.int({
      description: 'How many have no value.',
      resolve: ({ spread }) => spread.unknown,
    }),
    other: t.int({
      description: 'How many have a value of another type, or an amount in another currency.',
      resolve: ({ spread }) => spread.other,
    }),
  }),
})

const SegmentOverlap = builder
  .objectRef<Overlap & { readonly segment: SegmentView }>('SegmentOverlap')
  .implement({
    description: 'How a rule lies to a segment.',
    fields: (t) => ({
      segment: t.field({ type: SegmentType, description: 'The segment.', resolve: ({ segment }) => segment }),
      both: t.exposeInt('both', { description: 'Customers in both.' }),
      onlyHere: t.exposeInt('onlyHere', {
        description: 'Those for whom only the rule holds; in place of the segment, they would enter.',
      }),
      onlyThere: t.exposeInt('onlyThere', {
        description: 'Those only in the segment; with the rule in its place, they would leave.',
      }),
    }),
  })

interface PreviewView extends AnsweredPreview {
  readonly distributed: readonly DistributionView[]
  readonly locale: Locale
}

const SegmentPreview = builder.objectRef<PreviewView>('SegmentPreview').implement({
  description:
    'What a rule comes to, without people who may not be profiled. Nothing is told of fewer than ten customers by attributes of special categories.',
  fields: (t) => ({
    count: t.int({
      nullable: true,
      description: 'For how many customers it holds. Null for fewer than ten by special categories.',
      resolve: ({ count, isTooFew }) => (isTooFew ? null : count),
    }),
    of: t.int({ description: 'Of so many that were counted.', resolve: ({ of }) => of }),
    share: t.float({
      nullable: true,
      description: 'Which part of all these are, 0-1; null where there is nobody.',
      resolve: ({ count, of, isTooFew }) => (isTooFew || of === 0 ? null : count / of),
    }),
    sample: t.field({
      type: [SegmentSampled],
      description: 'Some of them: the same ones as long as it holds for them.',
      resolve: ({ sample, isTooFew }) => (isTooFew ? [] : [...sample]),
    }),
    distributions: t.field({
      type: [SegmentDistribution],
      description: 'How they spread over what was asked for, in that order.',
      resolve: ({ distributed, isTooFew }) => (isTooFew ? [] : [...distributed]),
    }),
    overlaps: t.field({
      type: [SegmentOverlap],
      description: 'How it lies to the segments that were asked for, in that order.',
      resolve: ({ overlaps, segments, locale, isTooFew }) =>
        isTooFew
          ? []
          : segments.flatMap((segment, index) => {
              const overlap = overlaps[index]
              return overlap === undefined ? [] : [{ ...overlap, segment: { ...segment, locale } }]
            }),
    }),
    asOf: t.field({
      type: 'DateTime',
      description: 'All of it is as of this instant: everything committed before is in it.',
      resolve: ({ asOf }) => asOf,
    }),
  }),
})

const SegmentSampled = builder
  .objectRef<{ readonly id: string; readonly name: string }>('SegmentSampled')
  .implement({
    description: 'A customer in a sample.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'Its name.' }),
      customer: t.field({
        type: Customer,
        nullable: true,
        description: 'The customer; null once it is gone.',
        resolve: ({ id }, _args, context) => customerNow(context, id),
      }),
    }),
  })

builder.queryField('segmentPreview', (t) =>
  t.field({
    type: SegmentPreview,
    description: 'What a rule comes to while it is being written; nothing is saved. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    errors: {
      types: createProblems,
      dataField: { name: 'preview', description: 'What the rule comes to.' },
    },
    args: {
      rule: t.arg({ type: RuleInput, required: true, description: 'Which customers.' }),
      kind: t.arg({ type: CustomerKindEnum, description: 'Only companies, or only persons.' }),
      sampleSize: t.arg.int({
        required: true,
        defaultValue: 10,
        description: 'How many customers to show, 0-100.',
      }),
      distributionOf: t.arg.stringList({
        required: true,
        defaultValue: [],
        description: 'Keys of attributes and metrics, at most 20.',
      }),
      overlapWith: t.arg.globalIDList({
        required: true,
        defaultValue: [],
        description:
          'Segments to compare with, at most 20; the one that is being changed tells who would enter and leave.',
      }),
      locale: t.arg({ type: LocaleEnum, description: 'The language of labels.' }),
    },
    resolve: async (_root, args, context) => {
      const [locale] = await localeChain(context, args.locale)
      const preview = await askPreview(context, {
        rule: await parseRuleInput(args.rule, context, ['rule']),
        kind: args.kind ?? undefined,
        sampleSize: args.sampleSize,
        distributionOf: args.distributionOf,
        overlapWith: args.overlapWith.map(({ id }) => id),
      })
      const { attributes, metrics } = await context.catalogue()
      const distributed = preview.distributions.flatMap((spread, index) => {
        const asked = preview.spreads[index]
        if (asked === undefined) return []
        const attribute = attributes.get(asked.key)
        const named = (attribute ?? metrics.get(asked.key))?.label ?? {}
        return [
          {
            key: asked.key,
            label: resolveText(named, [locale, ...locales])?.text ?? asked.key,
            currency: asked.kind === 'ranges' ? asked.currency : undefined,
            spread,
            labelOf: (value: string) => formatOption(value, attribute, locale),
          },
        ]
      })
      return { ...preview, distributed, locale }
    },
  }),
)
