import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import type { Counts } from './counts.ts'

/** A deal as its source told it. Days as `2017-03-01`. */
export interface DealToSave {
  readonly externalId: string
  readonly customerId: string | null
  readonly productKey: string | null
  readonly owner: string | null
  readonly stage: string
  readonly status: 'open' | 'won' | 'lost'
  readonly openedOn: string | null
  readonly closedOn: string | null
  readonly value: number | null
  readonly currency: string
}

/** Inserts deals or changes those that a source tells otherwise than before; the same again changes nothing. */
export async function saveDeals(
  tx: Tx,
  workspaceId: string,
  source: string,
  deals: readonly DealToSave[],
): Promise<Counts & { readonly ids: ReadonlyMap<string, string> }> {
  const { rows } = await sql<{ external_id: string; id: string; is_new: boolean; is_changed: boolean }>`
    -- saveDeals
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(deals)}::jsonb) as given(
        "externalId" text, "customerId" uuid, "productKey" text, owner text, stage text, status text,
        "openedOn" date, "closedOn" date, value numeric, currency text)
    ), saved as (
      insert into deal (workspace_id, source, external_id, customer_id, product_key, owner, stage, status,
        opened_on, closed_on, value, currency)
      select ${workspaceId}, ${source}, "externalId", "customerId", "productKey", owner, stage, status,
        "openedOn", "closedOn", value, currency
      from given
      on conflict (workspace_id, source, external_id) do update set
        customer_id = excluded.customer_id, product_key = excluded.product_key, owner = excluded.owner,
        stage = excluded.stage, status = excluded.status, opened_on = excluded.opened_on,
        closed_on = excluded.closed_on, value = excluded.value, currency = excluded.currency, updated_at = now()
      where (deal.customer_id, deal.product_key, deal.owner, deal.stage, deal.status, deal.opened_on, deal.closed_on,
          deal.value, deal.currency)
        is distinct from (excluded.customer_id, excluded.product_key, excluded.owner, excluded.stage, excluded.status,
          excluded.opened_on, excluded.closed_on, excluded.value, excluded.currency)
      returning external_id, id, xmax = 0 as is_new
    )
    select given."externalId" as external_id, coalesce(saved.id, deal.id) as id,
      coalesce(saved.is_new, false) as is_new, saved.id is not null as is_changed
    from given left join saved on saved.external_id = given."externalId"
    left join deal on deal.workspace_id = ${workspaceId} and deal.source = ${source}
      and deal.external_id = given."externalId"
  `.execute(tx)
  const inserted = rows.filter((row) => row.is_new).length
  const changed = rows.filter((row) => row.is_changed).length - inserted
  return {
    inserted,
    changed,
    unchanged: rows.length - inserted - changed,
    ids: new Map(rows.map((row) => [row.external_id, row.id])),
  }
}
