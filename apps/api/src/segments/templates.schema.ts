import { type Locale, locales, resolveText } from '@profilkort/domain/locales/locale'
import { describe } from '@profilkort/domain/rules/describe'
import { isRecordsField, type KnownField } from '@profilkort/domain/rules/rule'
import { isUsable, needsOf, segmentTemplates } from '@profilkort/domain/segments/templates/library'
import type { SegmentTemplate, SegmentView } from '@profilkort/domain/segments/templates/template'
import { CustomerKindEnum } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { countLoader } from './count-customers.ts'

const SegmentViewEnum = enumOf('SegmentTemplateView', 'A way to part a market.', {
  demographic: 'By age, household and the like.',
  socioeconomic: 'By means, education and class.',
  psychographic: 'By values and way of life.',
  behavioural: 'By what customers do.',
  geographic: 'By where they are.',
  firmographic: 'By what kind of company they are.',
  typological: 'By why they buy: need, offer, impulse or loyalty.',
  brandCharacteristics: 'By what a brand is to them: practical, personal or belonging.',
} satisfies Record<SegmentView, string>)

interface Needed {
  readonly field: KnownField
  readonly locale: Locale
}

const SegmentTemplateNeed = builder.objectRef<Needed>('SegmentTemplateNeed').implement({
  description: 'An attribute that a ready-made segment speaks of.',
  fields: (t) => ({
    key: t.string({ description: 'The attribute.', resolve: ({ field }) => field.key }),
    label: t.string({
      description: 'Its name in the language asked for.',
      resolve: async ({ field, locale }, _args, context) => {
        const attribute = (await context.catalogue()).attributes.get(field.key)
        return (attribute && resolveText(attribute.label, [locale, ...locales])?.text) ?? field.key
      },
    }),
    knownOf: t.int({
      nullable: true,
      authScopes: { may: 'customer:read' },
      description:
        'Of how many customers that may be profiled a value is known; 0 tells that it has to be gathered first. Needs `customer:read`; null without.',
      resolve: ({ field }, _args, context) => countLoader(context).load({ kind: 'isKnown', field }),
    }),
  }),
})

const SegmentTemplateType = builder
  .objectRef<SegmentTemplate & { readonly locale: Locale }>('SegmentTemplate')
  .implement({
    description: 'A ready-made segment over the predefined attributes, deals, interactions and consents.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'What to give `segmentCreate` as `fromTemplate`.' }),
      view: t.field({ type: SegmentViewEnum, description: 'Where it belongs.', resolve: ({ view }) => view }),
      kind: t.field({
        type: CustomerKindEnum,
        nullable: true,
        description: 'Whom it is about; null for both.',
        resolve: ({ kind }) => kind,
      }),
      name: t.string({ description: 'Its name.', resolve: ({ name, locale }) => name[locale] }),
      description: t.string({
        description: 'What those customers have in common, and what follows.',
        resolve: ({ description, locale }) => description[locale],
      }),
      sentence: t.string({
        description: 'Its rule as a sentence.',
        resolve: async ({ rule, locale }, _args, context) =>
          describe(rule, await context.catalogue(), locale),
      }),
      rule: t.field({ type: 'JSON', description: 'Its rule as JSON.', resolve: ({ rule }) => rule }),
      needs: t.field({
        type: [SegmentTemplateNeed],
        description: 'The attributes that it speaks of.',
        resolve: (template) =>
          needsOf(template).flatMap((field) =>
            isRecordsField(field) ? [] : [{ field, locale: template.locale }],
          ),
      }),
      isUsable: t.boolean({
        description:
          'Whether the workspace has what it speaks of: attributes as they were predefined, interactions that have come or are announced.',
        resolve: async (template, _args, context) => isUsable(template, await context.catalogue()),
      }),
    }),
  })

builder.queryField('segmentTemplates', (t) =>
  t.field({
    type: [SegmentTemplateType],
    description: 'The ready-made segments, by view. Needs `segment:read`.',
    authScopes: { may: 'segment:read' },
    args: {
      view: t.arg({ type: SegmentViewEnum, description: 'Only those of this view.' }),
      locale: t.arg({ type: LocaleEnum, description: 'The language of the texts.' }),
    },
    resolve: async (_root, { view, locale }, context) => {
      const [language] = await localeChain(context, locale)
      return segmentTemplates
        .filter((template) => !view || template.view === view)
        .map((template) => ({ ...template, locale: language }))
    },
  }),
)
