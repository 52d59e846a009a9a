import { builder } from '../graphql/builder.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { LocaleEnum, LocalizedTextInput, toLocalized } from '../graphql/locales.schema.ts'
import { changeProblems, createProblems } from '../graphql/problems.schema.ts'
import { Forbidden, InUse, NotFound, RevisionConflict } from '../graphql/problems.ts'
import { RuleInput, readRuleInput } from '../rules/rule-input.schema.ts'
import { putInArchive, removeSegment, takeFromArchive } from './archive-segment.ts'
import { changeSegment, createSegment } from './change-segment.ts'
import { readNewSegment } from './read-new-segment.ts'
import { changed, SegmentKindEnum, SegmentType } from './segment.schema.ts'

const SegmentSentenceInput = builder.inputType('SegmentSentenceInput', {
  description: 'A rule in words.',
  fields: (t) => ({
    sentence: t.string({ required: true, description: 'The sentence; at most 4,000 characters.' }),
    locale: t.field({ type: LocaleEnum, required: true, description: 'Its language.' }),
  }),
})

const SegmentCreateInput = builder.inputType('SegmentCreateInput', {
  description: 'A new segment.',
  fields: (t) => ({
    slug: t.string({ description: 'Its name in addresses; made from the name when not given.' }),
    name: t.field({
      type: LocalizedTextInput,
      description: 'Its name for people; only from a template it may be left out.',
    }),
    kind: t.field({
      type: SegmentKindEnum,
      required: true,
      defaultValue: 'dynamic',
      description: 'Whether a rule tells who is in it, or a list that is empty at first.',
    }),
    rule: t.field({ type: RuleInput, description: 'Which customers; a list has none.' }),
    fromSentence: t.field({
      type: SegmentSentenceInput,
      description: 'A sentence that tells the rule, in the words of `Segment.sentence`.',
    }),
    fromTemplate: t.string({
      description: 'The key of a ready-made segment whose rule and name it takes; see `segmentTemplates`.',
    }),
  }),
})

const SegmentUpdateInput = builder.inputType('SegmentUpdateInput', {
  description: 'Changes to a segment; what is not given stays.',
  fields: (t) => ({
    name: t.field({ type: LocalizedTextInput, description: 'Its name for people.' }),
    rule: t.field({ type: RuleInput, description: 'Which customers.' }),
  }),
})

const dataField = { name: 'segment', description: 'The segment as it is now.' }
const expected = 'The revision the caller has seen.'

builder.mutationField('segmentCreate', (t) =>
  t.field({
    type: SegmentType,
    description: 'Makes a segment. Needs `segment:write`.',
    authScopes: { may: 'segment:write' },
    errors: { types: createProblems, dataField },
    args: { input: t.arg({ type: SegmentCreateInput, required: true, description: 'The new segment.' }) },
    resolve: async (_root, { input }, context) => {
      const id = await createSegment(
        context,
        readNewSegment({ ...input, name: toLocalized(input.name) ?? {} }, await context.catalogue()),
      )
      return changed(context, id)
    },
  }),
)

builder.mutationField('segmentUpdate', (t) =>
  t.field({
    type: SegmentType,
    description: 'Changes a segment. Needs `segment:write`.',
    authScopes: { may: 'segment:write' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The segment.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      input: t.arg({ type: SegmentUpdateInput, required: true, description: 'What changes.' }),
    },
    resolve: async (_root, { id, expectedRevision, input }, context) => {
      await changeSegment(context, id.id, expectedRevision, {
        name: toLocalized(input.name),
        ...(input.rule ? { rule: readRuleInput(input.rule) } : {}),
      })
      return changed(context, id.id)
    },
  }),
)

builder.mutationField('segmentArchive', (t) =>
  t.field({
    type: SegmentType,
    description:
      'Puts a segment away: no profile can be made to point at it any more, and those that do keep it; ask for its `users` to see them. Needs `segment:write`.',
    authScopes: { may: 'segment:write' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The segment.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
    },
    resolve: async (_root, { id, expectedRevision }, context) => {
      await putInArchive(context, id.id, expectedRevision)
      return changed(context, id.id)
    },
  }),
)

builder.mutationField('segmentUnarchive', (t) =>
  t.field({
    type: SegmentType,
    description: 'Takes a segment out of the archive. Needs `segment:write`.',
    authScopes: { may: 'segment:write' },
    errors: { types: createProblems, dataField },
    args: { id: t.arg.globalID({ required: true, description: 'The segment.' }) },
    resolve: async (_root, { id }, context) => {
      await takeFromArchive(context, id.id)
      return changed(context, id.id)
    },
  }),
)

const DeletedSegment = builder.objectRef<{ readonly id: string }>('DeletedSegment').implement({
  description: 'A segment that is gone.',
  fields: (t) => ({
    id: t.id({ description: 'The id it had.', resolve: ({ id }) => encodeGlobalId('Segment', id) }),
  }),
})

builder.mutationField('segmentDelete', (t) =>
  t.field({
    type: DeletedSegment,
    description:
      'Deletes a segment with its history; refused with the list where profiles, releases, other segments or scorecards use it, see `users`. `segmentArchive` keeps it. Needs `segment:write`.',
    authScopes: { may: 'segment:write' },
    errors: {
      types: [RevisionConflict, InUse, NotFound, Forbidden],
      dataField: { name: 'deleted', description: 'What is gone.' },
    },
    args: {
      id: t.arg.globalID({ required: true, description: 'The segment.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
    },
    resolve: async (_root, { id, expectedRevision }, context) => {
      await removeSegment(context, id.id, expectedRevision)
      return { id: id.id }
    },
  }),
)
