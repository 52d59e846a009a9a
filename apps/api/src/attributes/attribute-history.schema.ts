import {
  type AttributeChange,
  type AttributeUser,
  type LostValue,
  listChanges,
  listLostValues,
  type Migrated,
} from '@profilkort/database/attributes/changes.queries'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import { enumOf } from '../graphql/enums.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { readPage, toConnection } from '../graphql/pages.ts'
import { AttributeType } from './attribute.schema.ts'

const AttributeChangeKindEnum = enumOf('AttributeChangeKind', 'What was done to an attribute.', {
  created: 'It was added.',
  updated: 'Its texts, options or place were changed.',
  archived: 'It was put in the archive.',
  unarchived: 'It was taken out of the archive.',
  migrated: 'It was changed with all that is kept by it.',
} satisfies Record<AttributeChange['kind'], string>)

const AttributeUserType = builder.objectRef<AttributeUser>('AttributeUser').implement({
  description: 'Something that speaks of an attribute.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'The type of the thing, such as `Segment`.' }),
    id: t.exposeString('id', { description: 'Its id or key.' }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
  }),
})

export const AttributeMigrationRecord = builder.objectRef<Migrated>('AttributeMigrationRecord').implement({
  description: 'What a migration did.',
  fields: (t) => ({
    migration: t.field({
      type: 'JSON',
      description: 'What was asked for.',
      resolve: ({ migration }) => migration,
    }),
    records: t.exposeInt('records', { description: 'How many source records were rewritten.' }),
    customers: t.exposeInt('customers', { description: 'How many customers were rewritten.' }),
    lost: t.exposeInt('lost', {
      description:
        "How many records' values could not be read as the new type; see the history's `lostValues`.",
    }),
    rewritten: t.field({
      type: [AttributeUserType],
      description: 'What had its rules rewritten.',
      resolve: ({ rewritten }) => [...rewritten],
    }),
  }),
})

const LostValueType = builder.objectRef<LostValue>('AttributeLostValue').implement({
  description: 'A value that a migration could not keep.',
  fields: (t) => ({
    customer: t.id({
      description: 'Who had it: the global id of a customer.',
      resolve: ({ customerId }) => encodeGlobalId('Customer', customerId),
    }),
    record: t.string({ description: 'The source record that says it.', resolve: ({ recordId }) => recordId }),
    value: t.field({ type: 'JSON', description: 'What it says.', resolve: ({ value }) => value }),
  }),
})

const LostValueConnection = connectionOf(LostValueType, {
  page: 'A page of values that could not be kept, by record.',
  edge: 'A value and its place in the list.',
  node: 'The value.',
})

const AttributeChangeType = builder.objectRef<AttributeChange>('AttributeChange').implement({
  description: 'Something that was done to an attribute.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'Its revision from then on.' }),
    kind: t.field({
      type: AttributeChangeKindEnum,
      description: 'What was done.',
      resolve: ({ kind }) => kind,
    }),
    by: t.exposeString('by', { description: 'Who did it.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description: 'All of it as it was; null where it was new.',
      resolve: ({ before }) => before,
    }),
    after: t.field({ type: 'JSON', description: 'All of it as it was then.', resolve: ({ after }) => after }),
    migrated: t.field({
      type: AttributeMigrationRecord,
      nullable: true,
      description: 'Of a migration: what it did.',
      resolve: ({ migrated }) => migrated,
    }),
    lostValues: t.field({
      type: LostValueConnection,
      nullable: true,
      authScopes: { may: 'customer:read' },
      description: 'Of a migration: the values that could not be kept. Needs `customer:read`; null without.',
      args: {
        first: t.arg.int({ description: 'How many, 1 to 100; 20 when not given.' }),
        after: t.arg.string({ description: 'Only those after this cursor.' }),
      },
      resolve: async ({ id }, args, { read }) => {
        const page = readPage(args, ([record]) => (typeof record === 'string' ? record : undefined))
        const rows = await read((tx, workspaceId) => listLostValues(tx, workspaceId, id, page))
        return toConnection(rows, page, ({ recordId }) => [recordId])
      },
    }),
  }),
})

const AttributeChangeConnection = connectionOf(AttributeChangeType, {
  page: 'A page of what was done to an attribute, newest first.',
  edge: 'A change and its place in the list.',
  node: 'The change.',
})

builder.objectField(AttributeType, 'history', (t) =>
  t.field({
    type: AttributeChangeConnection,
    nullable: true,
    authScopes: { may: 'attribute:write' },
    description:
      'Who did what to it, newest first; empty while it is as the product or an import made it. Needs `attribute:write`; null without.',
    args: pageArguments(t.arg, ['the newest', 'the oldest']),
    resolve: async ({ key }, args, { read }) => {
      const page = readPage(args, ([revision]) => (typeof revision === 'number' ? revision : undefined))
      const rows = await read((tx, workspaceId) => listChanges(tx, workspaceId, key, page))
      return toConnection(rows, page, ({ revision }) => [revision])
    },
  }),
)
