import { type CostRow, listCosts, listShares, type ShareRow } from '@profilkort/database/costs/costs.queries'
import type { CostPurpose } from '@profilkort/domain/costs/cost'
import { Customer } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { type Context, dayOf } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { inOrder } from '../graphql/in-order.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { Forbidden, NotFound } from '../graphql/problems.ts'
import { createCost, removeCost } from './change-costs.ts'

export const CostPurposeEnum = enumOf('CostPurpose', 'What money was spent for.', {
  acquisition: 'Winning customers.',
  service: 'Serving those that are there.',
} satisfies Record<CostPurpose, string>)

const CostType = builder.objectRef<CostRow>('Cost').implement({
  description: 'What was spent on one customer.',
  fields: (t) => ({
    id: t.globalID({ description: 'Its global id.', resolve: ({ id }) => ({ type: 'Cost', id }) }),
    source: t.exposeString('source', { description: 'The source that told of it.' }),
    purpose: t.field({
      type: CostPurposeEnum,
      description: 'What it was spent for.',
      resolve: ({ purpose }) => purpose,
    }),
    spentOn: t.expose('spentOn', { type: 'Date', description: 'When.' }),
    amount: t.exposeFloat('amount', { description: 'How much; with hours, hours times the rate.' }),
    currency: t.exposeString('currency', { description: 'Of the amount; ISO 4217.' }),
    hours: t.exposeFloat('hours', { nullable: true, description: 'Hours worked.' }),
    hourlyRate: t.exposeFloat('hourlyRate', { nullable: true, description: 'What an hour costs.' }),
    what: t.exposeString('what', { description: 'What it was spent on.' }),
    who: t.exposeString('who', { nullable: true, description: 'Who spent it.' }),
  }),
})

const CostShareType = builder.objectRef<ShareRow>('CostShare').implement({
  description: "A customer's part of what a channel cost in a month, with what it is a part of.",
  fields: (t) => ({
    purpose: t.field({
      type: CostPurposeEnum,
      description: 'What it was spent for.',
      resolve: ({ purpose }) => purpose,
    }),
    channel: t.string({
      nullable: true,
      description: 'The channel; null for a cost of all channels.',
      resolve: ({ channel }) => channel || null,
    }),
    month: t.expose('month', { type: 'Date', description: 'The first day of the month.' }),
    amount: t.exposeFloat('amount', { description: "The customer's part." }),
    currency: t.exposeString('currency', { description: 'Of both amounts; ISO 4217.' }),
    of: t.exposeFloat('of', { description: 'The cost that was spread.' }),
    customers: t.exposeInt('customers', { description: 'How many customers share it, this one among them.' }),
    note: t.exposeString('note', { description: 'What was written on it.' }),
  }),
})

interface CustomerCosts {
  readonly direct: readonly CostRow[]
  readonly shares: readonly ShareRow[]
}

const CustomerCostsType = builder.objectRef<CustomerCosts>('CustomerCosts').implement({
  description: 'What a customer has cost; `Customer.metrics` has the sums.',
  fields: (t) => ({
    direct: t.field({
      type: [CostType],
      description: 'What was spent on it alone, the latest first, at most 100.',
      resolve: ({ direct }) => [...direct],
    }),
    shares: t.field({
      type: [CostShareType],
      description:
        'Its part of what channels cost: of a month in which it was won through the channel, or in which it asked the support desk; the latest first, at most 100.',
      resolve: ({ shares }) => [...shares],
    }),
  }),
})

builder.objectField(Customer, 'costs', (t) =>
  t.loadable({
    type: CustomerCostsType,
    nullable: true,
    description: 'What it has cost to win and to serve. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    load: (ids: string[], context: Context) => loadCosts(ids, context),
    resolve: ({ id }) => id,
  }),
)

async function loadCosts(ids: readonly string[], { read }: Context): Promise<readonly CustomerCosts[]> {
  const [direct, shares] = await read(async (tx, workspaceId) => [
    inOrder(ids, await listCosts(tx, workspaceId, ids), ({ customerId }) => customerId),
    inOrder(ids, await listShares(tx, workspaceId, ids), ({ customerId }) => customerId),
  ])
  return ids.map((_id, index) => ({ direct: direct[index] ?? [], shares: shares[index] ?? [] }))
}

const CostCreateInput = builder.inputType('CostCreateInput', {
  description: 'What was spent on one customer: an amount, or hours and their rate.',
  fields: (t) => ({
    customer: t.globalID({ required: true, description: 'The customer.' }),
    purpose: t.field({ type: CostPurposeEnum, required: true, description: 'What it was spent for.' }),
    spentOn: t.field({ type: 'Date', description: 'When; today when not given.' }),
    amount: t.float({ description: 'How much; negative for what came back.' }),
    hours: t.float({ description: 'Hours worked, with the rate in place of an amount.' }),
    hourlyRate: t.float({ description: 'What an hour costs.' }),
    currency: t.string({ description: "ISO 4217; the workspace's when not given." }),
    what: t.string({ description: 'What it was spent on, at most 500 characters.' }),
    who: t.string({ description: 'Who spent it.' }),
  }),
})

builder.mutationField('costCreate', (t) =>
  t.field({
    type: CostType,
    description: 'Keeps what was spent on one customer. Needs `cost:write`.',
    authScopes: { may: 'cost:write' },
    errors: { types: createProblems, dataField: { name: 'cost', description: 'The cost.' } },
    args: { input: t.arg({ type: CostCreateInput, required: true, description: 'The cost.' }) },
    resolve: async (_root, { input }, context) => {
      const { customer, purpose, amount = null, hours = null, hourlyRate = null, who = null } = input
      const currency = input.currency ?? (await context.workspace()).currency
      const spentOn = input.spentOn ?? dayOf(context.now)
      const what = input.what ?? ''
      return createCost(context, customer.id, {
        purpose,
        spentOn,
        amount,
        hours,
        hourlyRate,
        currency,
        what,
        who,
      })
    },
  }),
)

const DeletedCost = builder.objectRef<{ readonly id: string }>('DeletedCost').implement({
  description: 'A cost that is gone.',
  fields: (t) => ({
    id: t.globalID({ description: 'The id it had.', resolve: ({ id }) => ({ type: 'Cost', id }) }),
  }),
})

builder.mutationField('costDelete', (t) =>
  t.field({
    type: DeletedCost,
    description: 'Takes a cost of a customer away. Needs `cost:write`.',
    authScopes: { may: 'cost:write' },
    errors: { types: [NotFound, Forbidden], dataField: { name: 'deleted', description: 'What is gone.' } },
    args: { id: t.arg.globalID({ required: true, description: 'The cost.' }) },
    resolve: async (_root, { id }, context) => {
      await removeCost(context, id.id)
      return { id: id.id }
    },
  }),
)
