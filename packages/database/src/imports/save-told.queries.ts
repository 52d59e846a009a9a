import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { type Counts, countSaved } from './counts.ts'

/** What is told of customers in rows of their own, with the columns that a source tells and their types. */
const tables = {
  customer_cost: {
    record_id: 'uuid',
    customer_id: 'uuid',
    purpose: 'text',
    spent_on: 'date',
    amount: 'numeric',
    currency: 'text',
    hours: 'numeric',
    hourly_rate: 'numeric',
    what: 'text',
    who: 'text',
  },
  channel_cost: {
    purpose: 'text',
    channel: 'text',
    month: 'date',
    amount: 'numeric',
    currency: 'text',
    note: 'text',
  },
  referral: {
    record_id: 'uuid',
    customer_id: 'uuid',
    referred_record_id: 'uuid',
    referred_customer_id: 'uuid',
    referred_on: 'date',
    note: 'text',
  },
  ticket: {
    record_id: 'uuid',
    customer_id: 'uuid',
    subject: 'text',
    channel: 'text',
    opened_on: 'date',
    closed_on: 'date',
    minutes: 'numeric',
    satisfaction: 'smallint',
  },
  nps_answer: {
    record_id: 'uuid',
    customer_id: 'uuid',
    answered_on: 'date',
    score: 'smallint',
    comment: 'text',
  },
} as const

type Table = keyof typeof tables

/** A row as its source told it, by the table's columns. */
export type ToldRow<T extends Table> = {
  readonly [Column in keyof (typeof tables)[T]]: string | number | null
} & {
  readonly external_id: string
  /** As the source said it: header to cell. */
  readonly data: { readonly [header: string]: string }
}

/** Inserts what a source tells, or changes what it tells otherwise than before; the same again changes nothing. */
export async function saveTold<T extends Table>(
  tx: Tx,
  { workspaceId, source }: { readonly workspaceId: string; readonly source: string },
  table: T,
  rows: readonly ToldRow<T>[],
): Promise<Counts> {
  const columns = Object.entries({ ...tables[table], data: 'json' })
  const names = sql.join(columns.map(([name]) => sql.id(name)))
  const typed = sql.join(columns.map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`))
  const compared = (from: string) =>
    sql.join(
      columns.map(([name]) => (name === 'data' ? sql`${sql.id(from, name)}::text` : sql.id(from, name))),
    )
  const { rows: written } = await sql<{ is_new: boolean }>`-- saveTold
    insert into ${sql.table(table)} (workspace_id, source, external_id, ${names})
    select ${workspaceId}::uuid, ${source}, external_id, ${names}
    from json_to_recordset(${JSON.stringify(rows)}::json) as given(external_id text, ${typed})
    on conflict (workspace_id, source, external_id) do update set
      ${sql.join(columns.map(([name]) => sql`${sql.id(name)} = ${sql.id('excluded', name)}`))}
    where (${compared(table)}) is distinct from (${compared('excluded')})
    returning xmax = 0 as is_new`.execute(tx)
  return countSaved(written, rows.length)
}
