import { builder } from '../graphql/builder.ts'
import { LocaleEnum, LocalizedListInput, LocalizedTextInput } from '../graphql/locales.schema.ts'
import { changeProblems, createProblems } from '../graphql/problems.schema.ts'
import { RuleInput } from '../rules/rule-input.schema.ts'
import { VisibilityEnum } from '../templates/template.schema.ts'
import { createProfile } from './create-profile.ts'
import { Profile, viewChanged } from './profile.schema.ts'
import { ProfileKindEnum } from './profile-enums.schema.ts'
import { publishProfile, unpublishProfile } from './publish-profile.ts'
import { updateProfile } from './update-profile.ts'

const ProfileFieldInput = builder.inputType('ProfileFieldInput', {
  description: "What stands in one of the template's fields; languages that are not given stay.",
  fields: (t) => ({
    key: t.string({ required: true, description: "The field's key in the template." }),
    text: t.field({ type: LocalizedTextInput, description: 'Of a field that holds a text.' }),
    items: t.field({ type: LocalizedListInput, description: 'Of a field that holds a list.' }),
    visibility: t.field({
      type: VisibilityEnum,
      description: "Who may read it, where the template's own is not wanted.",
    }),
  }),
})

const TraitInput = builder.inputType('TraitInput', {
  description: 'An expectation on a customer.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its name in the profile: `employees`.' }),
    label: t.field({ type: LocalizedTextInput, required: true, description: 'What it is about.' }),
    words: t.field({
      type: LocalizedTextInput,
      description: 'What is expected; the rule says it where this does not.',
    }),
    rule: t.field({
      type: RuleInput,
      required: true,
      description: 'What is expected, as it is tested on a customer.',
    }),
  }),
})

const content = {
  name: 'Its name.',
  summary: 'What it is about, in short.',
  quote: 'What such a customer says.',
  fields: "Texts and lists of the template's fields.",
  traits: 'What is expected of such a customer; all of them.',
}

const ProfileCreateInput = builder.inputType('ProfileCreateInput', {
  description: 'A new profile.',
  fields: (t) => ({
    kind: t.field({ type: ProfileKindEnum, required: true, description: 'What it describes.' }),
    template: t.string({
      required: true,
      description: 'The key of the template it starts from; see `templates`.',
    }),
    slug: t.string({ description: 'Its name in addresses; made from the name when not given.' }),
    name: t.field({ type: LocalizedTextInput, required: true, description: content.name }),
    summary: t.field({ type: LocalizedTextInput, description: content.summary }),
    quote: t.field({ type: LocalizedTextInput, description: content.quote }),
    fields: t.field({ type: [ProfileFieldInput], description: content.fields }),
    traits: t.field({ type: [TraitInput], description: content.traits }),
  }),
})

const ProfileUpdateInput = builder.inputType('ProfileUpdateInput', {
  description: 'Changes to a profile; what is not given stays.',
  fields: (t) => ({
    name: t.field({ type: LocalizedTextInput, description: content.name }),
    summary: t.field({ type: LocalizedTextInput, description: content.summary }),
    quote: t.field({ type: LocalizedTextInput, description: content.quote }),
    fields: t.field({ type: [ProfileFieldInput], description: content.fields }),
    traits: t.field({ type: [TraitInput], description: content.traits }),
  }),
})

const dataField = { name: 'profile', description: 'The profile as it is now.' }
const expected = 'The newest revision the caller has seen (`latestRevision`).'

builder.mutationField('profileCreate', (t) =>
  t.field({
    type: Profile,
    description: 'Makes a profile; it is a draft until it is published. Needs a secret key or a session.',
    authScopes: { internal: true },
    errors: { types: createProblems, dataField },
    args: { input: t.arg({ type: ProfileCreateInput, required: true, description: 'The new profile.' }) },
    resolve: async (_root, { input }, context) => viewChanged(context, await createProfile(context, input)),
  }),
)

builder.mutationField('profileUpdate', (t) =>
  t.field({
    type: Profile,
    description:
      'Saves a new revision; readers see it once it is published. Needs a secret key or a session.',
    authScopes: { internal: true },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The profile.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      input: t.arg({ type: ProfileUpdateInput, required: true, description: 'What changes.' }),
    },
    resolve: async (_root, { id, expectedRevision, input }, context) => {
      await updateProfile(context, id.id, expectedRevision, input)
      return viewChanged(context, id.id)
    },
  }),
)

builder.mutationField('profilePublish', (t) =>
  t.field({
    type: Profile,
    description: 'Makes the newest revision the one readers see. Needs a secret key or a session.',
    authScopes: { internal: true },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The profile.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      locales: t.arg({
        type: [LocaleEnum],
        description: 'The languages; all it has a name in when not given.',
      }),
    },
    resolve: async (_root, { id, expectedRevision, locales }, context) => {
      await publishProfile(context, id.id, expectedRevision, locales ?? undefined)
      return viewChanged(context, id.id)
    },
  }),
)

builder.mutationField('profileUnpublish', (t) =>
  t.field({
    type: Profile,
    description:
      'Takes a profile away from its readers; its revisions stay. Needs a secret key or a session.',
    authScopes: { internal: true },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The profile.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      locales: t.arg({ type: [LocaleEnum], description: 'The languages; all when not given.' }),
    },
    resolve: async (_root, { id, expectedRevision, locales }, context) => {
      await unpublishProfile(context, id.id, expectedRevision, locales ?? undefined)
      return viewChanged(context, id.id)
    },
  }),
)
