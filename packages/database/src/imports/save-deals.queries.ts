import type { Deal } from '@profilkort/domain/deals/deal'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { type Counts, countSaved } from './counts.ts'

/** A deal as its source told it. Days as `2017-03-01`. */
export interface DealToSave extends Deal {
  readonly externalId: string
  /** The record of the company that it is told of. */
  readonly recordId: string | null
  /** As the source said it: header to cell. */
  readonly data: { readonly [header: string]: string }
}

const told = [
  'record_id',
  'customer_id',
  'product_key',
  'owner',
  'stage',
  'status',
  'opened_on',
  'closed_on',
  'expected_close_on',
  'value',
  'currency',
  'lost_reason',
  'channel',
  'campaign',
  'data',
] as const

/**
 * Inserts deals or changes those that a source tells otherwise than before; the same again changes nothing. Another
 * stage is entered on the day it closed, else now; since when a new deal is in its stage nobody has told.
 */
export async function saveDeals(
  tx: Tx,
  { workspaceId, source, now }: { readonly workspaceId: string; readonly source: string; readonly now: Date },
  deals: readonly DealToSave[],
): Promise<Counts> {
  const row = (from: string) =>
    sql.join(told.map((each) => (each === 'data' ? sql`${sql.id(from, each)}::text` : sql.id(from, each))))
  const { rows } = await sql<{ is_new: boolean }>`-- saveDeals
    insert into deal (workspace_id, source, external_id, ${sql.join(told.map((each) => sql.id(each)))}, stage_history)
    select ${workspaceId}::uuid, ${source}, "externalId", "recordId", "customerId", "productKey", owner, stage, status,
      "openedOn", "closedOn", "expectedCloseOn", value, currency, "lostReason", channel, campaign, data,
      jsonb_build_array(jsonb_build_object('stage', stage, 'status', status, 'from', "closedOn"))
    from json_to_recordset(${JSON.stringify(deals)}::json) as given(
      "externalId" text, "recordId" uuid, "customerId" uuid, "productKey" text, owner text, stage text, status text,
      "openedOn" date, "closedOn" date, "expectedCloseOn" date, value numeric, currency text, "lostReason" text,
      channel text, campaign text, data json)
    on conflict (workspace_id, source, external_id) do update set
      ${sql.join(told.map((each) => sql`${sql.id(each)} = ${sql.id('excluded', each)}`))},
      stage_history = case when (deal.stage, deal.status) = (excluded.stage, excluded.status) then deal.stage_history
        else deal.stage_history || jsonb_build_object('stage', excluded.stage, 'status', excluded.status,
          'from', coalesce(excluded.closed_on, ${now}::timestamptz::date)) end,
      revision = deal.revision + 1, updated_at = now()
    where (${row('deal')}) is distinct from (${row('excluded')})
    returning xmax = 0 as is_new`.execute(tx)
  return countSaved(rows, deals.length)
}
