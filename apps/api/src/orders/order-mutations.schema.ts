import { findOrders, type OrderRow } from '@profilkort/database/orders/orders.queries'
import type { OrderLine } from '@profilkort/domain/orders/order'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { changeProblems, createProblems } from '../graphql/problems.schema.ts'
import { Forbidden, NotFound, RevisionConflict } from '../graphql/problems.ts'
import { archiveOrder, changeOrder, createOrder } from './change-order.ts'
import { Order } from './order.schema.ts'

const OrderLineInput = builder.inputType('OrderLineInput', {
  description: 'A line of an order; of a credit note the amounts are negative.',
  fields: (t) => ({
    product: t.string({ description: 'The key of what was sold.' }),
    description: t.string({ description: 'What the line says.' }),
    quantity: t.float({ description: 'How many.' }),
    netAmount: t.float({ required: true, description: 'What it was sold for, without value-added tax.' }),
    costOfGoods: t.float({ description: 'What the goods cost the seller; left out where it is not known.' }),
  }),
})

const help = {
  customer: 'Whose it is.',
  orderedOn: 'The day of the order or credit note; today for a new one when not given.',
  channel: 'What the customer came through, such as `web shop`; case does not count.',
  campaign: 'The campaign it came by.',
  currency: "Of all amounts; ISO 4217. The workspace's when not given.",
  lines: 'What it is made of, 1 to 200.',
}

const OrderCreateInput = builder.inputType('OrderCreateInput', {
  description: 'A new order or credit note.',
  fields: (t) => ({
    customer: t.globalID({ required: true, description: help.customer }),
    orderedOn: t.field({ type: 'Date', description: help.orderedOn }),
    channel: t.string({ description: help.channel }),
    campaign: t.string({ description: help.campaign }),
    currency: t.string({ description: help.currency }),
    lines: t.field({ type: [OrderLineInput], required: true, description: help.lines }),
  }),
})

const OrderUpdateInput = builder.inputType('OrderUpdateInput', {
  description: 'Changes to an order; what is not given stays, and null takes it away.',
  fields: (t) => ({
    customer: t.globalID({ description: help.customer }),
    orderedOn: t.field({ type: 'Date', description: help.orderedOn }),
    channel: t.string({ description: help.channel }),
    campaign: t.string({ description: help.campaign }),
    currency: t.string({ description: help.currency }),
    lines: t.field({ type: [OrderLineInput], description: `All lines anew: ${help.lines}` }),
  }),
})

function readLine({
  product = null,
  description = null,
  quantity = null,
  netAmount,
  costOfGoods = null,
}: typeof OrderLineInput.$inferInput): OrderLine {
  return { productKey: product, description, quantity, netAmount, costOfGoods }
}

const dataField = { name: 'order', description: 'The order as it is now.' }
const expected = 'The revision that the change was decided on.'

builder.mutationField('orderCreate', (t) =>
  t.field({
    type: Order,
    description: 'Makes an order, or a credit note where its amounts are negative. Needs `order:write`.',
    authScopes: { may: 'order:write' },
    errors: { types: createProblems, dataField },
    args: { input: t.arg({ type: OrderCreateInput, required: true, description: 'The new order.' }) },
    resolve: async (_root, { input: { customer, lines, ...rest } }, context) => {
      const input = { ...rest, customerId: customer.id, lines: lines.map(readLine) }
      return changed(context, await createOrder(context, input))
    },
  }),
)

builder.mutationField('orderUpdate', (t) =>
  t.field({
    type: Order,
    description: 'Changes an order. Needs `order:write`.',
    authScopes: { may: 'order:write' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The order.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      input: t.arg({ type: OrderUpdateInput, required: true, description: 'What changes.' }),
    },
    resolve: async (_root, { id, expectedRevision, input: { customer, lines, ...rest } }, context) => {
      const input = { ...rest, customerId: customer?.id, lines: lines?.map(readLine) }
      await changeOrder(context, id.id, expectedRevision, input)
      return changed(context, id.id)
    },
  }),
)

builder.mutationField('orderArchive', (t) =>
  t.field({
    type: Order,
    description: 'Puts an order away, so that it counts nowhere any more. Needs `order:write`.',
    authScopes: { may: 'order:write' },
    errors: { types: [RevisionConflict, NotFound, Forbidden], dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The order.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
    },
    resolve: async (_root, { id, expectedRevision }, context) => {
      await archiveOrder(context, id.id, expectedRevision)
      return changed(context, id.id)
    },
  }),
)

/** What was written, for whoever wrote it: those who may write need not be among those who may read all. */
async function changed({ read }: Context, id: string): Promise<OrderRow> {
  const [order] = await read((tx, workspaceId) => findOrders(tx, workspaceId, [id]))
  if (order === undefined) throw new NotFound('order', id)
  return order
}
