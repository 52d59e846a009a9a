import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, LocalizedListInput, LocalizedTextInput } from '../graphql/locales.schema.ts'
import { changeProblems, createProblems } from '../graphql/problems.schema.ts'
import { Forbidden, InUse, NotFound, RevisionConflict } from '../graphql/problems.ts'
import { RuleInput } from '../rules/rule-input.schema.ts'
import { putInArchive, removeProfile, takeFromArchive } from './archive-profile.ts'
import { confirmProfileTranslation } from './confirm-translation.ts'
import { createProfile } from './create-profile.ts'
import { Profile, viewChanged } from './profile.schema.ts'
import { ProfileKindEnum, VisibilityEnum } from './profile-enums.schema.ts'
import type { ProfileContentInput } from './profile-input.ts'
import { publishProfile, unpublishProfile } from './publish-profile.ts'
import { restoreProfile } from './restore-profile.ts'
import { updateProfile } from './update-profile.ts'

const ProfilePictureInput = builder.inputType('ProfilePictureInput', {
  description: 'A picture of the workspace.',
  fields: (t) => ({
    hash: t.string({ required: true, description: 'Its hash, as `POST /v1/pictures` answered it.' }),
    alt: t.field({ type: LocalizedTextInput, description: 'What it shows, for those who do not see it.' }),
  }),
})

const ProfileLinkInput = builder.inputType('ProfileLinkInput', {
  description: 'A link.',
  fields: (t) => ({
    url: t.string({ required: true, description: 'The address: http, https or mailto.' }),
    label: t.field({ type: LocalizedTextInput, description: 'The words to click on.' }),
  }),
})

const AmountInput = builder.inputType('AmountInput', {
  description: 'An amount of money.',
  fields: (t) => ({
    amount: t.float({ required: true, description: 'How much, in the currency.' }),
    currency: t.string({ required: true, description: 'ISO 4217, such as NOK.' }),
  }),
})

const ProfileFieldInput = builder.inputType('ProfileFieldInput', {
  description:
    "What stands in one of the template's fields: the value that its kind asks for. Languages that are not given stay.",
  fields: (t) => ({
    key: t.string({ required: true, description: "The field's key in the template." }),
    text: t.field({ type: LocalizedTextInput, description: 'Of a short or long text or a quote.' }),
    items: t.field({ type: LocalizedListInput, description: 'Of a list.' }),
    number: t.float({ description: "Of a number, in the field's unit." }),
    money: t.field({ type: AmountInput, description: 'Of an amount.' }),
    options: t.stringList({ description: 'Of a choice: the keys of the options.' }),
    picture: t.field({ type: ProfilePictureInput, description: 'Of a picture.' }),
    link: t.field({ type: ProfileLinkInput, description: 'Of a link.' }),
    clear: t.boolean({ description: 'Takes the value away, in all languages.' }),
    visibility: t.field({
      type: VisibilityEnum,
      description: "Who may read it, where the template's own is not wanted.",
    }),
  }),
})

const TraitInput = builder.inputType('TraitInput', {
  description: 'An expectation on a customer.',
  fields: (t) => ({
    key: t.string({
      required: true,
      description: 'Its name in the profile: `employees`; that of a trait field where it fills one.',
    }),
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
    visibility: t.field({
      type: VisibilityEnum,
      description:
        'Who may read it; everybody when not given. A sensitive attribute never leaves the workspace.',
    }),
  }),
})

const ProfileLinksInput = builder.inputType('ProfileLinksInput', {
  description: 'What a profile points at; what is not given stays.',
  fields: (t) => ({
    products: t.stringList({ description: 'Keys of the products it is for.' }),
    personas: t.globalIDList({ description: 'Profiles of the kind persona: the people in it.' }),
    contrasts: t.globalIDList({ description: 'Anti-profiles it is told apart from.' }),
    segment: t.globalID({ description: 'The segment of its customers.' }),
    scorecard: t.globalID({ description: 'The scorecard that measures its fit.' }),
  }),
})

interface LinksShape {
  readonly products?: readonly string[] | null | undefined
  readonly personas?: readonly { readonly id: string }[] | null | undefined
  readonly contrasts?: readonly { readonly id: string }[] | null | undefined
  readonly segment?: { readonly id: string } | null | undefined
  readonly scorecard?: { readonly id: string } | null | undefined
}

/** Links by ids of the database. */
function readLinks(links: LinksShape | null | undefined): ProfileContentInput['links'] {
  return (
    links && {
      products: links.products,
      personas: links.personas?.map(({ id }) => id),
      contrasts: links.contrasts?.map(({ id }) => id),
      segment: links.segment === undefined ? undefined : (links.segment?.id ?? null),
      scorecard: links.scorecard === undefined ? undefined : (links.scorecard?.id ?? null),
    }
  )
}

const content = {
  name: 'Its name.',
  summary: 'What it is about, in short.',
  quote: 'What such a customer says.',
  picture: 'Its face; null takes it away, and initials stand in.',
  fields: "Values of the template's fields.",
  traits: 'What is expected of such a customer; all of them.',
  links: 'What it points at.',
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
    picture: t.field({ type: ProfilePictureInput, description: content.picture }),
    fields: t.field({ type: [ProfileFieldInput], description: content.fields }),
    traits: t.field({ type: [TraitInput], description: content.traits }),
    links: t.field({ type: ProfileLinksInput, description: content.links }),
  }),
})

const ProfileUpdateInput = builder.inputType('ProfileUpdateInput', {
  description: 'Changes to a profile; what is not given stays.',
  fields: (t) => ({
    name: t.field({ type: LocalizedTextInput, description: content.name }),
    summary: t.field({ type: LocalizedTextInput, description: content.summary }),
    quote: t.field({ type: LocalizedTextInput, description: content.quote }),
    picture: t.field({ type: ProfilePictureInput, description: content.picture }),
    fields: t.field({ type: [ProfileFieldInput], description: content.fields }),
    traits: t.field({ type: [TraitInput], description: content.traits }),
    links: t.field({ type: ProfileLinksInput, description: content.links }),
  }),
})

const OnConflict = enumOf('OnConflict', 'What to do where others have saved since `expectedRevision`.', {
  refuse: 'Save nothing; answer both sides and what they make together.',
  merge: 'Save both together where they changed different parts; refuse where they changed the same.',
})

const dataField = { name: 'profile', description: 'The profile as it is now.' }
const expected = 'The newest revision the caller has seen (`latestRevision`).'

builder.mutationField('profileCreate', (t) =>
  t.field({
    type: Profile,
    description: 'Makes a profile; it is a draft until it is published. Needs `profile:create`.',
    authScopes: { may: 'profile:create' },
    errors: { types: createProblems, dataField },
    args: { input: t.arg({ type: ProfileCreateInput, required: true, description: 'The new profile.' }) },
    resolve: async (_root, { input }, context) =>
      viewChanged(context, await createProfile(context, { ...input, links: readLinks(input.links) })),
  }),
)

builder.mutationField('profileUpdate', (t) =>
  t.field({
    type: Profile,
    description:
      'Saves a new revision; readers see it once it is published. Saving what is there already does nothing. Needs `profile:update`, or `profile:translate` for texts in other languages than the source.',
    authScopes: { may: 'profile:translate' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The profile.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      onConflict: t.arg({
        type: OnConflict,
        required: true,
        defaultValue: 'refuse',
        description: 'What to do where others have saved since.',
      }),
      autosave: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Whether an editor saves by itself while somebody writes; history tells these apart.',
      }),
      input: t.arg({ type: ProfileUpdateInput, required: true, description: 'What changes.' }),
    },
    resolve: (_root, { id, expectedRevision, onConflict, autosave, input }, context) => {
      return updateProfile(context, {
        id: id.id,
        expectedRevision,
        input: { ...input, links: readLinks(input.links) },
        merge: onConflict === 'merge',
        isAutosave: autosave,
      })
    },
  }),
)

builder.mutationField('profileRestore', (t) =>
  t.field({
    type: Profile,
    description: 'Takes the content of an older revision back, as a new one. Needs `profile:update`.',
    authScopes: { may: 'profile:update' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The profile.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      revision: t.arg.int({ required: true, description: 'The number of the older revision.' }),
    },
    resolve: async (_root, args, context) => {
      await restoreProfile(context, args.id.id, args.expectedRevision, args.revision)
      return viewChanged(context, args.id.id)
    },
  }),
)

builder.mutationField('profileTranslationConfirm', (t) =>
  t.field({
    type: Profile,
    description:
      'Says that the translations into a language still hold though their source was changed. Needs `profile:translate`.',
    authScopes: { may: 'profile:translate' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The profile.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      locale: t.arg({ type: LocaleEnum, required: true, description: 'The language.' }),
    },
    resolve: async (_root, args, context) => {
      await confirmProfileTranslation(context, args.id.id, args.expectedRevision, args.locale)
      return viewChanged(context, args.id.id)
    },
  }),
)

builder.mutationField('profilePublish', (t) =>
  t.field({
    type: Profile,
    description: 'Makes a revision the one readers see, in all audiences at once. Needs `profile:publish`.',
    authScopes: { may: 'profile:publish' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The profile.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      revision: t.arg.int({ description: 'The revision; the newest when not given.' }),
      locales: t.arg({
        type: [LocaleEnum],
        description: 'The languages; all it has a name in when not given.',
      }),
    },
    resolve: async (_root, args, context) => {
      await publishProfile(context, args.id.id, args.expectedRevision, {
        revision: args.revision ?? undefined,
        locales: args.locales ?? undefined,
      })
      return viewChanged(context, args.id.id)
    },
  }),
)

builder.mutationField('profileUnpublish', (t) =>
  t.field({
    type: Profile,
    description: 'Takes a profile away from its readers; its revisions stay. Needs `profile:publish`.',
    authScopes: { may: 'profile:publish' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The profile.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      locales: t.arg({ type: [LocaleEnum], description: 'The languages; all when not given.' }),
    },
    resolve: async (_root, args, context) => {
      await unpublishProfile(context, args.id.id, args.expectedRevision, args.locales ?? undefined)
      return viewChanged(context, args.id.id)
    },
  }),
)

builder.mutationField('profileArchive', (t) =>
  t.field({
    type: Profile,
    description:
      'Puts a profile away: it is unpublished and left out of lists; nothing is lost. Needs `profile:archive`.',
    authScopes: { may: 'profile:archive' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The profile.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
    },
    resolve: async (_root, args, context) => {
      await putInArchive(context, args.id.id, args.expectedRevision)
      return viewChanged(context, args.id.id)
    },
  }),
)

builder.mutationField('profileUnarchive', (t) =>
  t.field({
    type: Profile,
    description: 'Takes a profile out of the archive, as a draft. Needs `profile:archive`.',
    authScopes: { may: 'profile:archive' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The profile.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
    },
    resolve: async (_root, args, context) => {
      await takeFromArchive(context, args.id.id, args.expectedRevision)
      return viewChanged(context, args.id.id)
    },
  }),
)

interface Deleted {
  readonly id: string
}

const DeletedProfile = builder.objectRef<Deleted>('DeletedProfile').implement({
  description: 'A profile that is gone.',
  fields: (t) => ({
    id: t.globalID({ description: 'The id it had.', resolve: ({ id }) => ({ type: 'Profile', id }) }),
  }),
})

builder.mutationField('profileDelete', (t) =>
  t.field({
    type: DeletedProfile,
    description:
      'Deletes a profile with its whole history; refused with the list where others point at it. `profileArchive` keeps it. Needs `profile:delete`.',
    authScopes: { may: 'profile:delete' },
    errors: {
      types: [RevisionConflict, InUse, NotFound, Forbidden],
      dataField: { name: 'deleted', description: 'What is gone.' },
    },
    args: {
      id: t.arg.globalID({ required: true, description: 'The profile.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
    },
    resolve: async (_root, { id, expectedRevision }, context) => ({
      id: await removeProfile(context, id.id, expectedRevision),
    }),
  }),
)
