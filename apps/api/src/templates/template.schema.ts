import { unitWords } from '@profilkort/domain/attributes/unit'
import {
  type Locale,
  type LocaleChain,
  type Localized,
  locales,
  resolveText,
} from '@profilkort/domain/locales/locale'
import { templateFits } from '@profilkort/domain/templates/builtin'
import type {
  TemplateField,
  TemplateFieldKind,
  TemplateOption,
  TemplateSection,
} from '@profilkort/domain/templates/template'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { ProfileKindEnum, VisibilityEnum } from '../profiles/profile-enums.schema.ts'
import { findTemplateIn, listTemplatesOf, type TemplateView } from './find-template.ts'

/** A part of a template with the languages to read it in, best first. */
type In<T> = T & { readonly chain: LocaleChain }

export const TemplateFieldKindEnum = enumOf('TemplateFieldKind', 'What a field of a template holds.', {
  shortText: 'A line.',
  longText: 'Paragraphs.',
  quote: 'What somebody said, word for word.',
  list: 'A list of lines.',
  number: 'A number in the unit of the field.',
  money: 'An amount in a currency.',
  choice: 'One or more of the options of the field.',
  trait: 'An expectation on the attribute of the field; it stands among the traits of a profile.',
  picture: 'A picture of the workspace.',
  link: 'An address with words to click on.',
} satisfies Record<TemplateFieldKind, string>)

const TemplateOptionType = builder.objectRef<In<TemplateOption>>('TemplateOption').implement({
  description: 'One of the answers of a choice.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in a profile.' }),
    label: t.string({
      description: 'Its name for people.',
      resolve: ({ label, key, chain }) => textOf(label, chain) ?? key,
    }),
  }),
})

const TemplateFieldType = builder.objectRef<In<TemplateField>>('TemplateField').implement({
  description: 'A place for one value in a profile.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in a profile.' }),
    kind: t.field({
      type: TemplateFieldKindEnum,
      description: 'What it holds.',
      resolve: ({ kind }) => kind,
    }),
    label: t.string({
      description: 'Its name for people.',
      resolve: ({ label, key, chain }) => textOf(label, chain) ?? key,
    }),
    help: t.string({
      description: 'What a good answer holds; empty where nobody has said it.',
      resolve: ({ help, chain }) => textOf(help, chain) ?? '',
    }),
    visibility: t.field({
      type: VisibilityEnum,
      description: 'Who may read it, unless the profile says otherwise.',
      resolve: ({ visibility }) => visibility,
    }),
    unit: t.string({
      nullable: true,
      description: 'Of a number: what it counts, in words, such as `days`; null where it has no unit.',
      resolve: ({ unit, chain }) =>
        typeof unit === 'object' ? textOf(unit, chain) : unit && unitWords(unit, chain[0]),
    }),
    options: t.field({
      type: [TemplateOptionType],
      extensions: { stored: true },
      description: 'Of a choice: its answers in order; none for other kinds.',
      resolve: ({ options = [], chain }) => options.map((each) => ({ ...each, chain })),
    }),
    many: t.boolean({
      description: 'Of a choice: whether more than one may be chosen.',
      resolve: ({ many = false }) => many,
    }),
    attribute: t.string({
      nullable: true,
      description: 'Of a trait: the key of the attribute that its rule speaks of; see `attributes`.',
      resolve: ({ attribute }) => attribute,
    }),
  }),
})

const TemplateSectionType = builder.objectRef<In<TemplateSection>>('TemplateSection').implement({
  description: 'Fields that belong together.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in a profile.' }),
    title: t.string({
      description: 'Its name for people.',
      resolve: ({ title, key, chain }) => textOf(title, chain) ?? key,
    }),
    fields: t.field({
      type: [TemplateFieldType],
      extensions: { stored: true },
      description: 'Its fields in order.',
      resolve: ({ fields, chain }) => fields.map((field) => ({ ...field, chain })),
    }),
  }),
})

export const TemplateType = builder.objectRef<In<TemplateView>>('Template').implement({
  description: 'The sections and fields a profile starts from.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'What to name it by in `profileCreate`.' }),
    name: t.string({
      description: 'Its name for people.',
      resolve: ({ name, key, chain }) => textOf(name, chain) ?? key,
    }),
    resolvedLocale: t.field({
      type: LocaleEnum,
      nullable: true,
      description: 'The language that `name` is answered in.',
      resolve: ({ name, chain }) => resolveText(name, [...chain, ...locales])?.locale,
    }),
    kinds: t.field({
      type: [ProfileKindEnum],
      description: 'The kinds of profile it is for.',
      resolve: ({ kinds }) => [...kinds],
    }),
    sections: t.field({
      type: [TemplateSectionType],
      extensions: { stored: true },
      description: 'Its sections in order.',
      resolve: ({ sections, chain }) => sections.map((section) => ({ ...section, chain })),
    }),
    fields: t.field({
      type: [TemplateFieldType],
      extensions: { stored: true },
      description: 'The fields of all sections in order, for those who look one up by its key.',
      resolve: ({ sections, chain }) =>
        sections.flatMap(({ fields }) => fields.map((field) => ({ ...field, chain }))),
    }),
    isBuiltin: t.boolean({
      description: 'Whether every workspace has it; then it cannot be changed, only copied.',
      resolve: ({ revision }) => revision === null,
    }),
    revision: t.int({
      nullable: true,
      description: 'What to name as `expectedRevision` in a change; null for a built-in one.',
      resolve: ({ revision }) => revision,
    }),
    archivedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was put away, so that no profile starts from it; null where it was not.',
      resolve: ({ archivedAt }) => archivedAt,
    }),
    content: t.field({
      type: 'JSON',
      description: 'Name, kinds and sections with their texts in all languages, to edit a template from.',
      resolve: ({ name, kinds, sections }) => ({ name, kinds, sections }),
    }),
  }),
})

/** A template as it is now, read in the caller's language; undefined where there is none. */
export async function viewTemplate(
  context: Context,
  key: string,
  locale?: Locale | null,
): Promise<In<TemplateView> | undefined> {
  const chain = await localeChain(context, locale)
  const template = await context.read((tx, workspaceId) => findTemplateIn(tx, workspaceId, key))
  return template && { ...template, chain }
}

function textOf(text: Localized, chain: readonly Locale[]): string | undefined {
  return resolveText(text, [...chain, ...locales])?.text
}

const localeHelp = 'The language of the texts; others stand in where it is not written.'

builder.queryField('templates', (t) =>
  t.field({
    type: [TemplateType],
    description:
      'What profiles can start from: the built-in templates, then those the workspace made, by key; at most some hundreds. Needs `template:read`.',
    authScopes: { may: 'template:read' },
    args: {
      kind: t.arg({ type: ProfileKindEnum, description: 'Only those for this kind of profile.' }),
      archived: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Whether those that were put away are told, too.',
      }),
      locale: t.arg({ type: LocaleEnum, description: localeHelp }),
    },
    resolve: async (_root, { kind, archived, locale }, context) => {
      const chain = await localeChain(context, locale)
      const all = await context.read((tx, workspaceId) =>
        listTemplatesOf(tx, workspaceId, { withArchived: archived }),
      )
      return all
        .filter((template) => !kind || templateFits(template, kind))
        .map((template) => ({ ...template, chain }))
    },
  }),
)

builder.queryField('template', (t) =>
  t.field({
    type: TemplateType,
    nullable: true,
    description: 'One template, archived or not; null where there is none. Needs `template:read`.',
    authScopes: { may: 'template:read' },
    args: {
      key: t.arg.string({ required: true, description: 'Its key.' }),
      locale: t.arg({ type: LocaleEnum, description: localeHelp }),
    },
    resolve: (_root, { key, locale }, context) => viewTemplate(context, key, locale),
  }),
)
