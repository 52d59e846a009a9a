import {
  listMemberEvents,
  listMembers,
  listRevisions,
  listSizes,
  type MemberRow,
  type RevisionRow,
} from '@profilkort/database/segments/history.queries'
import { findKeeping } from '@profilkort/database/segments/keeping.queries'
import { type Locale, type Localized, locales, resolveText } from '@profilkort/domain/locales/locale'
import { describe } from '@profilkort/domain/rules/describe'
import type { Rule } from '@profilkort/domain/rules/rule'
import type { MemberEvent, MemberReason, SegmentSize } from '@profilkort/domain/segments/member-event'
import { useFor } from '../consents/uses.ts'
import { Customer } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { type Connection, connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import { dayOf } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { isUuid } from '../graphql/global-id.ts'
import { readPage, toConnection } from '../graphql/pages.ts'
import { customerNow } from './customer-now.ts'
import { changed, SegmentType } from './segment.schema.ts'

const SegmentEventKindEnum = enumOf('SegmentEventKind', 'What became of a customer in a segment.', {
  entered: 'It is in the segment since.',
  left: 'It is in the segment no more.',
} satisfies Record<MemberEvent['kind'], string>)

const SegmentEventReasonEnum = enumOf('SegmentEventReason', 'Why a customer entered a segment or left it.', {
  customerChanged:
    'Something of the customer changed, or of its company or people: a value, a deal, a consent, a place on a list.',
  ruleChanged: 'The rule of the segment changed, or that of a segment it names.',
  timePassed:
    'Neither did: a day of the rule has passed, a metric counts other days, a consent ran out, or what it did or how it fits was seen by a look at everybody.',
  customerGone: 'The customer is there no more: it was joined with another, or erased.',
  picked: 'Somebody put it on the list.',
  unpicked: 'Somebody took it off the list.',
} satisfies Record<MemberReason, string>)

type EventRow = MemberEvent & { readonly segmentId: string }

const SegmentEvent = builder.objectRef<EventRow>('SegmentEvent').implement({
  description: 'That a customer entered a segment or left it.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When it was noticed.' }),
    kind: t.field({ type: SegmentEventKindEnum, description: 'Which of both.', resolve: ({ kind }) => kind }),
    reason: t.field({
      type: SegmentEventReasonEnum,
      description: 'Why.',
      resolve: ({ reason }) => reason,
    }),
    revision: t.exposeInt('revision', { description: "The segment's revision then." }),
    by: t.exposeString('by', { nullable: true, description: 'Of a list: who did it.' }),
    customer: t.field({
      type: Customer,
      nullable: true,
      description: 'The customer as it is now, joined ones as the one that they are; null once it is gone.',
      resolve: ({ customerId }, _args, context) => customerNow(context, customerId),
    }),
    segment: t.field({
      type: SegmentType,
      description: 'The segment.',
      resolve: ({ segmentId }, _args, context) => changed(context, segmentId),
    }),
  }),
})

const SegmentEventConnection = connectionOf<EventRow>(SegmentEvent, {
  page: 'A page of entries and exits, newest first.',
  edge: 'An entry or exit and its place in the list.',
  node: 'The entry or exit.',
})

const readEventPlace = ([id]: readonly unknown[]) =>
  typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : undefined

builder.objectField(SegmentType, 'events', (t) =>
  t.field({
    type: SegmentEventConnection,
    nullable: true,
    description:
      'Who entered and left, newest first, as noticed every minute. Who was in it when it was made did not enter. Needs `customer:read`; null without.',
    authScopes: { may: 'customer:read' },
    args: pageArguments(t.arg, ['the newest', 'the oldest']),
    resolve: async ({ id }, args, context): Promise<Connection<EventRow>> => {
      const page = readPage(args, readEventPlace)
      const rows = await context.read((tx, workspaceId) =>
        listMemberEvents(tx, workspaceId, { segmentId: id }, page),
      )
      return toConnection(rows, page, (row) => [row.id])
    },
  }),
)

builder.objectField(Customer, 'segmentEvents', (t) =>
  t.field({
    type: SegmentEventConnection,
    nullable: true,
    description: 'Which segments it entered and left, newest first. Needs `segment:read`.',
    authScopes: { may: 'segment:read' },
    args: pageArguments(t.arg, ['the newest', 'the oldest']),
    resolve: async ({ id }, args, context): Promise<Connection<EventRow>> => {
      const page = readPage(args, readEventPlace)
      const rows = await context.read((tx, workspaceId) =>
        listMemberEvents(tx, workspaceId, { customerId: id }, page),
      )
      return toConnection(rows, page, (row) => [row.id])
    },
  }),
)

const SegmentMember = builder.objectRef<MemberRow>('SegmentMember').implement({
  description: 'A customer in a segment.',
  fields: (t) => ({
    customer: t.field({
      type: Customer,
      nullable: true,
      description: 'The customer; null once it is gone.',
      resolve: ({ customerId }, _args, context) => customerNow(context, customerId),
    }),
    since: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is known to be in it; null of a list.',
      resolve: ({ since }) => since,
    }),
  }),
})

const SegmentMemberConnection = connectionOf<MemberRow>(SegmentMember, {
  page: 'A page of the customers in a segment.',
  edge: 'A customer in a segment and its place in the list.',
  node: 'The customer in the segment.',
})

builder.objectField(SegmentType, 'members', (t) =>
  t.field({
    type: SegmentMemberConnection,
    nullable: true,
    description:
      'Who is in it by id: of a rule as it was last kept, see `keptAt`, but for people who may not be profiled now; of a list as it is now. Needs `customer:read`; null without.',
    authScopes: { may: 'customer:read' },
    args: pageArguments(t.arg, ['the first', 'the last']),
    resolve: async (segment, args, context): Promise<Connection<MemberRow>> => {
      const page = readPage(args, ([id]) => (isUuid(id) ? id : undefined))
      const use = await useFor(context, 'profiling')
      const rows = await context.read((tx, workspaceId) => listMembers(tx, workspaceId, segment, use, page))
      return toConnection(rows, page, ({ customerId }) => [customerId])
    },
  }),
)

builder.objectField(SegmentType, 'keptAt', (t) =>
  t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When its members were last brought up to date; null of a list, and before the first time.',
    resolve: async ({ id }, _args, context) => {
      const keeping = await context.read((tx, workspaceId) => findKeeping(tx, workspaceId, id))
      return keeping?.keptAt ?? null
    },
  }),
)

const SegmentSizeType = builder.objectRef<SegmentSize>('SegmentSize').implement({
  description: 'How large a segment was when it was last looked at on a day, by one of its revisions.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day, in UTC.' }),
    revision: t.exposeInt('revision', { description: "The segment's revision: it was the rule then." }),
    size: t.exposeInt('size', { description: 'How many customers were in it.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was looked at.' }),
  }),
})

const mostSizes = 1000

builder.objectField(SegmentType, 'sizes', (t) =>
  t.field({
    type: [SegmentSizeType],
    nullable: true,
    description:
      'Its size over time, oldest first: the last of each day, and of each of its revisions; the newest 1,000. Needs `customer:read`; null without.',
    authScopes: { may: 'customer:read' },
    args: {
      from: t.arg({ type: 'Date', description: 'From this day; the first when not given.' }),
      until: t.arg({ type: 'Date', description: 'To this day; today when not given.' }),
    },
    resolve: async ({ id }, { from, until }, context) => {
      const days = { from: from ?? '1970-01-01', until: until ?? dayOf(context.now), limit: mostSizes }
      const sizes = await context.read((tx, workspaceId) => listSizes(tx, workspaceId, id, days))
      return [...sizes]
    },
  }),
)

interface RevisionView extends RevisionRow {
  readonly locale: Locale
}

const SegmentRevisionType = builder.objectRef<RevisionView>('SegmentRevision').implement({
  description: 'What a segment was at a revision.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'Its number.' }),
    name: t.string({
      description: 'Its name then.',
      resolve: ({ name, locale }) => resolveText(name as Localized, [locale, ...locales])?.text ?? '',
    }),
    sentence: t.string({
      description: 'Its rule then, as a sentence.',
      resolve: async ({ rule, locale }, _args, context) =>
        describe(rule as Rule, await context.catalogue(), locale),
    }),
    rule: t.field({ type: 'JSON', description: 'Its rule then, as JSON.', resolve: ({ rule }) => rule }),
    savedAt: t.expose('savedAt', { type: 'DateTime', description: 'When it was saved.' }),
    savedBy: t.exposeString('savedBy', { description: 'Who saved it.' }),
  }),
})

const mostRevisions = 100

builder.objectField(SegmentType, 'revisions', (t) =>
  t.field({
    type: [SegmentRevisionType],
    description: 'What it was before and who changed it, newest first; at most 100.',
    resolve: async ({ id, locale }, _args, context) => {
      const rows = await context.read((tx, workspaceId) => listRevisions(tx, workspaceId, id, mostRevisions))
      return rows.map((row) => ({ ...row, locale }))
    },
  }),
)
