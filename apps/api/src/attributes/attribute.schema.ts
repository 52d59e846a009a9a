import { type AttributeRow, listAllAttributes } from '@profilkort/database/attributes/attributes.queries'
import { isKnownOf } from '@profilkort/domain/attributes/attribute'
import { predefinedAttribute } from '@profilkort/domain/attributes/predefined'
import { unitWords } from '@profilkort/domain/attributes/unit'
import { resolveText } from '@profilkort/domain/locales/locale'
import { builder } from '../graphql/builder.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import {
  AttributeCategoryEnum,
  AttributeSubjectEnum,
  AttributeTypeEnum,
  OptionListEnum,
} from './attribute-enums.schema.ts'
import { definitionOf } from './definition-of.ts'

export const AttributeType = builder.objectRef<AttributeRow>('Attribute').implement({
  description: 'A thing that can be known about a customer.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in rules.' }),
    revision: t.exposeInt('revision', { description: 'What to name as `expectedRevision` in a change.' }),
    subject: t.field({
      type: AttributeSubjectEnum,
      description: 'What it is known about.',
      resolve: ({ subject }) => subject,
    }),
    type: t.field({
      type: AttributeTypeEnum,
      description: 'How its values are compared.',
      resolve: ({ type }) => type,
    }),
    category: t.field({
      type: AttributeCategoryEnum,
      description: 'What part of a customer.',
      resolve: ({ category }) => category,
    }),
    sensitive: t.exposeBoolean('sensitive', {
      description: 'Whether it is of a special category, left out of scoring.',
    }),
    isPredefined: t.boolean({
      description: "Whether it is one of the product's, whose key stays.",
      resolve: ({ key }) => predefinedAttribute(key) !== undefined,
    }),
    archivedAt: t.expose('archivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was put in the archive; null while it is not.',
    }),
    list: t.field({
      type: OptionListEnum,
      nullable: true,
      description: 'The list of the product that it has options of; see `allOptions`.',
      resolve: ({ list }) => list,
    }),
    label: t.string({
      description: 'Its name for people.',
      args: { locale: t.arg({ type: LocaleEnum, description: 'The language.' }) },
      resolve: async ({ label, key }, { locale }, context) =>
        resolveText(label, await localeChain(context, locale))?.text ?? key,
    }),
    unit: t.string({
      nullable: true,
      description: 'What its numbers count, in the plural.',
      args: { locale: t.arg({ type: LocaleEnum, description: 'The language.' }) },
      resolve: async ({ unit }, { locale }, context) => {
        if (unit === undefined) return null
        const chain = await localeChain(context, locale)
        return typeof unit === 'string' ? unitWords(unit, chain[0]) : resolveText(unit, chain)?.text
      },
    }),
    definition: t.field({
      type: 'JSON',
      description: 'All of it as it is kept, with its texts in every language.',
      resolve: (row) => definitionOf(row),
    }),
  }),
})

builder.queryField('attributes', (t) =>
  t.field({
    type: [AttributeType],
    description:
      'The catalogue: everything rules can speak of, by category and in order. Needs `attribute:read`.',
    authScopes: { may: 'attribute:read' },
    args: {
      category: t.arg({ type: AttributeCategoryEnum, description: 'Only those of this part.' }),
      subject: t.arg({ type: AttributeSubjectEnum, description: 'Only those that can be known about this.' }),
      search: t.arg.string({
        description: 'Only those whose key or label, in any language, has this in it.',
      }),
      archived: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Those in the archive instead.',
      }),
    },
    resolve: async (_root, { category, subject, search, archived }, { read }) => {
      const wanted = search?.toLowerCase() ?? ''
      return (await read(listAllAttributes)).filter(
        (each) =>
          (each.archivedAt !== null) === archived &&
          (!category || each.category === category) &&
          (!subject || subject === 'either' || isKnownOf(each, subject)) &&
          [each.key, ...Object.values(each.label)].some((text) => text.toLowerCase().includes(wanted)),
      )
    },
  }),
)

builder.queryField('attribute', (t) =>
  t.field({
    type: AttributeType,
    nullable: true,
    description:
      'One attribute by its key, archived or not; null when there is none. Needs `attribute:read`.',
    authScopes: { may: 'attribute:read' },
    args: { key: t.arg.string({ required: true, description: 'Its name in rules.' }) },
    resolve: async (_root, { key }, { read }) =>
      (await read(listAllAttributes)).find((each) => each.key === key),
  }),
)
