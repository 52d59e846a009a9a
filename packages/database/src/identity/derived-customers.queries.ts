import type { DerivedCustomer } from '@profilkort/domain/identity/derive-customer'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { joiningAllWhere } from '../joining-all.ts'

/** Puts customers as given; those that are so already stay untouched. @returns the ids of those that were changed */
export async function saveCustomers(
  tx: Tx,
  workspaceId: string,
  customers: readonly DerivedCustomer[],
): Promise<readonly string[]> {
  if (customers.length === 0) return []
  const { rows } = await sql<{ id: string }>`-- saveCustomers
    insert into customer (workspace_id, id, kind, stage, name, name_key, company_id, company_record_id, attributes, provenance)
    select ${workspaceId}::uuid, id, kind, coalesce(stage, 'lead'), name, "nameKey",
      case when "companyRecordId" is not null then (select customer_id from source_record as company
        where company.workspace_id = ${workspaceId}::uuid and company.id = "companyRecordId") end,
      "companyRecordId", attributes, provenance
    from jsonb_to_recordset(${JSON.stringify(customers)}::jsonb) as given(id uuid, kind text, stage text, name text,
      "nameKey" text, "companyRecordId" uuid, attributes jsonb, provenance jsonb)
    on conflict (workspace_id, id) do update set
      stage = case when excluded.provenance ? 'stage' then excluded.stage else customer.stage end,
      name = excluded.name, name_key = excluded.name_key,
      company_id = excluded.company_id, company_record_id = excluded.company_record_id,
      attributes = excluded.attributes, provenance = excluded.provenance, updated_at = now()
    where (customer.name, customer.company_record_id, customer.company_id, customer.attributes, customer.provenance,
        case when excluded.provenance ? 'stage' then customer.stage end)
      is distinct from (excluded.name, excluded.company_record_id, excluded.company_id, excluded.attributes,
        excluded.provenance, case when excluded.provenance ? 'stage' then excluded.stage end)
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** That a record speaks of another customer than before. */
export interface Move {
  readonly recordId: string
  readonly customerId: string
}

/** The tables whose rows carry the customer of the record they were told of. */
const satellites = [
  'deal',
  'criterion_answer',
  'sales_order',
  'customer_cost',
  'referral',
  'ticket',
  'nps_answer',
] as const

/** How many rows of each of those tables customers have: `{ deal: 3 }`, by customer id. */
export async function countSatellites(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly [table: string]: number }>> {
  const counts = satellites.map(
    (table) => sql`select customer_id as id, ${sql.lit(table)} as "table", count(*)::int as count
      from ${sql.table(table)} where workspace_id = ${workspaceId}::uuid and customer_id = any(${[...customerIds]}::uuid[])
      group by customer_id`,
  )
  const { rows } = await sql<{ id: string; table: string; count: number }>`-- countSatellites
    ${sql.join(counts, sql` union all `)}`.execute(tx)
  const byCustomer = new Map<string, { [table: string]: number }>()
  for (const { id, table, count } of rows) {
    byCustomer.set(id, { ...byCustomer.get(id), [table]: count })
  }
  return byCustomer
}

/** Moves records to customers that are there, and all that was told of the records with them. */
export async function moveRecords(tx: Tx, workspaceId: string, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return
  const given = sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as given("recordId" uuid, "customerId" uuid)`
  await sql`-- moveRecords
    update source_record set customer_id = given."customerId" from ${given}
    where source_record.workspace_id = ${workspaceId}::uuid and source_record.id = given."recordId"`.execute(
    tx,
  )
  for (const table of satellites) {
    await sql`-- moveRecords: satellites
      update ${sql.table(table)} as told set customer_id = given."customerId" from ${given}
      where told.workspace_id = ${workspaceId}::uuid and told.record_id = given."recordId"
        and told.customer_id <> given."customerId"`.execute(tx)
  }
  await sql`-- moveRecords: referred
    update referral set referred_customer_id = given."customerId" from ${given}
    where referral.workspace_id = ${workspaceId}::uuid and referral.referred_record_id = given."recordId"
      and referral.referred_customer_id <> given."customerId"`.execute(tx)
  await sql`-- moveRecords: contacts
    update customer set company_id = given."customerId" from ${given}
    where customer.workspace_id = ${workspaceId}::uuid and customer.company_record_id = given."recordId"
      and customer.company_id <> given."customerId"`.execute(tx)
}

/** Takes away the customers that no record speaks of any more, once what was told of them has moved. */
export async function deleteEmptied(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<void> {
  await sql`-- deleteEmptied
    delete from customer where workspace_id = ${workspaceId}::uuid and id = any(${[...customerIds]}::uuid[])
      and not exists (
        select from source_record as record
        where record.workspace_id = customer.workspace_id and record.customer_id = customer.id)`.execute(tx)
}

/**
 * Customers are as far as their deals and orders say, where no source has said how far they are. Of those named it is told anew;
 * all others only come further.
 */
export async function settleStages(tx: Tx, workspaceId: string, ids?: readonly string[]): Promise<void> {
  const isNamed = ids === undefined ? sql`true` : sql`customer.id = any(${[...ids]}::uuid[])`
  const mayChange =
    ids === undefined
      ? sql`(customer.stage = 'lead' or customer.stage = 'prospect' and said.stage = 'customer')`
      : sql`true`
  // Materialized, so that it is told once and not for each customer of a workspace that the planner takes for empty.
  const statement = sql`-- settleStages
    with said as materialized (
      select customer.id, case when bool_or(told.status = 'won') then 'customer'
        when bool_or(told.status = 'open') then 'prospect' else 'lead' end as stage
      from customer ${ids === undefined ? sql`join` : sql`left join`} (
          select customer_id, status from deal
          where workspace_id = ${workspaceId}::uuid and archived_at is null
          union all
          select customer_id, 'won' from sales_order
          where workspace_id = ${workspaceId}::uuid and archived_at is null and net_amount >= 0) as told
        on told.customer_id = customer.id
      where customer.workspace_id = ${workspaceId}::uuid and not customer.provenance ? 'stage' and ${isNamed}
      group by customer.id)
    update customer set stage = said.stage, updated_at = now() from said
    where customer.workspace_id = ${workspaceId}::uuid and customer.id = said.id and ${mayChange}
      and customer.stage <> said.stage`
  await joiningAllWhere(ids === undefined, tx, statement)
}
