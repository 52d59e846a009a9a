import type { Value } from '@profilkort/domain/attributes/attribute'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** One of the different values of an attribute, and how often it is said and held. */
export interface HeldValue {
  /** Its number in the collection, from 1. */
  readonly id: number
  readonly value: Value
  readonly records: number
  readonly customers: number
}

/**
 * Collects the different values that records say and customers have, in a table of the transaction: there may be as
 * many as records, and only a page of them is in memory at a time.
 */
export async function collectValues(tx: Tx, workspaceId: string, key: string): Promise<void> {
  await sql`-- collectValues: only one collection a transaction
    drop table if exists pg_temp.conversion`.execute(tx)
  await sql`-- collectValues: its table
    create temporary table conversion (id integer primary key, value jsonb not null, records integer not null,
      customers integer not null, after jsonb, is_lost boolean not null default false) on commit drop`.execute(
    tx,
  )
  await sql`-- collectValues
    insert into pg_temp.conversion (id, value, records, customers, after)
    select row_number() over (order by records desc, value), value, records, customers, value
    from (
      select value, count(*) filter (where is_said) as records, count(*) filter (where not is_said) as customers
      from (
        select "values" -> ${key} as value, true as is_said from source_record
        where workspace_id = ${workspaceId}::uuid and "values" ? ${key}
        union all
        select attributes -> ${key}, false from customer
        where workspace_id = ${workspaceId}::uuid and attributes ? ${key}) as held
      group by value) as counted`.execute(tx)
}

/** The next of the collected values, the most frequent first. */
export async function nextValues(
  tx: Tx,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly HeldValue[]> {
  const { rows } = await sql<HeldValue>`-- nextValues
    select id, value, records, customers from pg_temp.conversion where id > ${after} order by id limit ${limit}`.execute(
    tx,
  )
  return rows
}

/** What one of the collected values becomes; null for nothing. */
export interface Conversion {
  readonly id: number
  readonly after: Value | null
  readonly isLost: boolean
}

/** Notes what collected values become; those not named stay. */
export async function saveConversions(tx: Tx, conversions: readonly Conversion[]): Promise<void> {
  if (conversions.length === 0) return
  await sql`-- saveConversions
    update pg_temp.conversion set after = given.after, is_lost = given."isLost"
    from jsonb_to_recordset(${JSON.stringify(conversions)}::jsonb) as given(id integer, after jsonb, "isLost" boolean)
    where conversion.id = given.id`.execute(tx)
}

/** Leaves in the collection what changes, so that the tables are joined with that alone. */
export async function keepChanged(tx: Tx): Promise<void> {
  await sql`-- keepChanged
    delete from pg_temp.conversion where after = value`.execute(tx)
  await sql`-- keepChanged: a chunk of a table looks its own values up; a hash takes values of any length
    create index on pg_temp.conversion using hash (value)`.execute(tx)
  await sql`-- keepChanged: for the planner
    analyze pg_temp.conversion`.execute(tx)
}
