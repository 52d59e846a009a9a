import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import { holdIdentity } from '@profilkort/database/identity/neighbours.queries'
import {
  archiveOrder as archive,
  insertOrder,
  lockOrder,
  type OrderRow,
  updateOrder,
} from '@profilkort/database/orders/orders.queries'
import { holdProducts } from '@profilkort/database/products/products.queries'
import { checkOrder, type Order } from '@profilkort/domain/orders/order'
import { holdCustomer } from '../customers/hold-customer.ts'
import { type Context, dayOf } from '../graphql/context.ts'
import { NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'
import { settleCustomers } from '../identity/settle-customers.ts'
import { authorise } from './order.policy.ts'

/** What `orderCreate` and `orderUpdate` are given; what is not given stays, null takes it away. */
export type OrderInput = { readonly [Field in keyof Order]?: Order[Field] | null | undefined }

/** Makes an order, or a credit note where its amounts are negative. @returns its id */
export async function createOrder(
  context: Context,
  input: OrderInput & Pick<Order, 'customerId' | 'lines'>,
): Promise<string> {
  const { currency } = await context.workspace()
  const { customerId, lines, channel = null, campaign = null } = input
  const order = unwrap(
    checkOrder({
      customerId,
      lines,
      channel,
      campaign,
      currency: input.currency ?? currency,
      orderedOn: input.orderedOn ?? dayOf(context.now),
    }),
  )
  return context.read(async (tx, workspaceId) => {
    authorise(context.viewer, 'order:write')
    const held = await holdNamed(tx, workspaceId, order)
    const id = randomUUIDv7()
    await insertOrder(tx, workspaceId, id, held)
    await settleCustomers(tx, workspaceId, [held.customerId])
    return id
  })
}

/** Changes an order as it was at a revision; lines are given all or not at all. */
export async function changeOrder(
  context: Context,
  id: string,
  expectedRevision: number,
  input: OrderInput,
): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const before = await lock(tx, workspaceId, context, id, expectedRevision)
    const { customerId = before.customerId, channel = before.channel, campaign = before.campaign } = input
    const order = unwrap(
      checkOrder({
        customerId,
        channel,
        campaign,
        currency: input.currency ?? before.currency,
        orderedOn: input.orderedOn ?? before.orderedOn,
        lines: input.lines ?? before.lines,
      }),
    )
    const held = await holdNamed(tx, workspaceId, order)
    await updateOrder(tx, workspaceId, id, held)
    await settleCustomers(tx, workspaceId, [before.customerId, held.customerId])
  })
}

/** Puts an order away: it counts nowhere any more. */
export async function archiveOrder(context: Context, id: string, expectedRevision: number): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const before = await lock(tx, workspaceId, context, id, expectedRevision)
    await archive(tx, workspaceId, id, context.now)
    await settleCustomers(tx, workspaceId, [before.customerId])
  })
}

async function lock(
  tx: Tx,
  workspaceId: string,
  { viewer }: Context,
  id: string,
  expectedRevision: number,
): Promise<OrderRow> {
  await holdIdentity(tx, workspaceId)
  const order = await lockOrder(tx, workspaceId, id)
  if (order === undefined || order.archivedAt !== null) throw new NotFound('order', id)
  authorise(viewer, 'order:write')
  if (order.revision !== expectedRevision) throw new RevisionConflict(expectedRevision, order.revision)
  return order
}

/** The order with its customer as it is now; that and the products stay until the transaction ends. */
async function holdNamed(tx: Tx, workspaceId: string, order: Order): Promise<Order> {
  const { customerId, lines } = order
  const customer = customerId === null ? null : await holdCustomer(tx, workspaceId, customerId)
  const keys = [...new Set(lines.flatMap(({ productKey }) => productKey ?? []))]
  const held = new Set((await holdProducts(tx, workspaceId, keys)).map(({ key }) => key))
  const missing = keys.find((key) => !held.has(key))
  if (missing !== undefined) throw new NotFound('product', missing)
  return { ...order, customerId: customer }
}
