import { listAttributes } from '@profilkort/database/attributes/attributes.queries'
import {
  type Attribute,
  attributeCategories,
  type attributeTypes,
} from '@profilkort/domain/attributes/attribute'
import { resolveText } from '@profilkort/domain/locales/locale'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'

const AttributeTypeEnum = enumOf(
  'AttributeType',
  'How the values of an attribute are written and compared.',
  {
    text: 'A text.',
    choice: 'One of its options, or another text a source gave.',
    choices: 'Several of its options.',
    number: 'A number in its unit.',
    money: 'An amount in a currency.',
    boolean: 'Yes or no.',
    time: 'An instant.',
  } satisfies Record<(typeof attributeTypes)[number], string>,
)

const AttributeCategoryEnum = enumOf(
  'AttributeCategory',
  'What part of a customer an attribute speaks of.',
  Object.fromEntries(attributeCategories.map((category) => [category, `The ${category} part.`])) as Record<
    (typeof attributeCategories)[number],
    string
  >,
)

const AttributeSubjectEnum = enumOf('AttributeSubject', 'What an attribute is known about.', {
  company: 'A company.',
  person: 'A person.',
})

const AttributeOption = builder.objectRef<{ key: string; label: string }>('AttributeOption').implement({
  description: 'A value to choose.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'As it is stored and as rules name it.' }),
    label: t.exposeString('label', { description: 'For people.' }),
  }),
})

const AttributeType = builder.objectRef<Attribute>('Attribute').implement({
  description: 'A thing that can be known about a customer.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in rules.' }),
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
    label: t.string({
      description: 'Its name for people.',
      args: { locale: t.arg({ type: LocaleEnum, description: 'The language.' }) },
      resolve: async ({ label, key }, { locale }, context) =>
        resolveText(label, await localeChain(context, locale))?.text ?? key,
    }),
    options: t.field({
      type: [AttributeOption],
      description: 'The values to choose from; a source may have given others.',
      args: { locale: t.arg({ type: LocaleEnum, description: 'The language of the labels.' }) },
      resolve: async ({ options }, { locale }, context) => {
        const chain = await localeChain(context, locale)
        return options.map(({ key, label }) => ({ key, label: resolveText(label, chain)?.text ?? key }))
      },
    }),
  }),
})

builder.queryField('attributes', (t) =>
  t.field({
    type: [AttributeType],
    description: 'The catalogue: everything rules can speak of. Needs `attribute:read`.',
    authScopes: { may: 'attribute:read' },
    resolve: async (_root, _args, { read }) => [...(await read(listAttributes))],
  }),
)
