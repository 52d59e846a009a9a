import { byHand } from '@profilkort/domain/identity/survivorship'
import type { Order, OrderLine } from '@profilkort/domain/orders/order'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** An order as it is kept, its lines in their order. */
export interface OrderRow extends Order {
  readonly id: string
  readonly source: string
  /** What its source knows it by. */
  readonly number: string
  readonly netAmount: number
  readonly costOfGoods: number | null
  readonly revision: number
  readonly archivedAt: Date | null
}

const columns = sql`id, source, external_id as number, customer_id as "customerId", ordered_on as "orderedOn", channel,
  campaign, currency, net_amount as "netAmount", cost_of_goods as "costOfGoods", revision, archived_at as "archivedAt",
  (select coalesce(json_agg(json_build_object('productKey', product_key, 'description', description,
      'quantity', quantity, 'netAmount', line.net_amount, 'costOfGoods', line.cost_of_goods)
      order by place, line.external_id), '[]')
    from sales_order_line as line
    where line.workspace_id = sales_order.workspace_id and line.order_id = sales_order.id) as lines`

/** The orders of customers, the latest first, at most 100 of each; the archive aside. */
export async function listOrdersOf(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<readonly OrderRow[]> {
  const { rows } = await sql<OrderRow>`-- listOrdersOf
    select own.* from unnest(${[...customerIds]}::uuid[]) as asked(customer) cross join lateral (
      select ${columns} from sales_order
      where workspace_id = ${workspaceId}::uuid and customer_id = asked.customer and archived_at is null
      order by ordered_on desc, id desc limit 100) as own`.execute(tx)
  return rows
}

export async function findOrders(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly OrderRow[]> {
  const { rows } = await sql<OrderRow>`-- findOrders
    select ${columns} from sales_order
    where workspace_id = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/** Takes the row that a change of the order is decided on. */
export async function lockOrder(tx: Tx, workspaceId: string, id: string): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`-- lockOrder
    select ${columns} from sales_order where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid for update
  `.execute(tx)
  return rows[0]
}

function toColumns({ customerId, orderedOn, channel, campaign, currency }: Order) {
  return { customer_id: customerId, ordered_on: orderedOn, channel, campaign, currency }
}

/** Keeps a new order, told by hand of the customer's first record. */
export async function insertOrder(tx: Tx, workspaceId: string, id: string, order: Order): Promise<void> {
  await tx
    .insertInto('sales_order')
    .values({
      ...toColumns(order),
      workspace_id: workspaceId,
      id,
      source: byHand,
      external_id: id,
      record_id: order.customerId,
    })
    .execute()
  await replaceLines(tx, workspaceId, id, order.lines)
}

/** Changes an order with all its lines. */
export async function updateOrder(tx: Tx, workspaceId: string, id: string, order: Order): Promise<void> {
  await tx
    .updateTable('sales_order')
    .set(toColumns(order))
    .set((eb) => ({
      record_id: sql`case when customer_id is not distinct from ${order.customerId}::uuid then record_id
        else ${order.customerId}::uuid end`,
      revision: eb('revision', '+', 1),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  await replaceLines(tx, workspaceId, id, order.lines)
}

export async function archiveOrder(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('sales_order')
    .set((eb) => ({ archived_at: at, revision: eb('revision', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

async function replaceLines(
  tx: Tx,
  workspaceId: string,
  orderId: string,
  lines: readonly OrderLine[],
): Promise<void> {
  await tx
    .deleteFrom('sales_order_line')
    .where('workspace_id', '=', workspaceId)
    .where('order_id', '=', orderId)
    .execute()
  await sql`-- replaceLines
    insert into sales_order_line
      (workspace_id, order_id, external_id, place, product_key, description, quantity, net_amount, cost_of_goods)
    select ${workspaceId}::uuid, ${orderId}::uuid, place, place, line."productKey", line.description, line.quantity,
      line."netAmount", line."costOfGoods"
    from json_array_elements(${JSON.stringify(lines)}::json) with ordinality as given(line_json, place),
      json_to_record(line_json) as line("productKey" text, description text, quantity numeric, "netAmount" numeric,
        "costOfGoods" numeric)`.execute(tx)
  await sumLines(tx, workspaceId, [orderId])
}

/** Adds up what orders' lines say. */
export async function sumLines(tx: Tx, workspaceId: string, orderIds: readonly string[]): Promise<void> {
  await sql`-- sumLines
    update sales_order set net_amount = coalesce(told.net, 0), cost_of_goods = told.goods
    from (
      select asked.id, sum(net_amount) as net, sum(cost_of_goods) as goods
      from unnest(${[...orderIds]}::uuid[]) as asked(id) left join sales_order_line as line
        on line.workspace_id = ${workspaceId}::uuid and line.order_id = asked.id
      group by asked.id) as told
    where sales_order.workspace_id = ${workspaceId}::uuid and sales_order.id = told.id
      and (sales_order.net_amount, sales_order.cost_of_goods) is distinct from (coalesce(told.net, 0), told.goods)
  `.execute(tx)
}
