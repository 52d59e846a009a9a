import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { LocalizedTextInput } from '../graphql/locales.schema.ts'
import { changeProblems, createProblems } from '../graphql/problems.schema.ts'
import { Forbidden, InUse, InvalidInput, NotFound, RevisionConflict } from '../graphql/problems.ts'
import { ProfileKindEnum, VisibilityEnum } from '../profiles/profile-enums.schema.ts'
import { putInArchive, removeTemplate, takeFromArchive } from './archive-template.ts'
import { createTemplate } from './create-template.ts'
import { TemplateFieldKindEnum, TemplateType, viewTemplate } from './template.schema.ts'
import { updateTemplate } from './update-template.ts'

const keyHelp = 'a small letter, then letters and digits, at most 60.'

const TemplateUnitInput = builder.inputType('TemplateUnitInput', {
  description: 'What a number counts.',
  isOneOf: true,
  fields: (t) => ({
    standard: t.string({
      description: 'A unit that every language has words for: `percent`, `year`, `kilometer`.',
    }),
    words: t.field({ type: LocalizedTextInput, description: 'A plural noun: `{ en: "machines" }`.' }),
  }),
})

const TemplateOptionInput = builder.inputType('TemplateOptionInput', {
  description: 'One of the answers of a choice.',
  fields: (t) => ({
    key: t.string({ required: true, description: `Its name in profiles, unique in the field: ${keyHelp}` }),
    label: t.field({ type: LocalizedTextInput, required: true, description: 'Its name for people.' }),
  }),
})

const TemplateFieldInput = builder.inputType('TemplateFieldInput', {
  description: 'A place for one value in a profile.',
  fields: (t) => ({
    key: t.string({
      required: true,
      description: `Its name in profiles, unique in the template: ${keyHelp}`,
    }),
    kind: t.field({ type: TemplateFieldKindEnum, required: true, description: 'What it holds.' }),
    label: t.field({ type: LocalizedTextInput, required: true, description: 'Its name for people.' }),
    help: t.field({ type: LocalizedTextInput, description: 'What a good answer holds.' }),
    visibility: t.field({
      type: VisibilityEnum,
      required: true,
      description: 'Who may read it, unless the profile says otherwise.',
    }),
    unit: t.field({ type: TemplateUnitInput, description: 'Of a number: what it counts.' }),
    options: t.field({ type: [TemplateOptionInput], description: 'Of a choice: 1 to 50 answers in order.' }),
    many: t.boolean({ description: 'Of a choice: whether more than one may be chosen; no when not given.' }),
    attribute: t.string({ description: 'Of a trait: the key of the attribute that its rule speaks of.' }),
  }),
})

const TemplateSectionInput = builder.inputType('TemplateSectionInput', {
  description: 'Fields that belong together.',
  fields: (t) => ({
    key: t.string({ required: true, description: `Its name, unique in the template: ${keyHelp}` }),
    title: t.field({ type: LocalizedTextInput, required: true, description: 'Its name for people.' }),
    fields: t.field({ type: [TemplateFieldInput], required: true, description: 'Its fields in order.' }),
  }),
})

const help = {
  name: 'Its name for people, in at least one language.',
  kinds: 'The kinds of profile it is for.',
  sections: 'All its sections in order: at most 20, with at most 100 fields together.',
}

const TemplateCreateInput = builder.inputType('TemplateCreateInput', {
  description: 'A new template.',
  fields: (t) => ({
    key: t.string({ description: `What profiles name it by: ${keyHelp} Made from the name when not given.` }),
    copyOf: t.string({
      description: 'The key of a template whose kinds and sections it takes where they are not given.',
    }),
    name: t.field({ type: LocalizedTextInput, required: true, description: help.name }),
    kinds: t.field({ type: [ProfileKindEnum], description: help.kinds }),
    sections: t.field({ type: [TemplateSectionInput], description: help.sections }),
  }),
})

const TemplateUpdateInput = builder.inputType('TemplateUpdateInput', {
  description: 'Changes to a template; what is not given stays.',
  fields: (t) => ({
    name: t.field({ type: LocalizedTextInput, description: help.name }),
    kinds: t.field({ type: [ProfileKindEnum], description: help.kinds }),
    sections: t.field({ type: [TemplateSectionInput], description: help.sections }),
  }),
})

const authScopes = { may: 'template:write' as const }
const dataField = { name: 'template', description: 'The template as it is now.' }
const keyArg = { required: true as const, description: 'The key of the template.' }
const expected = {
  required: true as const,
  description: 'The newest revision the caller has seen (`revision`).',
}

async function viewChanged(context: Context, key: string) {
  const template = await viewTemplate(context, key)
  if (template === undefined) throw new NotFound('template', key)
  return template
}

builder.mutationField('templateCreate', (t) =>
  t.field({
    type: TemplateType,
    description:
      "Makes a template of the workspace's own, from nothing or as a copy of another. Needs `template:write`.",
    authScopes,
    errors: { types: createProblems, dataField },
    args: { input: t.arg({ type: TemplateCreateInput, required: true, description: 'The new template.' }) },
    resolve: async (_root, { input }, context) => viewChanged(context, await createTemplate(context, input)),
  }),
)

builder.mutationField('templateUpdate', (t) =>
  t.field({
    type: TemplateType,
    description:
      'Changes a template for all profiles written in it, published ones too: labels, order and visibility hold at once. They lose nothing: what stands in a field that is taken out is kept, and shown again when the field comes back. Needs `template:write`.',
    authScopes,
    errors: { types: changeProblems, dataField },
    args: {
      key: t.arg.string(keyArg),
      expectedRevision: t.arg.int(expected),
      input: t.arg({ type: TemplateUpdateInput, required: true, description: 'What changes.' }),
    },
    resolve: async (_root, { key, expectedRevision, input }, context) => {
      await updateTemplate(context, key, expectedRevision, input)
      return viewChanged(context, key)
    },
  }),
)

builder.mutationField('templateArchive', (t) =>
  t.field({
    type: TemplateType,
    description:
      'Puts a template away: no profile starts from it any more, and those written in it stay. Needs `template:write`.',
    authScopes,
    errors: { types: changeProblems, dataField },
    args: { key: t.arg.string(keyArg), expectedRevision: t.arg.int(expected) },
    resolve: async (_root, { key, expectedRevision }, context) => {
      await putInArchive(context, key, expectedRevision)
      return viewChanged(context, key)
    },
  }),
)

builder.mutationField('templateUnarchive', (t) =>
  t.field({
    type: TemplateType,
    description: 'Takes a template out of the archive. Needs `template:write`.',
    authScopes,
    errors: { types: createProblems, dataField },
    args: { key: t.arg.string(keyArg) },
    resolve: async (_root, { key }, context) => {
      await takeFromArchive(context, key)
      return viewChanged(context, key)
    },
  }),
)

interface Deleted {
  readonly key: string
}

const DeletedTemplate = builder.objectRef<Deleted>('DeletedTemplate').implement({
  description: 'A template that is gone.',
  fields: (t) => ({ key: t.exposeString('key', { description: 'The key it had.' }) }),
})

builder.mutationField('templateDelete', (t) =>
  t.field({
    type: DeletedTemplate,
    description:
      'Deletes a template; refused with the list where profiles are written in it, archived ones too. `templateArchive` keeps it. Needs `template:write`.',
    authScopes,
    errors: {
      types: [RevisionConflict, InUse, InvalidInput, NotFound, Forbidden],
      dataField: { name: 'deleted', description: 'What is gone.' },
    },
    args: { key: t.arg.string(keyArg), expectedRevision: t.arg.int(expected) },
    resolve: async (_root, { key, expectedRevision }, context) => ({
      key: await removeTemplate(context, key, expectedRevision),
    }),
  }),
)
