import type { RetentionRule } from '@profilkort/domain/retention/retention-rule'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { type Use, whereMayBeUsed } from '../consents/may-be-used.ts'

/** What shows that a person or its company still does something: statements of the time it last did. */
const activities = [
  sql`select max(greatest(opened_on, closed_on))::timestamp at time zone 'UTC' from deal
    where deal.workspace_id = customer.workspace_id and deal.customer_id in (customer.id, customer.company_id)`,
  ...(['sales_order.ordered_on', 'ticket.opened_on', 'nps_answer.answered_on'] as const).map((column) => {
    const [table = '', day = ''] = column.split('.')
    return sql`select max(${sql.ref(day)})::timestamp at time zone 'UTC' from ${sql.table(table)} as told
      where told.workspace_id = customer.workspace_id and told.customer_id in (customer.id, customer.company_id)`
  }),
  sql`select max(interaction.at) from source_record as record
    join interaction on interaction.workspace_id = record.workspace_id and interaction.record_id = record.id
    where record.workspace_id = customer.workspace_id and record.customer_id = customer.id`,
  sql`select max(answered_at) from criterion_answer as answer
    where answer.workspace_id = customer.workspace_id and answer.customer_id = customer.id`,
  sql`select max(consent.at) from source_record as record
    join consent on consent.workspace_id = record.workspace_id and consent.record_id = record.id
    where record.workspace_id = customer.workspace_id and record.customer_id = customer.id`,
]

const firstHeardOf = sql`select min(created_at) from source_record as record
  where record.workspace_id = customer.workspace_id and record.customer_id = customer.id`

/** People that are due. */
export interface Due {
  readonly count: number
  /** The first of them, those who have done nothing for longest first. */
  readonly ids: readonly string[]
}

/**
 * The people that a rule says are kept no longer.
 * @param use of the rule's purpose; undefined where it has none
 */
export async function findDue(
  tx: Tx,
  workspaceId: string,
  { months, source, kind }: RetentionRule,
  { now, use, limit }: { readonly now: Date; readonly use: Use | undefined; readonly limit: number },
): Promise<Due> {
  const conditions = [
    sql`customer.workspace_id = ${workspaceId}::uuid and customer.kind = 'person'`,
    ...(kind === null ? [] : [kind === 'contact' ? sql`company_id is not null` : sql`company_id is null`]),
    ...(use === undefined ? [] : [sql`not ${whereMayBeUsed(use)}`]),
    ...(source === null
      ? []
      : [
          sql`not exists (select from source_record as other where other.workspace_id = customer.workspace_id
            and other.customer_id = customer.id and other.source <> ${source})`,
        ]),
    sql`active_at < ${now}::timestamptz - make_interval(months => ${months})`,
  ]
  const { rows } = await sql<{ id: string; count: number }>`-- findDue
    select id, count(*) over () as count from customer, lateral (
      select coalesce(greatest(${sql.join(
        activities.map((each) => sql`(${each})`),
      )}), (${firstHeardOf})) as active_at) as active
    where ${sql.join(conditions, sql` and `)}
    order by active_at, id limit ${limit}`.execute(tx)
  return { count: rows[0]?.count ?? 0, ids: rows.map(({ id }) => id) }
}
