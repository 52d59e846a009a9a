import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** A company as one source calls it. */
export interface NamedCompany {
  readonly recordId: string
  readonly customerId: string
  readonly nameKey: string
  readonly source: string
}

/** The companies that any source calls by the given folded names, those that lists tell of first. */
export async function findCompaniesByName(
  tx: Tx,
  workspaceId: string,
  nameKeys: readonly string[],
): Promise<readonly NamedCompany[]> {
  const { rows } = await sql<NamedCompany>`-- findCompaniesByName
    select id as "recordId", customer_id as "customerId", name_key as "nameKey", source from source_record
    where workspace_id = ${workspaceId}::uuid and kind = 'company' and name_key = any(${[...nameKeys]})
    order by is_mention, id`.execute(tx)
  return rows
}
