import { findOrders, listOrdersOf, type OrderRow } from '@profilkort/database/orders/orders.queries'
import type { OrderLine } from '@profilkort/domain/orders/order'
import { Customer } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { inOrder } from '../graphql/in-order.ts'
import { NotVisible } from '../graphql/nodes.ts'
import { may } from '../keys/actions.ts'
import { Product } from '../products/product.schema.ts'
import { productsOf } from '../products/product-of.ts'

const OrderLineType = builder.objectRef<OrderLine>('OrderLine').implement({
  description: 'A line of an order; of a credit note the amounts are negative.',
  fields: (t) => ({
    product: t.loadable({
      type: Product,
      nullable: true,
      description: 'What was sold. Needs `product:read`.',
      authScopes: { may: 'product:read' },
      load: (keys: string[], context: Context) => productsOf(keys, context),
      resolve: ({ productKey }) => productKey,
    }),
    description: t.exposeString('description', { nullable: true, description: 'What the line says.' }),
    quantity: t.exposeFloat('quantity', { nullable: true, description: 'How many.' }),
    netAmount: t.exposeFloat('netAmount', { description: 'What it was sold for, without value-added tax.' }),
    costOfGoods: t.exposeFloat('costOfGoods', {
      nullable: true,
      description: 'What the goods cost the seller; null where it is not known.',
    }),
  }),
})

export const Order = builder.loadableNode('Order', {
  description: 'What a customer was invoiced for; credit notes and refunds are orders of negative amounts.',
  id: { resolve: (order: OrderRow) => order.id, description: 'Its global id.' },
  load: (ids: string[], context: Context) => loadOrders(ids, context),
  fields: (t) => ({
    source: t.exposeString('source', { description: 'The source that told of it.' }),
    number: t.exposeString('number', { description: 'What its source knows it by.' }),
    customer: t.field({
      type: Customer,
      nullable: true,
      description: 'Whose it is; null while nobody knows. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      resolve: ({ customerId }) => customerId,
    }),
    orderedOn: t.expose('orderedOn', { type: 'Date', description: 'The day of the order or credit note.' }),
    channel: t.exposeString('channel', {
      nullable: true,
      description: 'What the customer came through, in small letters.',
    }),
    campaign: t.exposeString('campaign', { nullable: true, description: 'The campaign it came by.' }),
    currency: t.exposeString('currency', { description: 'Of all amounts; ISO 4217.' }),
    netAmount: t.exposeFloat('netAmount', { description: 'Of all lines, without value-added tax.' }),
    costOfGoods: t.exposeFloat('costOfGoods', {
      nullable: true,
      description: 'Of the lines that tell it; null where none does.',
    }),
    lines: t.field({
      type: [OrderLineType],
      description: 'What it is made of.',
      extensions: { stored: true },
      resolve: ({ lines }) => [...lines],
    }),
    revision: t.exposeInt('revision', { description: 'For `expectedRevision`.' }),
    archivedAt: t.expose('archivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was put away; null while it counts.',
    }),
  }),
})

async function loadOrders(ids: readonly string[], { viewer, read }: Context): Promise<(OrderRow | Error)[]> {
  if (!may(viewer, 'customer:read')) return ids.map(() => new NotVisible())
  const rows = await read((tx, workspaceId) => findOrders(tx, workspaceId, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? new NotVisible())
}

builder.objectField(Customer, 'orders', (t) =>
  t.loadableList({
    type: Order,
    nullable: true,
    description: 'Its orders and credit notes, the latest first, at most 100. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    load: async (ids: string[], { read }: Context) => {
      const rows = await read((tx, workspaceId) => listOrdersOf(tx, workspaceId, ids))
      return inOrder(ids, rows, ({ customerId }) => customerId)
    },
    resolve: ({ id }) => id,
  }),
)
