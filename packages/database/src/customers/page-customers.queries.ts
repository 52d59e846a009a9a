import { sql } from 'kysely'
import { type Database, readPrepared, seenWorkspace } from '../connect.ts'
import { type MetricScope, metricsOfCustomer } from '../insight/metrics.queries.ts'
import { type CustomerRow, type SelectedCustomer, toCustomer } from './customers.queries.ts'

/** What of customers is read besides what they are, their names and stages; the others are empty. */
export interface CustomerSelection {
  /** The values of these keys, or of all. */
  readonly attributes: 'all' | readonly string[]
  readonly provenance: boolean
  readonly metrics: boolean
  /** The company that a contact belongs to. */
  readonly company: boolean
}

export const wholeCustomer: CustomerSelection = {
  attributes: 'all',
  provenance: true,
  metrics: true,
  company: true,
}

/** So many keys are picked out of the values; with more, reading all of them is as fast. */
const mostPicked = 12

/** Customers by id, by one prepared statement without a transaction around it. */
export async function readPage(
  db: Database,
  scope: MetricScope,
  ids: readonly string[],
  { attributes, provenance, metrics, company }: CustomerSelection,
): Promise<ReadonlyMap<string, CustomerRow>> {
  if (ids.length === 0) return new Map()
  const picked = attributes === 'all' || attributes.length > mostPicked ? undefined : attributes
  const values =
    picked === undefined
      ? sql`customer.attributes`
      : sql`jsonb_build_object(${sql.join(picked.flatMap((key) => [sql`${key}::text`, sql`customer.attributes -> ${key}`]))})`
  const name = `readPage ${picked?.length ?? 'all'} ${provenance} ${metrics} ${company} ${scope.source !== undefined}`
  const rows = await readPrepared(
    db,
    name,
    sql<SelectedCustomer>`-- readPage
      with ${seenWorkspace(scope.workspaceId)}
      select found.* from seen cross join lateral (
        select customer.id, customer.kind, customer.stage, customer.name,
          ${company ? sql`customer.company_id` : sql`null::uuid`} as "companyId", customer.updated_at as "updatedAt", ${values} as attributes,
          ${provenance ? sql`customer.provenance` : sql`'{}'::jsonb`} as provenance
          ${metrics ? sql`, metrics.*` : sql``}
        from customer
        ${metrics ? sql`cross join lateral ${metricsOfCustomer(db, scope)} as metrics` : sql``}
        where customer.workspace_id = seen.workspace_id and customer.id = any(${[...ids]}::uuid[])) as found`,
  )
  return new Map(rows.map((row) => [row.id, toCustomer(picked === undefined ? row : withoutNulls(row))]))
}

/** A key that was picked and is not there has come as null. */
function withoutNulls(row: SelectedCustomer): SelectedCustomer {
  const known = Object.entries(row.attributes as object).filter(([, value]) => value !== null)
  return { ...row, attributes: Object.fromEntries(known) }
}
