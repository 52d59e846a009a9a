import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** What a customer asked the support desk. Days as `2026-11-23`. */
export interface TicketRow {
  readonly id: string
  readonly source: string
  readonly number: string
  readonly customerId: string
  readonly subject: string | null
  readonly channel: string | null
  readonly openedOn: string
  readonly closedOn: string | null
  readonly minutes: number | null
  /** 1 to 5. */
  readonly satisfaction: number | null
}

/** The tickets of customers, the latest first, at most 100 of each. */
export async function listTickets(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<readonly TicketRow[]> {
  const { rows } = await sql<TicketRow>`-- listTickets
    select own.* from unnest(${[...customerIds]}::uuid[]) as asked(customer) cross join lateral (
      select id, source, external_id as number, customer_id as "customerId", subject, channel, opened_on as "openedOn",
        closed_on as "closedOn", minutes, satisfaction
      from ticket where workspace_id = ${workspaceId}::uuid and customer_id = asked.customer
      order by opened_on desc, id desc limit 100) as own`.execute(tx)
  return rows
}
