import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import type { Counts } from './counts.ts'

/** A deal as its source told it. Days as `2017-03-01`. */
export interface DealToSave {
  readonly externalId: string
  /** The record of the company that it is told of. */
  readonly recordId: string | null
  readonly customerId: string | null
  readonly productKey: string | null
  readonly owner: string | null
  readonly stage: string
  readonly status: 'open' | 'won' | 'lost'
  readonly openedOn: string | null
  readonly closedOn: string | null
  readonly value: number | null
  readonly currency: string
  /** As the source said it: header to cell. */
  readonly data: { readonly [header: string]: string }
}

/** Inserts deals or changes those that a source tells otherwise than before; the same again changes nothing. */
export async function saveDeals(
  tx: Tx,
  workspaceId: string,
  source: string,
  deals: readonly DealToSave[],
): Promise<Counts> {
  const { rows } = await sql<{ is_new: boolean }>`
    -- saveDeals
    with given as (
      select * from json_to_recordset(${JSON.stringify(deals)}::json) as given(
        "externalId" text, "recordId" uuid, "customerId" uuid, data json, "productKey" text, owner text, stage text, status text,
        "openedOn" date, "closedOn" date, value numeric, currency text)
    ), saved as (
      insert into deal (workspace_id, source, external_id, record_id, customer_id, data, product_key, owner, stage, status,
        opened_on, closed_on, value, currency)
      select ${workspaceId}, ${source}, "externalId", "recordId", "customerId", data, "productKey", owner, stage, status,
        "openedOn", "closedOn", value, currency
      from given
      on conflict (workspace_id, source, external_id) do update set
        record_id = excluded.record_id, customer_id = excluded.customer_id, data = excluded.data,
        product_key = excluded.product_key, owner = excluded.owner,
        stage = excluded.stage, status = excluded.status, opened_on = excluded.opened_on,
        closed_on = excluded.closed_on, value = excluded.value, currency = excluded.currency, updated_at = now()
      where (deal.record_id, deal.data::text, deal.customer_id, deal.product_key, deal.owner, deal.stage, deal.status, deal.opened_on, deal.closed_on,
          deal.value, deal.currency)
        is distinct from (excluded.record_id, excluded.data::text, excluded.customer_id, excluded.product_key, excluded.owner, excluded.stage, excluded.status,
          excluded.opened_on, excluded.closed_on, excluded.value, excluded.currency)
      returning xmax = 0 as is_new
    )
    select is_new from saved
  `.execute(tx)
  const inserted = rows.filter((row) => row.is_new).length
  return { inserted, changed: rows.length - inserted, unchanged: deals.length - rows.length }
}
