import type { Locale } from '@profilkort/domain/locales/locale'
import type { visibilities } from '@profilkort/domain/profiles/profile'
import { builtinTemplates } from '@profilkort/domain/templates/builtin'
import type { Template, TemplateField, TemplateSection } from '@profilkort/domain/templates/template'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { ProfileKindEnum } from '../profiles/profile-enums.schema.ts'

type In<T> = T & { readonly locale: Locale }

export const VisibilityEnum = enumOf('Visibility', 'Who may read a field.', {
  internal: "The workspace's own people and servers.",
  partner: 'Partners a profile is shared with, too.',
  public: 'Everybody.',
} satisfies Record<(typeof visibilities)[number], string>)

const TemplateFieldKind = enumOf('TemplateFieldKind', 'What a field of a template holds.', {
  shortText: 'A line.',
  longText: 'Paragraphs.',
  list: 'A list of lines.',
})

const TemplateFieldType = builder.objectRef<In<TemplateField>>('TemplateField').implement({
  description: 'A place for a text or a list in a profile.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in a profile.' }),
    kind: t.field({ type: TemplateFieldKind, description: 'What it holds.', resolve: ({ kind }) => kind }),
    label: t.string({ description: 'Its name for people.', resolve: ({ label, locale }) => label[locale] }),
    help: t.string({ description: 'What a good answer holds.', resolve: ({ help, locale }) => help[locale] }),
    visibility: t.field({
      type: VisibilityEnum,
      description: 'Who may read it, unless the profile says otherwise.',
      resolve: ({ visibility }) => visibility,
    }),
  }),
})

const TemplateSectionType = builder.objectRef<In<TemplateSection>>('TemplateSection').implement({
  description: 'Fields that belong together.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in a profile.' }),
    title: t.string({ description: 'Its name for people.', resolve: ({ title, locale }) => title[locale] }),
    fields: t.field({
      type: [TemplateFieldType],
      description: 'Its fields in order.',
      resolve: ({ fields, locale }) => fields.map((field) => ({ ...field, locale })),
    }),
  }),
})

const TemplateType = builder.objectRef<In<Template>>('Template').implement({
  description: 'The sections and fields a profile starts from.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'What to name it by in `profileCreate`.' }),
    name: t.string({ description: 'Its name for people.', resolve: ({ name, locale }) => name[locale] }),
    kinds: t.field({
      type: [ProfileKindEnum],
      description: 'The kinds of profile it is for.',
      resolve: ({ kinds }) => [...kinds],
    }),
    sections: t.field({
      type: [TemplateSectionType],
      description: 'Its sections in order.',
      resolve: ({ sections, locale }) => sections.map((section) => ({ ...section, locale })),
    }),
  }),
})

builder.queryField('templates', (t) =>
  t.field({
    type: [TemplateType],
    description: 'What profiles can start from. Needs a secret key or a session.',
    authScopes: { internal: true },
    args: { locale: t.arg({ type: LocaleEnum, description: 'The language of the texts.' }) },
    resolve: async (_root, args, context) => {
      const [locale] = await localeChain(context, args.locale)
      return builtinTemplates.map((template) => ({ ...template, locale }))
    },
  }),
)
