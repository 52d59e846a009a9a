import { type Database, inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'

/** A file of companies, `id;name;employees;website`, each with a website of its own. @param from the first's number */
export function companiesFile(rows: number, from = 0): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const number = from + row
    return `${number};Company ${number};${number % 500};c${number}.no`
  })
  return `id;name;employees;website\n${lines.join('\n')}\n`
}

/** How many records, external ids, customers and identifiers a workspace has. */
export async function countAll(db: Database, workspaceId: string) {
  return inWorkspace(db, workspaceId, async (tx) => {
    const { rows } = await sql<{ records: number; ids: number; customers: number; identifiers: number }>`
      select (select count(*)::int from source_record) as records,
        (select count(distinct external_id)::int from source_record) as ids,
        (select count(*)::int from customer) as customers,
        (select count(*)::int from identifier) as identifiers`.execute(tx)
    return rows[0]
  })
}

/** What is known of customers, whatever their ids: who speaks of each, and what it is. */
export async function describeCustomers(db: Database, workspaceId: string): Promise<readonly unknown[]> {
  return inWorkspace(db, workspaceId, async (tx) => {
    const { rows } = await sql`
      select customer.kind, customer.stage, customer.name, customer.name_key, attributes, provenance,
        (select array_agg(source || ' ' || external_id order by source, external_id) from source_record
          where customer_id = customer.id) as told,
        (select array_agg(source || ' ' || external_id order by source, external_id) from source_record
          where customer_id = customer.company_id) as company
      from customer order by told`.execute(tx)
    return rows
  })
}
