import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { sumLines } from '../orders/orders.queries.ts'
import { type Counts, countSaved } from './counts.ts'

/** An order's head as its source told it. */
export interface OrderToSave {
  /** What the source knows the order by. */
  readonly number: string
  readonly recordId: string | null
  readonly customerId: string | null
  readonly orderedOn: string
  readonly channel: string | null
  readonly campaign: string | null
  readonly currency: string
}

export interface OrderLineToSave {
  /** The number of the order it is of. */
  readonly number: string
  readonly externalId: string
  readonly place: number
  readonly productKey: string | null
  readonly description: string | null
  readonly quantity: number | null
  readonly netAmount: number
  readonly costOfGoods: number | null
  /** As the source said it: header to cell. */
  readonly data: { readonly [header: string]: string }
}

/** Inserts orders with their lines, or changes what a source tells otherwise than before. @returns counts of lines */
export async function saveOrders(
  tx: Tx,
  { workspaceId, source }: { readonly workspaceId: string; readonly source: string },
  orders: readonly OrderToSave[],
  lines: readonly OrderLineToSave[],
): Promise<Counts> {
  await sql`-- saveOrders
    insert into sales_order as old
      (workspace_id, source, external_id, record_id, customer_id, ordered_on, channel, campaign, currency)
    select ${workspaceId}::uuid, ${source}, number, "recordId", "customerId", "orderedOn", channel, campaign, currency
    from json_to_recordset(${JSON.stringify(orders)}::json) as given(number text, "recordId" uuid, "customerId" uuid,
      "orderedOn" date, channel text, campaign text, currency text)
    on conflict (workspace_id, source, external_id) do update set
      record_id = excluded.record_id, customer_id = excluded.customer_id, ordered_on = excluded.ordered_on,
      channel = excluded.channel, campaign = excluded.campaign, currency = excluded.currency,
      revision = old.revision + 1
    where (old.record_id, old.customer_id, old.ordered_on, old.channel, old.campaign, old.currency) is distinct from
      (excluded.record_id, excluded.customer_id, excluded.ordered_on, excluded.channel, excluded.campaign,
        excluded.currency)`.execute(tx)
  const { rows } = await sql<{ is_new: boolean; order_id: string }>`-- saveOrders: lines
    insert into sales_order_line as old (workspace_id, order_id, external_id, place, product_key, description, quantity,
      net_amount, cost_of_goods, data)
    select ${workspaceId}::uuid, sales_order.id, given."externalId", place, "productKey", description, quantity,
      "netAmount", "costOfGoods", data
    from json_to_recordset(${JSON.stringify(lines)}::json) as given(number text, "externalId" text, place integer,
      "productKey" text, description text, quantity numeric, "netAmount" numeric, "costOfGoods" numeric, data json)
    join sales_order on sales_order.workspace_id = ${workspaceId}::uuid and sales_order.source = ${source}
      and sales_order.external_id = given.number
    on conflict (workspace_id, order_id, external_id) do update set
      product_key = excluded.product_key, description = excluded.description, quantity = excluded.quantity,
      net_amount = excluded.net_amount, cost_of_goods = excluded.cost_of_goods, data = excluded.data
    where old.data::text is distinct from excluded.data::text
      or (old.product_key, old.net_amount, old.cost_of_goods) is distinct from
        (excluded.product_key, excluded.net_amount, excluded.cost_of_goods)
    returning xmax = 0 as is_new, order_id`.execute(tx)
  await sumLines(tx, workspaceId, [...new Set(rows.map(({ order_id }) => order_id))])
  return countSaved(rows, lines.length)
}
