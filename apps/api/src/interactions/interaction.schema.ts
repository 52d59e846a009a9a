import type { CustomerRow } from '@profilkort/database/customers/customers.queries'
import {
  findRecordIdsOf,
  type InteractionFilter,
  type InteractionPlace,
  type InteractionRow,
  type InteractionSummary,
  listInteractions,
  summariseInteractions,
} from '@profilkort/database/interactions/interactions.queries'
import type { InteractionKind } from '@profilkort/domain/interactions/interaction'
import { Customer } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf } from '../graphql/connection.schema.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { readPage, toConnection } from '../graphql/pages.ts'
import { shownProperties } from './shown-properties.ts'

const InteractionKindEnum = enumOf('InteractionKind', 'How an interaction was told.', {
  track: 'Something that was done, by its own name.',
  page: 'A page that was read.',
  screen: "An app's screen that was looked at.",
} satisfies Record<InteractionKind, string>)

export const Interaction = builder.objectRef<InteractionRow>('Interaction').implement({
  description: 'Something a customer did or that was done towards it, at a time.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id, unique in the workspace; no global id.' }),
    kind: t.field({
      type: InteractionKindEnum,
      description: 'How it was told.',
      resolve: ({ type }) => type,
    }),
    name: t.exposeString('name', { description: "The event's name; `page` or `screen` of these." }),
    at: t.expose('at', { type: 'DateTime', description: "When it happened, by the server's clock." }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it was told.' }),
    source: t.exposeString('source', { description: 'The source that told it.' }),
    messageId: t.exposeString('messageId', { description: 'What the source calls it.' }),
    isAnonymous: t.boolean({
      description: 'Whether it was done before it was known by whom.',
      resolve: ({ recordId }) => recordId === null,
    }),
    properties: t.field({
      type: 'JSON',
      description:
        'As they came, but for what tells of special categories that the person has not consented to.',
      resolve: ({ properties }) => properties,
    }),
    context: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Where and by what it was done: library, page, campaign, device and the like.',
      resolve: ({ context }) => context,
    }),
    notes: t.stringList({
      description: 'What was put right, or is not as its type says.',
      resolve: ({ notes }) => notes?.split('\n') ?? [],
    }),
  }),
})

const InteractionConnection = connectionOf(Interaction, {
  page: 'A page of interactions, newest first.',
  edge: 'An interaction and its place in the list.',
  node: 'The interaction.',
})

const InteractionSummaryType = builder.objectRef<InteractionSummary>('InteractionSummary').implement({
  description: 'How often something was done.',
  fields: (t) => ({
    name: t.exposeString('name', { description: "The event's name; `page` or `screen` of these." }),
    count: t.exposeInt('count', { description: 'How often.' }),
    firstAt: t.expose('firstAt', { type: 'DateTime', description: 'When first.' }),
    lastAt: t.expose('lastAt', { type: 'DateTime', description: 'When last.' }),
  }),
})

type Arguments = Parameters<
  Extract<NonNullable<Parameters<typeof builder.queryField>[1]>, (t: never) => unknown>
>[0]['arg']

const filterArguments = (arg: Arguments) => ({
  names: arg.stringList({ description: 'Only those of these names; all when not given.' }),
  from: arg({ type: 'DateTime', description: 'Only those from then on.' }),
  to: arg({ type: 'DateTime', description: 'Only those before.' }),
  contacts: arg.boolean({
    required: true,
    defaultValue: true,
    description: 'Of a company: also what its contacts did.',
  }),
})

interface FilterArguments {
  readonly names?: readonly string[] | null | undefined
  readonly from?: Date | null | undefined
  readonly to?: Date | null | undefined
  readonly contacts: boolean
}

builder.objectFields(Customer, (t) => ({
  interactions: t.field({
    type: InteractionConnection,
    nullable: true,
    description: 'What it did and what was done towards it, newest first. Needs `interaction:read`.',
    authScopes: { may: 'interaction:read' },
    args: {
      first: t.arg.int({ description: 'How many from the newest, 1 to 100; 20 when not given.' }),
      after: t.arg.string({ description: 'Only those after this cursor.' }),
      ...filterArguments(t.arg),
    },
    resolve: async (customer, args, context) => {
      const page = readPage({ first: args.first, after: args.after }, readPlace)
      const rows = await readOf(context, customer, args, (tx, workspaceId, ids, filter) =>
        listInteractions(tx, workspaceId, ids, { ...filter, after: page.after, limit: page.limit + 1 }),
      )
      const shown = await Promise.all(
        rows.map(async ({ properties, ...row }) => ({
          ...row,
          properties: await shownProperties(context, customer, row.recordId, properties),
        })),
      )
      return toConnection(shown, page, ({ place }) => [place.at, place.id])
    },
  }),
  interactionSummary: t.field({
    type: [InteractionSummaryType],
    nullable: true,
    description:
      'How often it did what, and when first and last; the most frequent first. Needs `interaction:read`.',
    authScopes: { may: 'interaction:read' },
    args: filterArguments(t.arg),
    resolve: async (customer, args, context) => [
      ...(await readOf(context, customer, args, summariseInteractions)),
    ],
  }),
}))

function readOf<Answer>(
  { read }: Context,
  customer: CustomerRow,
  { names, from, to, contacts }: FilterArguments,
  query: (
    tx: Parameters<typeof findRecordIdsOf>[0],
    workspaceId: string,
    recordIds: readonly string[],
    filter: InteractionFilter,
  ) => Promise<Answer>,
): Promise<Answer> {
  const filter = { names: names ?? undefined, from: from ?? undefined, to: to ?? undefined }
  return read(async (tx, workspaceId) => {
    const withContacts = contacts && customer.kind === 'company'
    const ids = await findRecordIdsOf(tx, workspaceId, customer.id, { withContacts })
    return query(tx, workspaceId, ids, filter)
  })
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function readPlace([at, id]: readonly unknown[]): InteractionPlace | undefined {
  if (typeof at !== 'string' || typeof id !== 'string') return undefined
  return /^[\d :.+-]{10,40}$/.test(at) && uuid.test(id) ? { at, id } : undefined
}
