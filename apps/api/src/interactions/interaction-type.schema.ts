import {
  type InteractionTypeRow,
  listInteractionTypes,
} from '@profilkort/database/interactions/interaction-types.queries'
import type { CountedAs, PropertyRule, PropertyType } from '@profilkort/domain/interactions/interaction'
import { resolveText } from '@profilkort/domain/locales/locale'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, LocalizedTextInput, localeChain, toLocalized } from '../graphql/locales.schema.ts'
import { changeProblems, deleteProblems } from '../graphql/problems.schema.ts'
import { removeInteractionType, saveType } from './save-interaction-type.ts'

const PropertyTypeEnum = enumOf('PropertyType', 'What a property is.', {
  text: 'A text.',
  number: 'A number.',
  boolean: 'True or false.',
  time: 'An instant: an ISO 8601 text, or milliseconds since 1970.',
  list: 'A list of anything.',
  object: 'A JSON object.',
} satisfies Record<PropertyType, string>)

const OnViolationEnum = enumOf(
  'OnViolation',
  'What becomes of interactions that are not as their type says.',
  {
    reject: 'They are refused with the reason.',
    mark: 'They are taken, with a note.',
  },
)

const CountedAsEnum = enumOf('CountedAs', 'What interactions are counted as.', {
  supportLoad: 'Work of the support desk.',
  emailEngagement: 'What is done with mail: opened, clicked, answered.',
  webVisit: 'A visit of the web site.',
  socialEngagement: 'What is done in social media.',
  productUse: 'Use of the product itself.',
} satisfies Record<CountedAs, string>)

const PropertyRuleType = builder.objectRef<PropertyRule>('PropertyRule').implement({
  description: 'What a property of interactions has to be.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name.' }),
    type: t.field({ type: PropertyTypeEnum, description: 'What it is.', resolve: ({ type }) => type }),
    required: t.exposeBoolean('required', { description: 'Whether it has to be there.' }),
  }),
})

const InteractionTypeType = builder.objectRef<InteractionTypeRow>('InteractionType').implement({
  description: 'What the workspace says of interactions of a name. Others are taken as they come.',
  fields: (t) => ({
    name: t.exposeString('name', { description: "The event's name; `page` or `screen` for these." }),
    label: t.string({
      description: "Its name for people, in the language asked for; the event's where it has none.",
      args: { locale: t.arg({ type: LocaleEnum, description: 'The language.' }) },
      resolve: async ({ name, label }, { locale }, context) =>
        resolveText(label, await localeChain(context, locale))?.text ?? name,
    }),
    properties: t.field({
      type: [PropertyRuleType],
      nullable: true,
      description: 'The allowed properties; null for any.',
      resolve: ({ properties }) => properties && [...properties],
    }),
    onViolation: t.field({
      type: OnViolationEnum,
      description: 'What becomes of those that are not as `properties` says.',
      resolve: ({ onViolation }) => onViolation,
    }),
    retentionDays: t.exposeInt('retentionDays', {
      nullable: true,
      description:
        'For how many days from when they happened they are kept; null for as long as the workspace.',
    }),
    countsAs: t.field({
      type: CountedAsEnum,
      nullable: true,
      description: 'What they are counted as.',
      resolve: ({ countsAs }) => countsAs,
    }),
    revision: t.exposeInt('revision', { description: 'For `expectedRevision`.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was said.' }),
    updatedBy: t.exposeString('updatedBy', { description: 'Who said it.' }),
  }),
})

builder.queryField('interactionTypes', (t) =>
  t.field({
    type: [InteractionTypeType],
    description: 'What the workspace says of interactions, by name. Needs `interaction:read`.',
    authScopes: { may: 'interaction:read' },
    resolve: async (_root, _args, { read }) => [...(await read(listInteractionTypes))],
  }),
)

const PropertyRuleInput = builder.inputType('PropertyRuleInput', {
  description: 'What a property of interactions has to be.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its name, 1 to 255 characters.' }),
    type: t.field({ type: PropertyTypeEnum, required: true, description: 'What it is.' }),
    required: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether it has to be there.',
    }),
  }),
})

const InteractionTypeInput = builder.inputType('InteractionTypeInput', {
  description: 'What is said of interactions of a name, all of it: what is not given is nothing.',
  fields: (t) => ({
    name: t.string({ required: true, description: "The event's name; `page` or `screen` for these." }),
    label: t.field({ type: LocalizedTextInput, description: 'Its name for people.' }),
    properties: t.field({
      type: [PropertyRuleInput],
      description: 'The allowed properties, at most 200; any when not given.',
    }),
    onViolation: t.field({
      type: OnViolationEnum,
      required: true,
      defaultValue: 'mark',
      description: 'What becomes of those that are not as `properties` says.',
    }),
    retentionDays: t.int({
      description: 'For how many days they are kept, 1 to 36500; for ever when not given.',
    }),
    countsAs: t.field({ type: CountedAsEnum, description: 'What they are counted as.' }),
  }),
})

builder.mutationField('interactionTypeSave', (t) =>
  t.field({
    type: InteractionTypeType,
    description:
      'Says what interactions of a name are, from now on; those that are kept already stay as they are, until their retention ends. Needs `interactionType:write`.',
    authScopes: { may: 'interactionType:write' },
    errors: { types: changeProblems, dataField: { name: 'interactionType', description: 'As it is now.' } },
    args: {
      expectedRevision: t.arg.int({
        required: true,
        defaultValue: 0,
        description: 'The revision the caller has seen; 0 for a name of which nothing was said.',
      }),
      input: t.arg({ type: InteractionTypeInput, required: true, description: 'What is said.' }),
    },
    resolve: (_root, { expectedRevision, input }, context) =>
      saveType(context, expectedRevision, {
        name: input.name,
        label: toLocalized(input.label),
        properties: input.properties ?? null,
        onViolation: input.onViolation,
        retentionDays: input.retentionDays ?? null,
        countsAs: input.countsAs ?? null,
      }),
  }),
)

const DeletedInteractionType = builder
  .objectRef<{ readonly name: string }>('DeletedInteractionType')
  .implement({
    description: 'An interaction type that is gone.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'Whose interactions are taken as they come.' }),
    }),
  })

builder.mutationField('interactionTypeDelete', (t) =>
  t.field({
    type: DeletedInteractionType,
    description:
      'Takes back what was said of interactions of a name; the interactions stay. Refused with the list where rules name it. Needs `interactionType:write`.',
    authScopes: { may: 'interactionType:write' },
    errors: { types: deleteProblems, dataField: { name: 'deleted', description: 'What is gone.' } },
    args: { name: t.arg.string({ required: true, description: "The event's name." }) },
    resolve: (_root, { name }, context) => removeInteractionType(context, name),
  }),
)
