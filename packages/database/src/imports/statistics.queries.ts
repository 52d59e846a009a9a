import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/**
 * Tells PostgreSQL how much there is now. It would find out by itself within minutes; until then it plans reads of a
 * just filled workspace as if it were empty, a thousand times slower.
 */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await sql`-- refreshStatistics
    analyze customer, deal, source_record, identifier, sales_order, customer_cost, channel_cost, cost_share, referral,
      ticket, nps_answer`.execute(tx)
}
