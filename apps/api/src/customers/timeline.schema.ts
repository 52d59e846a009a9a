import type { CustomerRow } from '@profilkort/database/customers/customers.queries'
import {
  listTimeline,
  type TimelinePlace,
  type TimelineRow,
} from '@profilkort/database/customers/timeline.queries'
import { describeEntry, type TimelineKind, timelineKinds } from '@profilkort/domain/customers/timeline'
import type { Json } from '@profilkort/domain/interactions/interaction'
import type { Locale } from '@profilkort/domain/locales/locale'
import { builder } from '../graphql/builder.ts'
import { type Connection, connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { readPage, toConnection } from '../graphql/pages.ts'
import { shownProperties } from '../interactions/shown-properties.ts'
import { Customer } from './customer.schema.ts'

const allKinds = Object.keys(timelineKinds) as readonly TimelineKind[]

const KindEnum = enumOf(
  'TimelineKind',
  'What stands in the timeline of a customer.',
  Object.fromEntries(allKinds.map((kind) => [kind, `${timelineKinds[kind].en}.`])) as Record<
    TimelineKind,
    string
  >,
)

interface EntryView extends TimelineRow {
  readonly locale: Locale
}

const EntryType = builder.objectRef<EntryView>('TimelineEntry').implement({
  description: 'Something that happened with a customer.',
  fields: (t) => ({
    kind: t.field({ type: KindEnum, description: 'What it is.', resolve: ({ kind }) => kind }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => new Date(at) }),
    text: t.string({
      description: 'A line for people, in the language asked for.',
      resolve: (entry) => describeEntry(entry, entry.locale),
    }),
    source: t.exposeString('source', {
      nullable: true,
      description: 'Who told of it: a source, or a person.',
    }),
    subject: t.exposeString('subject', {
      nullable: true,
      description: 'What it is about: a product, a criterion.',
    }),
    amount: t.exposeFloat('amount', { nullable: true, description: 'An amount, where it has one.' }),
    currency: t.exposeString('currency', { nullable: true, description: "The amount's currency, ISO 4217." }),
    data: t.field({
      type: 'JSON',
      description:
        'All of it, as it is kept, but for what tells of special categories that the person has not consented to.',
      resolve: ({ data }) => data,
    }),
  }),
})

const EntryConnection = connectionOf<EntryView>(EntryType, {
  page: 'A page of what happened with a customer, the newest first.',
  edge: 'Something that happened and its place in the timeline.',
  node: 'What happened.',
})

builder.objectField(Customer, 'timeline', (t) =>
  t.field({
    type: EntryConnection,
    nullable: true,
    description:
      'What happened with it, the newest first, from everything that is known. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    args: {
      ...pageArguments(t.arg, ['the newest', 'the oldest']),
      kinds: t.arg({ type: [KindEnum], description: 'Only these kinds; all when not given.' }),
      from: t.arg({ type: 'DateTime', description: 'Only from then on.' }),
      to: t.arg({ type: 'DateTime', description: 'Only before then.' }),
      locale: t.arg({ type: LocaleEnum, description: 'The language of texts.' }),
    },
    resolve: async (
      customer,
      { kinds, from, to, locale, ...args },
      context,
    ): Promise<Connection<EntryView>> => {
      const page = readPage(args, readPlace)
      const [language] = await localeChain(context, locale)
      const asked = { ...page, kinds: kinds ?? allKinds, from: from ?? undefined, to: to ?? undefined }
      const rows =
        asked.kinds.length === 0
          ? []
          : await context.read((tx, workspaceId) => listTimeline(tx, workspaceId, customer.id, asked))
      const entries = rows.map(async (row) => ({
        ...row,
        data: await shownData(context, customer, row),
        locale: language,
      }))
      return toConnection(await Promise.all(entries), page, ({ place }) => [place.at, place.key])
    },
  }),
)

async function shownData(
  context: Context,
  customer: CustomerRow,
  { kind, data, recordId }: TimelineRow,
): Promise<unknown> {
  if (kind !== 'interaction') return data
  const { properties, ...rest } = data as { readonly properties: Json }
  return { ...rest, properties: await shownProperties(context, customer, recordId, properties) }
}

function readPlace([at, key]: readonly unknown[]): TimelinePlace | undefined {
  const isPlace = typeof at === 'string' && typeof key === 'string' && !Number.isNaN(Date.parse(at))
  return isPlace ? { at, key } : undefined
}
