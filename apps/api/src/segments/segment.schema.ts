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
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { countLoader, loadPickedCount } from './count-customers.ts'

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

/** A segment right after it was changed. */
export async function changed(context: Context, id: string): Promise<SegmentView> {
  const [locale] = await localeChain(context, undefined)
  const [row] = await context.read((tx, workspaceId) => findSegments(tx, workspaceId, [id]))
  if (row === undefined) throw new Error(`Segment ${id} is gone right after it was saved`)
  return { ...row, locale }
}
