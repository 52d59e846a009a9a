import type { Standing } from '@profilkort/domain/consents/consent'
import type { CustomerStage } from '@profilkort/domain/customers/customer'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { type ConsentRow, consentColumns } from '../consents/consents.queries.ts'
import { type PurposeRow, purposeColumns } from '../consents/purposes.queries.ts'
import { standingColumns } from '../consents/standings.queries.ts'
import { decidedApart, type LikeableRow, likeableColumns } from '../identity/duplicates.queries.ts'
import { type RecordRow, recordColumns } from '../identity/records.queries.ts'

/** A person that belongs to a company. */
export interface ContactRow {
  readonly id: string
  readonly name: string
  readonly stage: CustomerStage
  readonly attributes: { readonly [key: string]: unknown }
}

/** What the page of a customer shows beside the customer itself, in lists that are short. */
export interface CustomerParts {
  /** What each source says of it, the first heard of first. */
  readonly records: RecordRow
  /** The people of a company, by name; the first hundred. */
  readonly contacts: ContactRow
  /** Customers worth comparing with it: by identifier, by the beginning of the name, and those found before. */
  readonly lookalikes: LikeableRow
  /** Where a person stands on each purpose, as it was settled: `standingAt` of the domain tells what has run out. */
  readonly standings: Standing
  /** All that a person said to purposes, the newest first. */
  readonly consents: ConsentRow
  /** The workspace's own purposes, the same for each customer. */
  readonly purposes: PurposeRow
}

export type PartKey = keyof CustomerParts

type Part = (workspaceId: string, ids: readonly string[]) => RawBuilder<unknown>

/**
 * Statements of rows with the customer they are of, in order. With `offset 0` each is looked up: a planner that takes the
 * workspace for empty would go through all of it for each.
 */
const parts = {
  records: (workspaceId, ids) => sql`
    select customer_id as of, ${recordColumns} from source_record
    where workspace_id = ${workspaceId}::uuid and customer_id = any(${[...ids]}::uuid[])
    order by created_at, id`,
  contacts: (workspaceId, ids) => sql`
    select of, contact.id, contact.name, contact.stage, contact.attributes from unnest(${[...ids]}::uuid[]) as of
    cross join lateral (
      select id, name, stage, attributes from customer
      where workspace_id = ${workspaceId}::uuid and company_id = of order by name, id limit 100) as contact`,
  lookalikes: (workspaceId, ids) => sql`
    select own.id as of, ${likeableColumns} from customer as own
    cross join lateral (
      select other.customer_id as id from source_record as record cross join unnest(record.identifiers) as known(token)
        cross join lateral (
          select record_id from identifier as held
          where held.workspace_id = ${workspaceId}::uuid and held.token = known.token limit 20) as held
        cross join lateral (
          select customer_id from source_record
          where workspace_id = ${workspaceId}::uuid and id = held.record_id offset 0) as other
        where record.workspace_id = ${workspaceId}::uuid and record.customer_id = own.id
      union (
        select customer_id from source_record as namesake
        where namesake.workspace_id = ${workspaceId}::uuid and namesake.kind = own.kind
          and namesake.name_key >= left(own.name_key, 8) collate "C"
          and namesake.name_key < left(own.name_key, 8) || U&'\FFFF' collate "C" limit 50)
      union select b from duplicate_candidate where workspace_id = ${workspaceId}::uuid and a = own.id
      union select a from duplicate_candidate where workspace_id = ${workspaceId}::uuid and b = own.id
    ) as near
    cross join lateral (
      select * from customer
      where workspace_id = ${workspaceId}::uuid and id = near.id and kind = own.kind offset 0) as customer
    where own.workspace_id = ${workspaceId}::uuid and own.id = any(${[...ids]}::uuid[]) and customer.id <> own.id
      and not exists (${decidedApart(sql`own.id`, sql`customer.id`)})`,
  standings: (workspaceId, ids) => sql`
    select customer_id as of, ${standingColumns} from consent_standing as said
    where workspace_id = ${workspaceId}::uuid and customer_id = any(${[...ids]}::uuid[])
    order by purpose`,
  consents: (workspaceId, ids) => sql`
    select record.customer_id as of, ${consentColumns} from source_record as record
    join consent on consent.workspace_id = record.workspace_id and consent.record_id = record.id
    where record.workspace_id = ${workspaceId}::uuid and record.customer_id = any(${[...ids]}::uuid[])
    order by consent.at desc, consent.id desc`,
  purposes: (workspaceId, ids) => sql`
    select of, ${purposeColumns} from unnest(${[...ids]}::uuid[]) as of
    join purpose on purpose.workspace_id = ${workspaceId}::uuid`,
} satisfies { readonly [K in PartKey]: Part }

/** Parts of customers in one statement, whichever are asked for: rows by part and customer. */
export async function loadParts(
  tx: Tx,
  workspaceId: string,
  asked: ReadonlyMap<PartKey, readonly string[]>,
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const statements = [...asked].map(
    ([key, ids]) => sql`select ${sql.lit(key)} as part, of, json_agg(to_json(given)) as rows
      from (${parts[key](workspaceId, ids)}) as given group by of`,
  )
  const { rows } = await sql<{ part: PartKey; of: string; rows: unknown[] }>`-- loadParts
    ${sql.join(statements, sql` union all `)}`.execute(tx)
  return new Map(rows.map((row) => [`${row.part} ${row.of}`, row.rows]))
}
