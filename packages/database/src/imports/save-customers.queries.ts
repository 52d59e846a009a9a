import type { Values } from '@profilkort/domain/attributes/attribute'
import type { CustomerKind, CustomerStage, Provenance } from '@profilkort/domain/customers/customer'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

export type IdentifierKind = 'organisationNumber' | 'domain' | 'email'

/** A customer as it is to be; `id` says which one. */
export interface CustomerToSave {
  readonly id: string
  readonly kind: CustomerKind
  readonly stage: CustomerStage
  readonly name: string
  readonly nameKey: string
  readonly companyId: string | null
  readonly attributes: Values
  readonly provenance: { readonly [key: string]: Provenance }
}

/** The customers that identifiers belong to: `organisationNumber 310000000` to an id. */
export async function findByIdentifiers(
  tx: Tx,
  workspaceId: string,
  identifiers: readonly { readonly kind: IdentifierKind; readonly value: string }[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ kind: string; value: string; customer_id: string }>`
    -- findByIdentifiers
    select held.kind, held.value, held.customer_id
    from jsonb_to_recordset(${JSON.stringify(identifiers)}::jsonb) as asked(kind text, value text)
    join identifier held on held.workspace_id = ${workspaceId} and held.kind = asked.kind and held.value = asked.value
  `.execute(tx)
  return new Map(rows.map((row) => [`${row.kind} ${row.value}`, row.customer_id]))
}

export interface NamedCustomer {
  readonly id: string
  readonly nameKey: string
  /** The sources that have told of it. */
  readonly sources: readonly string[]
}

/** The companies of the given folded names. */
export async function findCompaniesByName(
  tx: Tx,
  workspaceId: string,
  nameKeys: readonly string[],
): Promise<readonly NamedCustomer[]> {
  const { rows } = await sql<NamedCustomer>`
    -- findCompaniesByName
    select customer.id, customer.name_key as "nameKey", array(
      select distinct said.source from source_record said
      where said.workspace_id = customer.workspace_id and said.kind = 'company' and said.target_id = customer.id::text
    ) as sources
    from customer
    where customer.workspace_id = ${workspaceId} and customer.kind = 'company' and customer.name_key = any(${nameKeys})
  `.execute(tx)
  return rows
}

/** The customers as they are, to be held against what a file says. */
export async function loadCustomersToSave(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CustomerToSave>> {
  const rows = await tx
    .selectFrom('customer')
    .select([
      'id',
      'kind',
      'stage',
      'name',
      'name_key as nameKey',
      'company_id as companyId',
      'attributes',
      'provenance',
    ])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, row as unknown as CustomerToSave]))
}

/** Inserts customers, or puts them as given where they are there already. */
export async function saveCustomers(
  tx: Tx,
  workspaceId: string,
  customers: readonly CustomerToSave[],
): Promise<void> {
  if (customers.length === 0) return
  await sql`
    -- saveCustomers
    insert into customer (workspace_id, id, kind, stage, name, name_key, company_id, attributes, provenance)
    select ${workspaceId}, id, kind, stage, name, "nameKey", "companyId", attributes, provenance
    from jsonb_to_recordset(${JSON.stringify(customers)}::jsonb) as given(
      id uuid, kind text, stage text, name text, "nameKey" text, "companyId" uuid, attributes jsonb, provenance jsonb)
    on conflict (workspace_id, id) do update set
      stage = excluded.stage, name = excluded.name, name_key = excluded.name_key, company_id = excluded.company_id,
      attributes = excluded.attributes, provenance = excluded.provenance, updated_at = now()
  `.execute(tx)
}

/** Gives identifiers to customers; one that belongs to another customer stays there. */
export async function saveIdentifiers(
  tx: Tx,
  workspaceId: string,
  identifiers: readonly {
    readonly kind: IdentifierKind
    readonly value: string
    readonly customerId: string
  }[],
): Promise<void> {
  if (identifiers.length === 0) return
  await sql`
    -- saveIdentifiers
    insert into identifier (workspace_id, kind, value, customer_id)
    select ${workspaceId}, kind, value, "customerId"
    from jsonb_to_recordset(${JSON.stringify(identifiers)}::jsonb) as given(kind text, value text, "customerId" uuid)
    on conflict do nothing
  `.execute(tx)
}

/** Companies come as far as their deals say, where no source has said how far they are. */
export async function raiseStages(tx: Tx, workspaceId: string): Promise<void> {
  await sql`
    -- raiseStages
    update customer set stage = said.stage, updated_at = now()
    from (
      select customer_id, case when bool_or(status = 'won') then 'customer' else 'prospect' end as stage
      from deal where workspace_id = ${workspaceId} and status in ('won', 'open') and customer_id is not null
      group by customer_id
    ) said
    where customer.workspace_id = ${workspaceId} and customer.id = said.customer_id
      and not customer.provenance ? 'stage'
      and (customer.stage = 'lead' or customer.stage = 'prospect' and said.stage = 'customer')
      and customer.stage <> said.stage
  `.execute(tx)
}

/** The sources that have told of each customer. */
export async function findSources(
  tx: Tx,
  workspaceId: string,
  kind: 'company' | 'contact',
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; sources: string[] }>`
    -- findSources
    select target_id as id, array_agg(distinct source) as sources from source_record
    where workspace_id = ${workspaceId} and kind = ${kind} and target_id = any(${ids})
    group by target_id
  `.execute(tx)
  return new Map(rows.map((row) => [row.id, row.sources]))
}
