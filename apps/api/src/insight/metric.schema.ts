import { type Metric, metrics } from '@profilkort/domain/insight/metrics'
import type { Locale } from '@profilkort/domain/locales/locale'
import { builder } from '../graphql/builder.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'

const MetricType = builder
  .objectRef<{ readonly metric: Metric; readonly locale: Locale }>('Metric')
  .implement({
    description: 'A figure computed from the records of a customer, with its formula.',
    fields: (t) => ({
      key: t.string({
        description: 'Its name in rules and in `CustomerMetrics`.',
        resolve: ({ metric }) => metric.key,
      }),
      label: t.string({
        description: 'For people, in the language asked for.',
        resolve: ({ metric, locale }) => metric.label[locale],
      }),
      unit: t.string({
        nullable: true,
        description: 'What it is counted in; null for amounts, counts and rates.',
        resolve: ({ metric: { unit }, locale }) => (typeof unit === 'string' ? unit : unit?.[locale]),
      }),
      formula: t.string({
        description: 'What it is computed by, in the language asked for.',
        resolve: ({ metric, locale }) => metric.formula[locale],
      }),
    }),
  })

builder.queryField('metrics', (t) =>
  t.field({
    type: [MetricType],
    description: 'The metrics that rules may speak of, with their formulas. Needs `attribute:read`.',
    authScopes: { may: 'attribute:read' },
    args: { locale: t.arg({ type: LocaleEnum, description: 'The language of labels and formulas.' }) },
    resolve: async (_root, { locale }, context) => {
      const [first] = await localeChain(context, locale)
      return metrics.map((metric) => ({ metric, locale: first }))
    },
  }),
)
