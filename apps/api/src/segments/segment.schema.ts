import {
  findSegmentBySlug,
  findSegments,
  listSegments,
  type SegmentRow,
} from '@profilkort/database/segments/segments.queries'
import { in4, type Locale, locales, resolveText } from '@profilkort/domain/locales/locale'
import { describe } from '@profilkort/domain/rules/describe'
import type { SegmentKind } from '@profilkort/domain/segments/segment'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { LocaleEnum, LocalizedTextInput, localeChain, toLocalized } from '../graphql/locales.schema.ts'
import { changeProblems, createProblems } from '../graphql/problems.schema.ts'
import { Forbidden, InUse, NotFound, RevisionConflict } from '../graphql/problems.ts'
import { RuleInput, readRuleInput } from '../rules/rule-input.schema.ts'
import { putInArchive, removeSegment, takeFromArchive } from './archive-segment.ts'
import { changeSegment, createSegment } from './change-segment.ts'
import { countLoader, loadPickedCount } from './count-customers.ts'
import { readNewSegment } from './read-new-segment.ts'

/** A segment for those who read it in a language. */
export interface SegmentView extends SegmentRow {
  readonly locale: Locale
}

export const SegmentKindEnum = enumOf('SegmentKind', 'What tells who is in a segment.', {
  dynamic: 'A rule: customers enter and leave by themselves.',
  static: 'A list: customers are put on it and taken off it.',
} satisfies Record<SegmentKind, string>)

/** What a list says in place of a rule. */
const listWords = in4(
  'Kunder som er valgt ut én for én',
  'Kunder som har valts ut en och en',
  'Kunder, der er valgt ud én for én',
  'Customers chosen one by one',
)

export const SegmentType = builder.objectRef<SegmentView>('Segment').implement({
  description: 'Some customers by a name: those a rule holds for, or those that were picked.',
  fields: (t) => ({
    id: t.id({ description: 'Its global id.', resolve: ({ id }) => encodeGlobalId('Segment', id) }),
    slug: t.exposeString('slug', { description: 'Its name in addresses.' }),
    kind: t.field({
      type: SegmentKindEnum,
      description: 'Whether a rule tells who is in it, or a list.',
      resolve: ({ kind }) => kind,
    }),
    revision: t.exposeInt('revision', { description: 'What to name as `expectedRevision` in a change.' }),
    name: t.string({
      description: 'Its name for people.',
      resolve: ({ name, locale, slug }) => resolveText(name, [locale, ...locales])?.text ?? slug,
    }),
    sentence: t.string({
      description: 'The rule as a sentence; of a list, that it is one.',
      resolve: async ({ kind, rule, locale }, _args, context) =>
        kind === 'static' ? listWords[locale] : describe(rule, await context.catalogue(), locale),
    }),
    rule: t.field({
      type: 'JSON',
      description: 'The rule as JSON; of a list, one that holds of nobody.',
      resolve: ({ rule }) => rule,
    }),
    archivedAt: t.expose('archivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was put in the archive; null while it is not.',
    }),
    customerCount: t.int({
      nullable: true,
      authScopes: { may: 'customer:read' },
      description:
        'For how many customers the rule holds now, without people who may not be profiled, or how many are on the list. Null for fewer than ten by attributes of special categories. Needs `customer:read`; null without.',
      resolve: async ({ id, kind, rule }, _args, context) =>
        kind === 'static' ? ((await loadPickedCount(context, id)) ?? 0) : countLoader(context).load(rule),
    }),
  }),
})

builder.queryField('segments', (t) =>
  t.field({
    type: [SegmentType],
    description: 'The segments by slug, at most 1,000. Needs `segment:read`.',
    authScopes: { may: 'segment:read' },
    args: {
      locale: t.arg({ type: LocaleEnum, description: 'The language of the texts.' }),
      archived: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Those in the archive instead.',
      }),
    },
    resolve: async (_root, args, context) => {
      const [locale] = await localeChain(context, args.locale)
      const rows = await context.read((tx, workspaceId) => listSegments(tx, workspaceId, args.archived))
      return rows.map((row) => ({ ...row, locale }))
    },
  }),
)

builder.queryField('segment', (t) =>
  t.field({
    type: SegmentType,
    nullable: true,
    description: 'One segment by its slug; null when there is none. Needs `segment:read`.',
    authScopes: { may: 'segment:read' },
    args: {
      slug: t.arg.string({ required: true, description: 'Its name in addresses.' }),
      locale: t.arg({ type: LocaleEnum, description: 'The language of the texts.' }),
    },
    resolve: async (_root, args, context) => {
      const [locale] = await localeChain(context, args.locale)
      const row = await context.read((tx, workspaceId) => findSegmentBySlug(tx, workspaceId, args.slug))
      return row && { ...row, locale }
    },
  }),
)

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

export async function changed(context: Context, id: string): Promise<SegmentView> {
  const [locale] = await localeChain(context, undefined)
  const [row] = await context.read((tx, workspaceId) => findSegments(tx, workspaceId, [id]))
  if (row === undefined) throw new Error(`Segment ${id} is gone right after it was saved`)
  return { ...row, locale }
}
