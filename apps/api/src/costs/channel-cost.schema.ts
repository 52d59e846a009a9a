import { type ChannelCostRow, listChannelCosts } from '@profilkort/database/costs/costs.queries'
import {
  findWonWithoutChannel,
  type WonWithoutChannel,
} from '@profilkort/database/costs/won-without-channel.queries'
import { toMinorUnit } from '@profilkort/domain/costs/cost'
import { Customer } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { type Context, dayOf } from '../graphql/context.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { Forbidden, NotFound } from '../graphql/problems.ts'
import { removeChannelCost, setChannelCost } from './change-costs.ts'
import { CostPurposeEnum } from './cost.schema.ts'

const ChannelCostType = builder.objectRef<ChannelCostRow>('ChannelCost').implement({
  description:
    'What a month cost in a channel. For acquisition it is split evenly over the customers won through the channel that month: those whose first won deal or order says so. For service it is split over the tickets opened that month, by minutes where all of them tell minutes. Shares are rounded so that they add up to the cost.',
  fields: (t) => ({
    id: t.globalID({ description: 'Its global id.', resolve: ({ id }) => ({ type: 'ChannelCost', id }) }),
    source: t.exposeString('source', { description: 'The source that told of it.' }),
    purpose: t.field({
      type: CostPurposeEnum,
      description: 'What it was spent for.',
      resolve: ({ purpose }) => purpose,
    }),
    channel: t.string({
      nullable: true,
      description: 'The channel, in small letters; null for all channels.',
      resolve: ({ channel }) => channel || null,
    }),
    month: t.expose('month', { type: 'Date', description: 'The first day of the month.' }),
    amount: t.exposeFloat('amount', { description: 'How much.' }),
    currency: t.exposeString('currency', { description: 'Of the amounts; ISO 4217.' }),
    note: t.exposeString('note', { description: 'What was written on it.' }),
    customers: t.exposeInt('customers', { description: 'How many customers share it.' }),
    allocated: t.exposeFloat('allocated', { description: 'What their shares add up to.' }),
    unallocated: t.float({
      description: 'What nobody shares: all of it where nobody was won that month.',
      resolve: ({ amount, allocated }) => toMinorUnit(amount - allocated),
    }),
  }),
})

builder.queryField('channelCosts', (t) =>
  t.field({
    type: [ChannelCostType],
    description: 'What channels cost, the latest month first, at most 1,000. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    args: {
      from: t.arg({ type: 'Date', description: 'Only months that begin on this day or later.' }),
      to: t.arg({ type: 'Date', description: 'Only months that begin on this day or earlier.' }),
    },
    resolve: async (_root, { from, to }, { read }) => {
      const range = { from: from ?? undefined, to: to ?? undefined }
      return [...(await read((tx, workspaceId) => listChannelCosts(tx, workspaceId, range)))]
    },
  }),
)

const ChannelCostInput = builder.inputType('ChannelCostInput', {
  description: 'What a month cost in a channel.',
  fields: (t) => ({
    purpose: t.field({ type: CostPurposeEnum, required: true, description: 'What it was spent for.' }),
    channel: t.string({
      description:
        'The channel, as deals, orders or tickets name it; case does not count. For all channels when not given.',
    }),
    month: t.field({ type: 'Date', required: true, description: 'Any day of the month.' }),
    amount: t.float({ required: true, description: 'How much, 0 or more, with at most two decimals.' }),
    currency: t.string({ description: "ISO 4217; the workspace's when not given." }),
    note: t.string({ description: 'What it is, at most 500 characters.' }),
  }),
})

builder.mutationField('channelCostSet', (t) =>
  t.field({
    type: ChannelCostType,
    description:
      'Sets what a month cost in a channel, in place of what was set for it before, and spreads it. What imports told of stays beside it. Needs `cost:write`.',
    authScopes: { may: 'cost:write' },
    errors: { types: createProblems, dataField: { name: 'channelCost', description: 'The cost, spread.' } },
    args: { input: t.arg({ type: ChannelCostInput, required: true, description: 'The cost.' }) },
    resolve: async (_root, { input }, context) => {
      const { purpose, month, amount } = input
      const currency = input.currency ?? (await context.workspace()).currency
      const { channel, note } = { channel: input.channel ?? '', note: input.note ?? '' }
      const id = await setChannelCost(context, { purpose, channel, month, amount, currency, note })
      return find(context, id)
    },
  }),
)

async function find({ read }: Context, id: string): Promise<ChannelCostRow> {
  const [cost] = await read((tx, workspaceId) => listChannelCosts(tx, workspaceId, {}, [id]))
  if (cost === undefined) throw new NotFound('channel cost', id)
  return cost
}

const DeletedChannelCost = builder.objectRef<{ readonly id: string }>('DeletedChannelCost').implement({
  description: "A channel's cost that is gone.",
  fields: (t) => ({
    id: t.globalID({ description: 'The id it had.', resolve: ({ id }) => ({ type: 'ChannelCost', id }) }),
  }),
})

builder.mutationField('channelCostRemove', (t) =>
  t.field({
    type: DeletedChannelCost,
    description: "Takes a channel's cost away, with all shares in it. Needs `cost:write`.",
    authScopes: { may: 'cost:write' },
    errors: { types: [NotFound, Forbidden], dataField: { name: 'deleted', description: 'What is gone.' } },
    args: { id: t.arg.globalID({ required: true, description: 'The cost.' }) },
    resolve: async (_root, { id }, context) => {
      await removeChannelCost(context, id.id)
      return { id: id.id }
    },
  }),
)

const WonCustomerType = builder.objectRef<WonWithoutChannel['customers'][number]>('WonCustomer').implement({
  description: 'A customer and the day it was won.',
  fields: (t) => ({
    wonOn: t.expose('wonOn', { type: 'Date', description: 'The day of its first won deal or order.' }),
    customer: t.field({
      type: Customer,
      description: 'The customer.',
      resolve: ({ customerId }) => customerId,
    }),
  }),
})

const WonWithoutChannelType = builder.objectRef<WonWithoutChannel>('WonWithoutChannel').implement({
  description: 'Customers whose first purchase says no channel, so that they share the cost of none.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many there are.' }),
    customers: t.field({
      type: [WonCustomerType],
      description: 'The last won first.',
      resolve: ({ customers }) => [...customers],
    }),
  }),
})

builder.queryField('customersWonWithoutChannel', (t) =>
  t.field({
    type: WonWithoutChannelType,
    description:
      'Customers won within a time whose first won deal or order says no channel. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    args: {
      first: t.arg.int({ required: true, defaultValue: 20, description: 'How many to name, 1 to 100.' }),
      from: t.arg({ type: 'Date', description: 'Won on this day or later.' }),
      to: t.arg({ type: 'Date', description: 'Won on this day or earlier; today when not given.' }),
    },
    resolve: (_root, { first, from, to }, { read, now }) => {
      const range = {
        from: from ?? '-infinity',
        to: to ?? dayOf(now),
        limit: Math.max(1, Math.min(100, first)),
      }
      return read((tx, workspaceId) => findWonWithoutChannel(tx, workspaceId, range))
    },
  }),
)
