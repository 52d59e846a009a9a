import { type ChangePlace, type ChangeRow, listChanges } from '@profilkort/database/identity/changes.queries'
import { builder } from '../graphql/builder.ts'
import { type Connection, connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import { isUuid } from '../graphql/global-id.ts'
import { readPage, toConnection } from '../graphql/pages.ts'
import { Forbidden, InvalidInput, NotFound } from '../graphql/problems.ts'
import { dismissDuplicate, joinCustomers, partCustomer, undoIdentityChange } from './change-identity.ts'
import { ChangeType, IdentityOutcomeType } from './identity-types.schema.ts'

const problems = [InvalidInput, NotFound, Forbidden]
const dataField = { name: 'outcome', description: 'What it came to.' }
const reason = 'Why, for those who read it later; at most 500 characters.'
const dryRun = 'Answer what it would come to, and do nothing.'

builder.mutationField('customerJoin', (t) =>
  t.field({
    type: IdentityOutcomeType,
    description:
      'Makes customers one; what was told of them is of that one, and each source keeps its word. `identityChangeUndo` takes it back. Needs `customer:join`.',
    authScopes: { may: 'customer:join' },
    errors: { types: problems, dataField },
    args: {
      ids: t.arg.globalIDList({ required: true, description: 'Two customers or more, of one kind.' }),
      reason: t.arg.string({ defaultValue: '', required: true, description: reason }),
      dryRun: t.arg.boolean({ defaultValue: false, required: true, description: dryRun }),
    },
    resolve: (_root, { ids, ...asked }, context) =>
      joinCustomers(
        context,
        ids.map(({ id }) => id),
        asked,
      ),
  }),
)

builder.mutationField('customerPart', (t) =>
  t.field({
    type: IdentityOutcomeType,
    description:
      'Makes some of the records of a customer another customer, with what was told of them. Needs `customer:join`.',
    authScopes: { may: 'customer:join' },
    errors: { types: problems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The customer.' }),
      records: t.arg.globalIDList({
        required: true,
        description: 'Those of `Customer.records` that are another customer.',
      }),
      reason: t.arg.string({ defaultValue: '', required: true, description: reason }),
      dryRun: t.arg.boolean({ defaultValue: false, required: true, description: dryRun }),
    },
    resolve: (_root, { id, records, ...asked }, context) =>
      partCustomer(
        context,
        id.id,
        records.map((record) => record.id),
        asked,
      ),
  }),
)

builder.mutationField('customerDuplicateDismiss', (t) =>
  t.field({
    type: IdentityOutcomeType,
    description:
      'Says that two customers are two, however alike they look: they are not proposed as one again, and no identifier joins them. Needs `customer:join`.',
    authScopes: { may: 'customer:join' },
    errors: { types: problems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'A customer.' }),
      other: t.arg.globalID({ required: true, description: 'The other.' }),
      reason: t.arg.string({ defaultValue: '', required: true, description: reason }),
    },
    resolve: (_root, { id, other, reason: said }, context) =>
      dismissDuplicate(context, [id.id, other.id], said),
  }),
)

builder.mutationField('identityChangeUndo', (t) =>
  t.field({
    type: IdentityOutcomeType,
    description:
      'Takes a join, a parting or a dismissal back: all is in its place again, scores included. Needs `customer:join`.',
    authScopes: { may: 'customer:join' },
    errors: { types: problems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The change, from `identityChanges`.' }),
      dryRun: t.arg.boolean({ defaultValue: false, required: true, description: dryRun }),
    },
    resolve: (_root, { id, dryRun: isTried }, context) => undoIdentityChange(context, id.id, isTried),
  }),
)

const ChangeConnection = connectionOf<ChangeRow>(ChangeType, {
  page: 'A page of joins and partings, newest first.',
  edge: 'A join or parting and its place in the list.',
  node: 'The join or parting.',
})

builder.queryField('identityChanges', (t) =>
  t.field({
    type: ChangeConnection,
    description: 'The joins, partings and dismissals that people made, newest first. Needs `customer:join`.',
    authScopes: { may: 'customer:join' },
    args: pageArguments(t.arg, ['the newest', 'the oldest']),
    resolve: async (_root, args, context): Promise<Connection<ChangeRow>> => {
      const page = readPage(args, readPlace)
      const rows = await context.read((tx, workspaceId) => listChanges(tx, workspaceId, page))
      return toConnection(rows, page, ({ changedAt, id }) => [changedAt.toISOString(), id])
    },
  }),
)

function readPlace([at, id]: readonly unknown[]): ChangePlace | undefined {
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) && isUuid(id) ? { at, id } : undefined
}
